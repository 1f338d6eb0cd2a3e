import type { Locator, Page } from "@playwright/test";
import { ACCOUNTS } from "../tools/accounts";
import { askConversation, askConversations, askDataset } from "./support/api";
import { expect, test } from "./support/fixtures";
import { heading, untilAlive, untilSettled } from "./support/open-page";
import { downloadCsv, panel, readPanelTable } from "./support/panel";
import { expectSameAsReply, expectSameAsTable } from "./support/sheets";
import { fillSignIn } from "./support/sign-in";
import { addFilter, chip, chips, chooseRange } from "./support/view-bar";

test.use({ role: null });

test("from a number to the conversation behind it, to its CSV, and back with every filter intact", async ({ page }) => {
  await test.step("sign in", async () => {
    await page.goto("/");
    await expect(heading(page, "Sign in")).toBeVisible();
    await untilAlive(page);
    await fillSignIn(page, ACCOUNTS.administrator);
    await expect(heading(page, "Overview")).toBeVisible();
    await untilAlive(page);
  });

  await test.step("choose a range, filter by queue and channel", async () => {
    await chooseRange(page, "Last 14 days");
    await addFilter(page, "Queue", "Billing");
    await addFilter(page, "Channel", "Voice");
    await expectFilters(page, ["Queue is Billing", "Channel is Voice"]);
    await expect(page, "the address follows a moment later").toHaveURL(/&channel=Voice$/);
  });
  const overview = searchOf(page);

  const clicked = await test.step("click a final status through to its conversations", async () => {
    const bar = panel(page, "Final status").getByRole("list").getByRole("link").first();
    const { name, count } = await readBar(bar);
    const statuses = await askDataset(page, "final-status", overview);
    expect(statuses.rows[0]).toMatchObject({ finalStatus: name, conversations: count });
    await bar.click();
    await expect(heading(page, "Conversations")).toBeVisible();
    await untilAlive(page);
    await expectFilters(page, ["Queue is Billing", "Channel is Voice", `Final status is ${name}`]);
    await expect(page.getByRole("heading", { name: `${count} conversations` })).toBeVisible();
    await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", String(count + 1));
    return { name, count };
  });
  const list = searchOf(page);
  const found = await askConversations(page, list);
  expect(found.total).toBe(clicked.count);

  await test.step("open one, see its destinations and tags", async () => {
    await page.getByRole("table").getByRole("link").first().click();
    const conversation = await askConversation(page, found.items[0]?.id ?? "");
    await expect(heading(page, new RegExp(conversation.id))).toBeVisible();
    expect(conversation).toMatchObject({ channel: "Voice", finalStatus: clicked.name });
    expect(conversation.queues).toContain("Billing");
    const destinations = panel(page, "Destinations").getByRole("region");
    await expect(destinations).toHaveCount(conversation.destinations.length);
    for (const { position, queueName, segment } of conversation.destinations) {
      if (queueName) await expect(destinations.nth(position)).toContainText(queueName);
      if (segment) await expect(destinations.nth(position)).toContainText(segment.agentName);
    }
    for (const [level, tags] of Object.entries({ Session: conversation.tags.session, User: conversation.tags.user })) {
      const shown = panel(page, `${level} tags`).getByRole("listitem");
      expect((await shown.allInnerTexts()).map(withoutSpace)).toEqual(
        tags.map(({ name, value }) => withoutSpace(name + value)),
      );
    }
  });
  const conversation = page.url();

  await test.step("download a chart's CSV and compare it with the table and the API", async () => {
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Overview" }).click();
    await expect(heading(page, "Overview")).toBeVisible();
    await expectFilters(page, ["Queue is Billing", "Channel is Voice", `Final status is ${clicked.name}`]);
    const reply = await askDataset(page, "disconnecting-events", searchOf(page));
    expect(reply.rows.reduce((sum, row) => sum + Number(row.conversations), 0)).toBe(clicked.count);
    const link = page.getByRole("link", { name: "Disconnecting event as CSV" });
    const { fileName, sheet } = await downloadCsv(page, link);
    const { from, to } = reply.meta;
    expect(fileName).toBe(`callboard_disconnecting-events_${from}_${to}_Asia-Kolkata.csv`);
    expectSameAsReply(sheet, reply);
    expectSameAsTable(sheet, await readPanelTable(page, "Disconnecting event"), reply.columns);
  });

  await test.step("go back with every filter intact", async () => {
    await page.goBack();
    await expect(heading(page, / c-|›/)).toBeVisible();
    expect(page.url()).toBe(conversation);
    await page.goBack();
    await expect(page.getByRole("heading", { name: `${clicked.count} conversations` })).toBeVisible();
    expect(searchOf(page)).toBe(list);
    await expectFilters(page, ["Queue is Billing", "Channel is Voice", `Final status is ${clicked.name}`]);
    await page.goBack();
    await expect(heading(page, "Overview")).toBeVisible();
    expect(searchOf(page)).toBe(overview);
    await expectFilters(page, ["Queue is Billing", "Channel is Voice"]);
    const bar = panel(page, "Final status").getByRole("list").getByRole("link").first();
    expect(await readBar(bar)).toEqual(clicked);
  });

  await test.step("one step further back undoes the last filter, and forward brings it again", async () => {
    await page.goBack();
    await expectFilters(page, ["Queue is Billing"]);
    await page.goForward();
    await expectFilters(page, ["Queue is Billing", "Channel is Voice"]);
  });
});

const searchOf = (page: Page) => new URL(page.url()).search;
const withoutSpace = (text: string) => text.replace(/\s/g, "");

async function expectFilters(page: Page, words: string[]): Promise<void> {
  for (const each of words) await expect(chip(page, each)).toBeVisible();
  await expect(chips(page)).toHaveCount(words.length);
  await untilSettled(page);
}

/** `CLOSED: 1,693, 58.4 %` */
async function readBar(bar: Locator): Promise<{ name: string; count: number }> {
  const label = (await bar.getAttribute("aria-label")) ?? "";
  const [, name = "", count = ""] = /^(.+): ([\d,]+), [\d.]+ %$/.exec(label) ?? [];
  expect(count, `a bar reads “${label}”`).not.toBe("");
  return { name, count: Number(count.replaceAll(",", "")) };
}
