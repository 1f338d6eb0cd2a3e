import { askDataset } from "./support/api";
import { findBarriers } from "./support/axe";
import { expectBarsLead, expectRows, expectTiles, openRow } from "./support/figures";
import { expect, test } from "./support/fixtures";
import { openPage, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";
import { chip } from "./support/view-bar";

const INTENT_COLUMNS = [
  "intent",
  "conversations",
  "share",
  "containmentRate",
  null,
  "answered",
  "abandoned",
  "unanswered",
];

test("tiles and tables are what the API says", async ({ page }) => {
  await openPage(page, "/automation");
  await untilSettled(page);
  await expectTiles(page, [
    "containmentRate",
    "contained",
    "conversations",
    "botHangups",
    "conversationAbandonRate",
    "unanswered",
  ]);
  const intents = await askDataset(page, "intents", "");
  await expectRows(panel(page, "Intents").getByRole("table"), intents, INTENT_COLUMNS);
  const tones = await askDataset(page, "tones", "");
  expect(tones.rows.length).toBeGreaterThan(0);
  await expectRows(panel(page, "Tones").getByRole("table"), tones, ["tone", "conversations"]);
  expect(await findBarriers(page)).toEqual([]);
});

test("what the bot had for itself ends as its bars say, and each leads to just those", async ({ page }) => {
  await openPage(page, "/automation");
  await untilSettled(page);
  const { rows } = await askDataset(page, "bot-events", "");
  const list = page.getByRole("list", { name: "How it ends with the bot" });
  expect(await expectBarsLead(page, list)).toBe(rows.length);
  const contained = rows.reduce((sum, row) => sum + Number(row.contained), 0);
  const [summary] = (await askDataset(page, "summary", "")).rows;
  expect(contained, "whatever the bot contained was its own").toBe(summary?.contained);
  const words = await list.getByRole("link").first().getAttribute("aria-label");
  expect(words).toContain(`Contained by bot ${Number(rows[0]?.contained).toLocaleString("en-GB")}`);
});

test("an intent and a tone lead to their conversations", async ({ page }) => {
  await openPage(page, "/automation");
  await untilSettled(page);
  const [, intent] = (await askDataset(page, "intents", "")).rows;
  await openRow(page, panel(page, "Intents").getByRole("table"), String(intent?.intent), Number(intent?.conversations));
  await expect(chip(page, `Intent is ${intent?.intent}`)).toBeVisible();
  await page.goBack();
  await untilSettled(page);
  const [tone] = (await askDataset(page, "tones", "")).rows;
  await openRow(page, panel(page, "Tones").getByRole("table"), String(tone?.tone), Number(tone?.conversations));
  await expect(chip(page, `Tone is ${tone?.tone}`)).toBeVisible();
});

test("by keyboard: from the first tile to the chart of another, and along the ends of conversations", async ({
  page,
}) => {
  await openPage(page, "/automation");
  await untilSettled(page);
  await page.getByRole("region", { name: "Key figures" }).getByRole("button").nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(panel(page, "Contained by bot")).toBeVisible();
  await page.goBack();
  await expect(panel(page, "Containment")).toBeVisible();
  const bars = page.getByRole("list", { name: "How it ends with the bot" }).getByRole("link");
  await bars.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(bars.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chip(page, "First queue is No queue: the bot alone")).toBeVisible();
});
