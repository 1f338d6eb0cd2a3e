import type { Locator, Page } from "@playwright/test";
import type { DatasetReply, Row } from "../../../lib/shared/contract";
import { askConversations, askDataset } from "./api";
import { expect } from "./fixtures";
import { standsFor } from "./shown";

const COUNTED = /: ([\d,]+)(?=, |$)/;

/** The tiles of a page show these metrics of the summary, in this order. */
export async function expectTiles(page: Page, metrics: readonly string[]): Promise<void> {
  const { columns, rows } = await askDataset(page, "summary", new URL(page.url()).search);
  const tiles = page.getByRole("region", { name: "Key figures" }).getByRole("button");
  await expect(tiles).toHaveCount(metrics.length);
  const texts = await tiles.allInnerTexts();
  for (const [index, id] of metrics.entries()) {
    const [, shown = ""] = texts[index]?.split("\n").map((line) => line.trim()) ?? [];
    const unit = columns.find((column) => column.id === id)?.unit ?? "text";
    expect(standsFor(shown, rows[0]?.[id], unit), `${id}: “${shown}” stands for ${rows[0]?.[id]}`).toBe(true);
  }
}

/** A table shows rows of a reply in their order, in the columns with these ids; `null` is one that draws. */
export async function expectRows(table: Locator, reply: DatasetReply, ids: readonly (string | null)[]): Promise<void> {
  const lines = await table.locator("tbody tr").all();
  expect(lines.length).toBe(reply.rows.length);
  for (const [position, row] of reply.rows.entries()) {
    const cells = await lines[position]?.locator("th, td").allInnerTexts();
    for (const [index, id] of ids.entries()) {
      const unit = reply.columns.find((column) => column.id === id)?.unit ?? "text";
      const shown = cells?.[index]?.trim() ?? "";
      const isRight = id === null || standsFor(shown, row[id], unit);
      expect(isRight, `row ${position}, ${id}: “${shown}” stands for ${row[id ?? ""]}`).toBe(true);
    }
  }
}

/** Every bar of a list that leads anywhere leads to as many conversations as it says. */
export async function expectBarsLead(page: Page, list: Locator): Promise<number> {
  const bars = await list.getByRole("link").all();
  for (const bar of bars) {
    const label = (await bar.getAttribute("aria-label")) ?? "";
    const { search } = new URL((await bar.getAttribute("href")) ?? "", page.url());
    const { total } = await askConversations(page, search);
    expect(COUNTED.exec(label)?.[1], `“${label}” leads to ${total}`).toBe(total.toLocaleString("en-GB"));
  }
  return bars.length;
}

/** Presses a row's name and waits for the list of so many conversations. */
export async function openRow(page: Page, table: Locator, name: string, conversations: number): Promise<void> {
  await table.getByRole("button", { name, exact: true }).first().click();
  const words = conversations === 1 ? "1 conversation" : `${conversations.toLocaleString("en-GB")} conversations`;
  await expect(page.getByRole("heading", { name: words, exact: true })).toBeVisible();
}

/** The row with the most of something. */
export function mostOf({ rows }: DatasetReply, id: string): Row {
  return rows.toSorted((a, b) => Number(b[id]) - Number(a[id]))[0] ?? {};
}
