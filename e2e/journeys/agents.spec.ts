import { askConversations, askDataset } from "./support/api";
import { findBarriers } from "./support/axe";
import { expectRows, expectTiles, mostOf, openRow } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";
import { chip } from "./support/view-bar";

const RANGE = "?from=2026-10-01&to=2026-12-31";
const COLUMNS = [
  "agentName",
  "segmentsAnswered",
  "missed",
  "responseRate",
  "pickupSecondsAverage",
  "firstResponseSecondsAverage",
  "interactionSecondsAverage",
  "afterCallWorkSecondsAverage",
  "handleSecondsAverage",
];

test("tiles and table are what the API says, and a tile puts its metric on the chart", async ({ page }) => {
  await openPage(page, "/agents");
  await untilSettled(page);
  await expectTiles(page, [
    "responseRate",
    "missed",
    "segmentsAnswered",
    "pickupSecondsAverage",
    "firstResponseSecondsAverage",
    "handleSecondsAverage",
    "afterCallWorkSecondsAverage",
  ]);
  await expectRows(panel(page, "All agents").getByRole("table"), await askDataset(page, "agents", ""), COLUMNS);
  await expect(panel(page, "Response rate")).toBeVisible();
  await page
    .getByRole("button", { name: /^Missed assignments/ })
    .first()
    .click();
  await expect(page).toHaveURL(/metric=missed/);
  await expect(panel(page, "Missed assignments")).toHaveCount(2);
});

test("the table sorts by any column, by keyboard too", async ({ page }) => {
  await openPage(page, "/agents");
  await untilSettled(page);
  const table = panel(page, "All agents").getByRole("table");
  const { rows } = await askDataset(page, "agents", "");
  const missed = rows.map((row) => Number(row.missed));
  const third = table.locator("tbody tr td:nth-child(3)");
  const head = table.getByRole("columnheader", { name: "Missed" });
  await head.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "descending");
  expect((await third.allInnerTexts()).map(Number)).toEqual(missed.toSorted((a, b) => b - a));
  await page.keyboard.press("Enter");
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect((await third.allInnerTexts()).map(Number)).toEqual(missed.toSorted((a, b) => a - b));
});

test("an agent is found by a part of the name, in the address too, and leads to the conversations", async ({
  page,
}) => {
  await openPage(page, "/agents");
  await untilSettled(page);
  const found = mostOf(await askDataset(page, "agents", ""), "segmentsAnswered");
  const name = String(found.agentName);
  const part = name.slice(0, Math.max(4, name.length - 2)).toLowerCase();
  const table = panel(page, "All agents").getByRole("table");
  await page.getByRole("searchbox", { name: "Find an agent" }).fill(part);
  await expect(page).toHaveURL(/find=/);
  await expect(table.locator("tbody tr")).toHaveCount(1);
  expect(await findBarriers(page)).toEqual([]);
  const { total } = await askConversations(page, `?agent=${found.agentId}`);
  await openRow(page, table, name, total);
  await expect(heading(page, "Conversations")).toBeVisible();
  await expect(chip(page, `Agent is ${name}`)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Find an agent" })).toHaveValue(part);
  await page.getByRole("searchbox", { name: "Find an agent" }).press("Escape");
  await expect(table.locator("tbody tr")).not.toHaveCount(1);
});

test("nobody of a name that nobody has, and what to do about it", async ({ page }) => {
  await openPage(page, "/agents?find=zzzz");
  await expect(panel(page, "All agents")).toContainText("No row holds “zzzz”.");
  await expect(page.getByRole("searchbox", { name: "Find an agent" })).toHaveValue("zzzz");
});

test("a reason for misses leads to the conversations with such a miss, and to those agents alone", async ({ page }) => {
  await openPage(page, `/agents${RANGE}`);
  const { rows } = await askDataset(page, "missed-reasons", RANGE);
  const bars = page.getByRole("list", { name: "Why missed" }).getByRole("link");
  await expect(bars).toHaveCount(rows.length);
  for (const [index, { reason, missed }] of rows.entries()) {
    await expect(bars.nth(index)).toHaveAccessibleName(`${reason}: ${Number(missed).toLocaleString("en-GB")}`);
    const search = `${RANGE}&missReason=${encodeURIComponent(String(reason))}`;
    const [summary] = (await askDataset(page, "summary", search)).rows;
    expect(summary?.missed).toBe(missed);
    const { total } = await askConversations(page, search);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(Number(missed));
  }
  await bars.first().click();
  await expect(chip(page, `Missed because is ${rows[0]?.reason}`)).toBeVisible();
});
