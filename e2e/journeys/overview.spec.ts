import { firstLoad } from "../tools/first-load";
import { askConversations, askDataset } from "./api";
import { findBarriers } from "./axe";
import { expect, test } from "./fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./open-page";
import { panel } from "./panel";

test("what is unusual is what the API says, or that nothing is", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  const { rows, usual } = await askDataset(page, "stand-outs", "");
  expect(usual?.spans).toBeGreaterThanOrEqual(3);
  const box = panel(page, "Unusual");
  const items = box.getByRole("listitem");
  if (rows.length === 0) {
    await expect(box).toContainText("Nothing unusual");
  }
  await expect(items).toHaveCount(Math.min(4, rows.length));
  for (const [index, row] of rows.slice(0, 4).entries()) {
    await expect(items.nth(index)).toContainText(String(row.name));
    await expect(items.nth(index)).toContainText(new RegExp(String(row.severity), "i"));
  }
});

test("with a history too short to judge by, it says so", async ({ page }) => {
  await openPage(page, "/?from=2026-01-01&to=2026-01-02");
  await untilSettled(page);
  await expect(panel(page, "Unusual")).toContainText("Not enough history yet");
});

test("a click on a status, and one on a row, lead from Overview to a conversation", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  await panel(page, "Final status").getByRole("list").getByRole("link").first().click();
  await expect(heading(page, "Conversations")).toBeVisible();
  await untilAlive(page);
  const [first] = (await askConversations(page, new URL(page.url()).search)).items;
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${first?.id}`));
});

test("Overview has no barrier that axe can find, under a mouse or a finger's width", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  expect(await findBarriers(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await findBarriers(page)).toEqual([]);
});

test("what a page loads first stays small: 260 kB of script before its charts, 370 with them", async ({ page }) => {
  const { named, drawn } = await firstLoad(page, "/");
  expect(named).toBeGreaterThan(150);
  expect(named).toBeLessThanOrEqual(260);
  expect(drawn).toBeGreaterThan(named);
  expect(drawn).toBeLessThanOrEqual(370);
});
