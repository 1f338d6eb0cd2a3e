import { askConversations, askDataset } from "./support/api";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";
import { standsFor } from "./support/shown";
import { chip } from "./support/view-bar";

const DUE = "Still waiting for a callback";

test("whoever still waits is listed, the longest waiting first, and a row opens the conversation in its list", async ({
  page,
}) => {
  await openPage(page, "/callbacks");
  const list = await askConversations(page, "?metric=callbacksOutstanding&sort=startedAt");
  const [summary] = (await askDataset(page, "summary", "")).rows;
  expect(list.counted).toBe(summary?.callbacksOutstanding);
  expect(list.items.every(({ callbackDue }) => callbackDue !== null)).toBe(true);
  const lines = panel(page, DUE).locator("tbody tr");
  await expect(lines).toHaveCount(Math.min(100, list.total));
  const askedAt = ({ callbackDue }: (typeof list.items)[number]) => Date.parse(callbackDue?.askedAt ?? "");
  const due = list.items.toSorted((a, b) => askedAt(a) - askedAt(b));
  const queues = await lines.locator("td:nth-child(3)").allInnerTexts();
  expect(queues).toEqual(due.map(({ callbackDue }) => callbackDue?.queue));
  await lines.first().getByRole("button").press("Enter");
  await expect(heading(page, new RegExp(due[0]?.id ?? "no conversation"))).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Callbacks")).toBeVisible();
});

test("All leads to exactly the conversations with a callback due, and the chip takes that away", async ({ page }) => {
  await openPage(page, "/callbacks");
  const { total } = await askConversations(page, "?metric=callbacksOutstanding&limit=1");
  const all = await askConversations(page, "?limit=1");
  await panel(page, DUE).getByRole("link", { name: "All", exact: true }).click();
  await expect(chip(page, "Counted in Callbacks outstanding")).toBeVisible();
  await expect(page.getByRole("heading", { name: `${total} conversations` })).toBeVisible();
  await page.getByRole("button", { name: "Remove filter: Counted in Callbacks outstanding" }).click();
  await expect(page.getByRole("heading", { name: `${all.total.toLocaleString("en-GB")} conversations` })).toBeVisible();
});

test("nobody waiting is good news", async ({ page }) => {
  await openPage(page, "/callbacks?outcome=contained");
  await expect(panel(page, DUE).getByText("Nobody is waiting for a callback.")).toBeVisible();
});

test("each queue's callbacks are the API's, and a row leads to those who asked for one", async ({ page }) => {
  await openPage(page, "/callbacks");
  await untilSettled(page);
  const { rows } = await askDataset(page, "queues", "");
  const lines = panel(page, "Callbacks by queue").locator("tbody tr");
  await expect(lines).toHaveCount(rows.length);
  for (const row of rows) {
    const line = lines.filter({ has: page.getByRole("button", { name: String(row.queueName), exact: true }) });
    const [, due = "", asked = "", accepted = "", acceptRate = "", optRate = "", median = ""] = await line
      .locator("th, td")
      .allInnerTexts();
    expect(standsFor(due.trim(), row.callbacksOutstanding, "count"), due).toBe(true);
    expect(standsFor(asked, row.callbacksOpted, "count"), asked).toBe(true);
    expect(standsFor(accepted, row.callbacksAccepted, "count"), accepted).toBe(true);
    expect(standsFor(acceptRate.trim(), row.callbackAcceptRate, "ratio"), acceptRate).toBe(true);
    expect(standsFor(optRate, row.callbackOptRate, "ratio"), optRate).toBe(true);
    expect(standsFor(median, row.callbackWaitSecondsMedian, "seconds"), median).toBe(true);
  }
  const [first] = rows;
  const { total } = await askConversations(page, `?queue=${first?.queueId}&metric=callbacksOpted&limit=1`);
  await panel(page, "Callbacks by queue")
    .getByRole("button", { name: String(first?.queueName), exact: true })
    .click();
  await expect(chip(page, "Counted in Callbacks asked for")).toBeVisible();
  const words = `${total} conversation${total === 1 ? "" : "s"}`;
  await expect(page.getByRole("heading", { name: words, exact: true })).toBeVisible();
});

for (const width of [360, 768, 1440]) {
  test(`nothing is in the way of anybody, nor wider than the page, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page, "/callbacks");
    await untilSettled(page);
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
}
