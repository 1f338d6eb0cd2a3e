import { OUTCOMES } from "../../lib/shared/outcomes";
import { firstLoad } from "../tools/first-load";
import { askConversations, askDataset } from "./support/api";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";

test("what is unusual is what the API says, or that nothing is", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  const { rows, usual } = await askDataset(page, "anomalies", "");
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

test("a day's bar is parted as its conversations are", async ({ page }) => {
  const days = "from=2026-11-10&to=2026-11-16";
  await openPage(page, `/?${days}`);
  await untilSettled(page);
  const { rows } = await askDataset(page, "volume", `?${days}`);
  const bars = panel(page, "Conversations by outcome").locator(".recharts-bar-rectangle");
  await expect(bars).toHaveCount(rows.length);
  // With the gap that parts each from the next.
  const drawn = await bars.evaluateAll((all) =>
    all.map((bar) => [...bar.querySelectorAll("rect")].map((part) => part.height.baseVal.value + 1.5)),
  );
  const [tallest, most] = [
    Math.max(...drawn.map((parts) => parts.reduce((sum, part) => sum + part, 0))),
    Math.max(...rows.map((row) => Number(row.conversations))),
  ];
  for (const [index, row] of rows.entries()) {
    const counts = OUTCOMES.map((outcome) => Number(row[outcome])).filter((count) => count > 0);
    expect(drawn[index], `a part for each outcome of ${row.bucket}`).toHaveLength(counts.length);
    for (const [place, count] of counts.entries()) {
      // A part that would be thinner than a pixel is one.
      expect(Math.abs((drawn[index]?.[place] ?? 0) - (count / most) * tallest)).toBeLessThan(3);
    }
  }
});
