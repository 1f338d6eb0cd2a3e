import { askDataset } from "./support/api";
import { findBarriers } from "./support/axe";
import { expectBarsLead, expectRows, openRow } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";
import { chip } from "./support/view-bar";

const MOST_ROWS = 500;

test("dispositions lead to their conversations", async ({ page }) => {
  await openPage(page, "/tags");
  await expect(heading(page, "Tags and dispositions")).toBeVisible();
  await untilSettled(page);
  const { rows } = await askDataset(page, "dispositions", "");
  const more = panel(page, "Disposition").getByRole("button", { name: /^\d+ more$/ });
  if (await more.isVisible()) await more.click();
  expect(await expectBarsLead(page, page.getByRole("list", { name: "Disposition" }))).toBe(rows.length);
});

test("a name that is chosen shows its values, in the address too, and each value leads to its conversations", async ({
  page,
}) => {
  await openPage(page, "/tags");
  await untilSettled(page);
  const names = page.getByRole("list", { name: "Names of tags" });
  const tags = await askDataset(page, "tag-names", "");
  await expect(names.getByRole("listitem")).toHaveCount(tags.rows.length);
  const city = tags.rows.find(({ name }) => name === "city");
  await names.getByRole("button", { name: /^city \(user\): / }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/tagName=user(\/|%2F)city/);
  await expect(names.getByRole("button", { name: /^city/ })).toHaveAttribute("aria-current", "true");
  const list = page.getByRole("list", { name: "Values of city" });
  const values = (await askDataset(page, "tag-values", "")).rows.filter(({ name }) => name === "city");
  await expect(list.getByRole("listitem")).toHaveCount(values.length);
  expect(values.length).toBe(Math.min(10, Number(city?.values)));
  expect(await expectBarsLead(page, list)).toBe(values.length);
  expect(await findBarriers(page)).toEqual([]);
  await page.goBack();
  await expect(list).toHaveCount(0);
});

test("the table shows the most frequent tags, finds any of the others, and opens what it counts", async ({ page }) => {
  await openPage(page, "/tags?from=2026-10-01&to=2026-12-31");
  await untilSettled(page);
  const table = panel(page, "All tags").getByRole("table");
  const all = await askDataset(page, "tags", "?from=2026-10-01&to=2026-12-31");
  expect(all.rows.length).toBeGreaterThan(MOST_ROWS);
  await expectRows(table, { ...all, rows: all.rows.slice(0, MOST_ROWS) }, ["name", null, "conversations", "level"]);
  const rare = all.rows.at(-1);
  await page.getByRole("searchbox", { name: "Find a tag" }).fill(String(rare?.value));
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await openRow(page, table, String(rare?.name), Number(rare?.conversations));
  await expect(chip(page, `Tag is ${rare?.level}/${rare?.name}:${rare?.value}`)).toBeVisible();
});

test.describe("a supervisor", () => {
  test.use({ role: "supervisor" });

  test("sees numbers and addresses masked, and each leads to just the conversations that it counts", async ({
    page,
  }) => {
    await openPage(page, "/tags?tagName=session%2FcallerNumber");
    await untilSettled(page);
    const list = page.getByRole("list", { name: "Values of callerNumber" });
    await expect(list.getByRole("listitem")).toHaveCount(10);
    for (const text of await list.getByRole("listitem").allInnerTexts()) expect(text).toMatch(/^••••\d\d/);
    expect(await expectBarsLead(page, list)).toBe(10);
    await expect(panel(page, "Tags").getByRole("listitem").first()).toBeVisible();
  });
});
