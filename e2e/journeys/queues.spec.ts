import { askConversations, askDataset } from "./support/api";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";
import { standsFor } from "./support/shown";
import { chip } from "./support/view-bar";

const TITLE = "All queues";

test("every queue is there with the API's figures, the one with most people not in time first", async ({ page }) => {
  await openPage(page, "/queues");
  await untilSettled(page);
  const { rows } = await askDataset(page, "queues", "");
  const expected = rows.toSorted((a, b) => Number(b.notInTime) - Number(a.notInTime));
  const lines = panel(page, TITLE).locator("tbody tr");
  await expect(lines).toHaveCount(expected.length);
  for (const [index, row] of expected.entries()) {
    const cells = await lines.nth(index).locator("th, td").allInnerTexts();
    const [name, offered = "", late = "", level = "", abandoned = "", average = "", p90 = "", due = ""] = cells;
    if (row.notInTime !== expected[index + 1]?.notInTime && row.notInTime !== expected[index - 1]?.notInTime) {
      expect(name).toBe(row.queueName);
      expect(standsFor(offered, row.offered, "count"), offered).toBe(true);
      expect(standsFor(level.trim(), row.serviceLevel, "ratio"), level).toBe(true);
      expect(standsFor(abandoned.trim(), row.queueAbandonRate, "ratio"), abandoned).toBe(true);
      expect(standsFor(average, row.waitSecondsAverage, "seconds"), average).toBe(true);
      expect(standsFor(p90, row.waitSecondsP90, "seconds"), p90).toBe(true);
      expect(standsFor(due, row.callbacksOutstanding, "count"), due).toBe(true);
    }
    expect(standsFor(late, row.notInTime, "count"), late).toBe(true);
  }
});

test("a row leads to exactly the conversations that came to its queue", async ({ page }) => {
  await openPage(page, "/queues");
  const { rows } = await askDataset(page, "queues", "");
  const [worst] = rows.toSorted((a, b) => Number(b.notInTime) - Number(a.notInTime));
  const { total } = await askConversations(page, `?queue=${worst?.queueId}&limit=1`);
  await panel(page, TITLE)
    .getByRole("button", { name: String(worst?.queueName), exact: true })
    .press("Enter");
  await expect(heading(page, "Conversations")).toBeVisible();
  await expect(chip(page, `Queue is ${worst?.queueName}`)).toBeVisible();
  await expect(page.getByRole("heading", { name: `${total.toLocaleString("en-GB")} conversations` })).toBeVisible();
});

test("the histogram counts what the API counts, by arrow keys, and Enter lists one band's conversations", async ({
  page,
}) => {
  await openPage(page, "/queues");
  const box = panel(page, "How long people wait");
  const columns = box.getByRole("list", { name: "How long people wait" }).getByRole("button");
  const { rows } = await askDataset(page, "waits", "");
  await expect(columns).toHaveCount(rows.length);
  const names = await columns.evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
  expect(
    names.map((name) => name?.match(/[\d,]+(?= answered| abandoned)/g)?.map((one) => Number(one.replace(",", "")))),
  ).toEqual(rows.map((row) => [row.offeredAnswered, row.offeredAbandoned]));
  await expect(box.getByText("in time up to 20s")).toBeVisible();
  await columns.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(columns.nth(1)).toBeFocused();
  await expect(columns.first()).toHaveAttribute("tabindex", "-1");
  const { total } = await askConversations(page, "?wait=5-10&limit=1");
  await page.keyboard.press("Enter");
  await expect(chip(page, "Wait is 5–10 s")).toBeVisible();
  await expect(page.getByRole("heading", { name: `${total.toLocaleString("en-GB")} conversations` })).toBeVisible();
});

test("the tile that is pressed goes on the chart and the heat map, and Back undoes it", async ({ page }) => {
  await openPage(page, "/queues");
  await expect(panel(page, "Service level and abandon rate")).toBeVisible();
  await expect(panel(page, "When it goes wrong").getByText("Service level", { exact: true })).toBeVisible();
  await page
    .getByRole("region", { name: "Key figures" })
    .getByRole("button", { name: /^Wait, average/ })
    .click();
  await expect(panel(page, "Wait")).toBeVisible();
  await expect(panel(page, "When it goes wrong").getByText("Wait, average", { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/metric=waitSecondsAverage/);
  await page.goBack();
  await expect(panel(page, "Service level and abandon rate")).toBeVisible();
});

for (const width of [360, 768, 1440]) {
  test(`nothing is in the way of anybody, nor wider than the page, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page, "/queues");
    await untilSettled(page);
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}

test("a queue's name stays in sight while its figures scroll by", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, "/queues");
  const name = panel(page, TITLE).locator("tbody th").first();
  const before = await name.boundingBox();
  await panel(page, TITLE)
    .getByRole("region")
    .evaluate((region) => region.scrollTo({ left: 300 }));
  expect((await name.boundingBox())?.x).toBe(before?.x);
});
