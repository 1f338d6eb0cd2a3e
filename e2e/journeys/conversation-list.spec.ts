import type { Locator, Page } from "@playwright/test";
import { askConversations } from "./support/api";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilSettled } from "./support/open-page";
import { downloadCsv } from "./support/panel";

/** A month: several pages of a hundred. */
const MONTH = "from=2026-10-22";

const searchField = (page: Page) => page.getByRole("searchbox", { name: "Search conversations" });
const rows = (page: Page) => page.locator("tr[data-row]");
const row = (page: Page, index: number) => page.locator(`tr[data-row="${index}"]`);
const scroller = (page: Page) => page.getByRole("table").locator("..");
const scrollTop = (page: Page) => scroller(page).evaluate((element) => element.scrollTop);
const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest("[data-row]")?.getAttribute("data-row") ?? "NaN"));

/** @param look what concerns the page alone: its columns. */
async function openList(page: Page, search = MONTH, look = ""): Promise<number> {
  const { total } = await askConversations(page, `?limit=1&${search}`);
  await openPage(page, `/conversations?${search}${look}`);
  await untilSettled(page);
  return total;
}

async function idAt(page: Page, search: string, index: number): Promise<string> {
  return (await askConversations(page, `?limit=1&offset=${index}&${search}`)).items[0]?.id ?? "";
}

async function expectOpens(link: Locator, id: string): Promise<void> {
  await expect(link).toHaveAttribute("href", new RegExp(`^/conversations/${id}(\\?|$)`));
}

test("searches as one types, in the URL but not in history, in the list and in its CSV", async ({ page }) => {
  await openPage(page, "/");
  await openList(page);
  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type("billing");
  await expect(page).toHaveURL(/[?&]search=billing/);
  await untilSettled(page);
  const { total } = await askConversations(page, `?${MONTH}&search=billing`);
  expect(total).toBeGreaterThan(10);
  await expect(page.getByRole("heading", { name: `${total.toLocaleString("en-GB")} conversations` })).toBeVisible();
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", String(total + 1));

  const { sheet } = await downloadCsv(page, page.getByRole("link", { name: "All these conversations as CSV" }));
  expect(sheet.rows).toHaveLength(total);

  await searchField(page).fill("/ nothing is called so %");
  await expect(page.getByText("Nothing here holds “/ nothing is called so %”.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the search" }).first().click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).not.toHaveURL(/search=/);
  await page.goBack();
  await expect(heading(page, "Overview"), "typing has left no steps behind").toBeVisible();
});

test.describe("a supervisor", () => {
  test.use({ role: "supervisor" });

  test("cannot find a customer whose name is masked", async ({ page, browser, sessions }) => {
    const administrator = await browser.newPage({ storageState: sessions.administrator });
    const { items } = await askConversations(administrator, "?limit=500");
    const names = items.flatMap(({ customer, agents }) => (customer && agents.length === 0 ? [customer] : []));
    const phone = names.find((name) => /^\+\d{8,}$/.test(name)) ?? "";
    expect(phone).not.toBe("");
    const search = encodeURIComponent(phone.slice(1, 9));
    expect((await askConversations(administrator, `?search=${search}`)).total).toBeGreaterThan(0);
    expect((await askConversations(page, `?search=${search}`)).total).toBe(0);
    await administrator.close();
  });
});

test("shows the columns that were chosen, in the URL and in this browser", async ({ page }) => {
  await openList(page);
  const header = page.getByRole("columnheader");
  await expect(header.filter({ hasText: "Dispositions" })).toHaveCount(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Dispositions" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Channel" }).click();
  await page.keyboard.press("Escape");
  await expect(header.filter({ hasText: "Dispositions" })).toBeVisible();
  await expect(header.filter({ hasText: "Channel" })).toHaveCount(0);
  await expect(page).toHaveURL(/columns=started,outcome,status,event,queue,agent,customer,dispositions,duration/);
  await openPage(page, "/conversations");
  await expect(header.filter({ hasText: "Dispositions" }), "remembered without the URL").toBeVisible();
});

test("goes by the keys through thousands of rows, each with its own place and conversation", async ({ page }) => {
  const total = await openList(page);
  expect(total).toBeGreaterThan(3000);
  await page.getByRole("button", { name: "Duration" }).focus();
  await page.keyboard.press("Tab");
  expect(await focusedRow(page)).toBe(0);
  for (const [key, index] of [
    ["ArrowDown", 1],
    ["ArrowDown", 2],
    ["ArrowUp", 1],
    ["PageDown", 16],
    ["End", total - 1],
    ["ArrowDown", total - 1],
    ["PageUp", total - 16],
    ["Home", 0],
    ["ArrowUp", 0],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => focusedRow(page), `${key} leads to row ${index}`).toBe(index);
    await expect(row(page, index)).toHaveAttribute("aria-rowindex", String(index + 2));
    await expect(row(page, index).getByRole("link")).toBeInViewport();
  }
  await page.keyboard.press("End");
  await expectOpens(row(page, total - 1).getByRole("link"), await idAt(page, MONTH, total - 1));
  expect(await rows(page).count(), "only what is in sight is drawn").toBeLessThan(80);
  await page.keyboard.press("Tab");
  expect(await focusedRow(page), "the list is one tab stop").toBeNaN();
});

test("holds every row of the list where its place is, wherever one scrolls to", async ({ page }) => {
  const total = await openList(page);
  for (const share of [0.5, 0.93, 0.11]) {
    await scroller(page).evaluate((element, part) => {
      element.scrollTop = part * element.scrollHeight;
    }, share);
    const middle = Math.floor(share * total) + 5;
    await expect(row(page, middle).getByRole("link")).toBeVisible();
    await expectOpens(row(page, middle).getByRole("link"), await idAt(page, MONTH, middle));
  }
});

test("is the same list at the same place after Back", async ({ page }) => {
  await openList(page, `${MONTH}&channel=Voice&sort=-durationSeconds`);
  await scroller(page).evaluate((element) => {
    element.scrollTop = 34 * 400;
  });
  await row(page, 409).getByRole("link").click();
  await expect(heading(page, /c-/)).toBeVisible();
  await page.goBack();
  await expect.poll(() => focusedRow(page)).toBe(409);
  expect(Math.abs((await scrollTop(page)) - 34 * 400)).toBeLessThan(40);
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focusedRow(page)).toBe(410);
});

for (const width of [1440, 390]) {
  test(`has no barrier with its menus open and nothing found at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openList(page, `${MONTH}&search=billing`, "&columns=started,id,session,dispositions");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect.soft(await findBarriers(page), colorScheme).toEqual([]);
      await page.getByRole("button", { name: "Columns" }).click();
      await expect(page.getByRole("menuitemcheckbox").first()).toBeVisible();
      expect.soft(await findBarriers(page), `${colorScheme}, menu`).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await openPage(page, "/conversations?search=zzzzzzzz");
    await expect(page.getByText("Nothing here holds")).toBeVisible();
    expect.soft(await findBarriers(page), "nothing found").toEqual([]);
  });
}
