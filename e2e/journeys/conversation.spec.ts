import type { Page } from "@playwright/test";
import { writeTagFilter } from "@/lib/shared/tag-filter";
import { askConversation, askConversations } from "./support/api";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { panel } from "./support/panel";

/** A list with an order and a filter of its own, whose pages border at a hundred. */
const LIST = "channel=Voice&sort=-durationSeconds";

/** An answered call, with a queue that it entered, an agent and tags. */
async function findRich(page: Page) {
  const { items } = await askConversations(page, "?limit=50&channel=Voice&outcome=answered");
  for (const { id } of items) {
    const conversation = await askConversation(page, id);
    const hasEntered = conversation.destinations.some(({ queueName, enteredAt }) => queueName && enteredAt);
    if (hasEntered && conversation.tags.session.length > 0) return conversation;
  }
  throw new Error("No answered call of the last week has entered a queue.");
}

async function idsAround(page: Page, offset: number, limit: number): Promise<string[]> {
  const { items } = await askConversations(page, `?${LIST}&offset=${offset}&limit=${limit}`);
  return items.map(({ id }) => id);
}

async function expectShown(page: Page, id: string | undefined): Promise<void> {
  await expect(page.locator("h1 bdi")).toHaveText(id ?? "");
  await untilAlive(page);
}

test("← and → move through the list it was opened from, across its pages and over a reload", async ({ page }) => {
  const { total } = await askConversations(page, `?${LIST}&limit=1`);
  const ids = await idsAround(page, 97, 6);
  await openPage(page, `/conversations/${ids[0]}?${LIST}`);
  for (const [step, id] of ids.slice(1).entries()) {
    await expect(page.getByText(`${98 + step} of ${total.toLocaleString("en-GB")}`)).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await expectShown(page, id);
  }
  await page.reload();
  await untilAlive(page);
  await expect(page.getByText(`103 of ${total.toLocaleString("en-GB")}`)).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expectShown(page, ids[4]);
  await page.getByRole("link", { name: "Previous conversation" }).click();
  await expectShown(page, ids[3]);
  await page.goBack();
  await expectShown(page, ids[4]);

  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/conversations\?/);
  await expect(page.locator('tr[data-row="101"] a')).toBeFocused();
  await expect(page.locator('tr[data-row="101"] a')).toHaveAttribute("href", new RegExp(ids[4] ?? "-"));
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ channel: "Voice", sort: "-durationSeconds" });
});

test("says so where it is not in the list, and at both ends", async ({ page }) => {
  const [first] = await idsAround(page, 0, 1);
  await openPage(page, `/conversations/${first}?${LIST}`);
  await expect(page.getByRole("link", { name: "Previous conversation" })).toHaveCount(0);
  await page.keyboard.press("ArrowLeft");
  await expectShown(page, first);
  await openPage(page, `/conversations/${first}?channel=rtm`);
  await expect(page.getByText("Not in this list")).toBeVisible();
});

test("its timeline is one tab stop, whose arrow keys move in time and open no other conversation", async ({ page }) => {
  const conversation = await findRich(page);
  await openPage(page, `/conversations/${conversation.id}`);
  const timeline = panel(page, "Timeline");
  const parts = timeline.locator("[data-point]");
  await parts.first().focus();
  const seen: string[] = [];
  const count = await parts.count();
  for (let step = 0; step < count; step += 1) {
    seen.push((await page.locator(":focus").getAttribute("aria-label")) ?? "");
    await page.keyboard.press("ArrowRight");
  }
  expect(seen[0]).toMatch(/^\d\d:\d\d:\d\d, Session started$/);
  expect(seen.some((label) => / Entered /.test(label))).toBe(true);
  expect(seen.some((label) => /Accepted/.test(label))).toBe(true);
  expect(new Set(seen).size).toBe(count);
  const times = seen.flatMap((label) => /^(\d\d:\d\d:\d\d), /.exec(label)?.[1] ?? []);
  expect(times).toEqual([...times].sort());
  await page.keyboard.press("ArrowRight");
  await expectShown(page, conversation.id);
  await page.keyboard.press("Tab");
  await expect(timeline.locator("[data-point]:focus")).toHaveCount(0);

  await timeline.getByRole("button", { name: "Timeline as a table" }).click();
  await expect(timeline.getByRole("row")).toHaveCount(count + 1);
});

test("each of its tags and queues leads to the list of all that have it", async ({ page }) => {
  const conversation = await findRich(page);
  const queue = conversation.destinations.find(({ queueId }) => queueId);
  await openPage(page, `/conversations/${conversation.id}`);
  await panel(page, "Destinations")
    .getByRole("link", { name: queue?.queueName ?? "", exact: true })
    .first()
    .click();
  await expect(heading(page, "Conversations")).toBeVisible();
  await untilSettled(page);
  const { total } = await askConversations(page, `?queue=${queue?.queueId}`);
  await expect(page.getByRole("heading", { name: `${total.toLocaleString("en-GB")} conversation` })).toBeVisible();

  const tag = conversation.tags.session[0];
  await page.goBack();
  await expectShown(page, conversation.id);
  await panel(page, "Session tags").getByRole("link").first().click();
  await expect
    .poll(() => new URL(page.url()).searchParams.getAll("tag"))
    .toEqual([tag && writeTagFilter({ level: "session", ...tag })]);
  await untilSettled(page);
  await expect(page.locator("tr[data-row]").first()).toBeVisible();
});

test("every field of the raw record can be found and opened", async ({ page }) => {
  const conversation = await findRich(page);
  await openPage(page, `/conversations/${conversation.id}`);
  const raw = panel(page, "Raw record");
  await raw.getByLabel("Find a field or a value").fill("QUEUENAME");
  await expect(raw.getByRole("listitem").first()).toContainText("destinations[0].queueName");
  await page.keyboard.press("ArrowLeft");
  await expectShown(page, conversation.id);
  await raw.getByLabel("Find a field or a value").fill("no such thing");
  await expect(raw.getByText("No field and no value holds “no such thing”.")).toBeVisible();
  await raw.getByLabel("Find a field or a value").fill("");
  await raw.getByText("destinations", { exact: true }).click();
  await expect(raw.locator("details[open]").getByText("0", { exact: true }).first()).toBeVisible();
});

for (const width of [1440, 390]) {
  test(`has no barrier at ${width} px, as a chart or as a table`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const { id } = await findRich(page);
    await openPage(page, `/conversations/${id}?${LIST}`);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect.soft(await findBarriers(page), colorScheme).toEqual([]);
    }
    await panel(page, "Timeline").getByRole("button", { name: "Timeline as a table" }).click();
    await panel(page, "Raw record").getByText("destinations", { exact: true }).click();
    expect.soft(await findBarriers(page), "table").toEqual([]);
  });
}
