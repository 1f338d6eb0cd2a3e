import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

/** A table as text: its header and its rows. */
export interface Sheet {
  header: string[];
  rows: string[][];
}

/** A panel of a page by its title. */
export function panel(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** Presses a link that downloads a CSV; the file's name and what is in it. */
export async function downloadCsv(page: Page, link: Locator): Promise<{ fileName: string; sheet: Sheet }> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return { fileName: download.suggestedFilename(), sheet: await readCsv(download) };
}

async function readCsv(download: Download): Promise<Sheet> {
  const lines: string[][] = parse(await readFile(await download.path()), { bom: true });
  const [header = [], ...rows] = lines;
  return { header, rows };
}

/** Chooses from a panel's menu: “Full screen”. */
export async function chooseTool(page: Page, title: string, tool: string): Promise<void> {
  await page.getByRole("button", { name: `${title}: more`, exact: true }).click();
  await page
    .getByRole("menu", { name: `${title}: more` })
    .getByRole("menuitem", { name: tool })
    .click();
}

/** Turns the panel to its table, reads it, and turns it back. */
export async function readPanelTable(page: Page, title: string): Promise<Sheet> {
  const box = panel(page, title);
  await chooseTool(page, title, "Show as table");
  const table = box.getByRole("table");
  const header = await table.getByRole("columnheader").allInnerTexts();
  const lines = await table.locator("tbody tr").all();
  const rows = await Promise.all(lines.map((line) => line.locator("th, td").allInnerTexts()));
  await chooseTool(page, title, "Show as chart");
  return { header, rows };
}
