import type { Page } from "@playwright/test";
import { KEYS } from "../../components/shell/keys";
import { askConversations } from "./support/api";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { chip } from "./support/view-bar";

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

test("ranges: d, w and m choose them, the arrows go to those before and after, and Back undoes each", async ({
  page,
}) => {
  await openPage(page, "/?from=2026-11-10&to=2026-11-12");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => [parameter(page, "from"), parameter(page, "to")]).toEqual(["2026-11-07", "2026-11-09"]);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => [parameter(page, "from"), parameter(page, "to")]).toEqual(["2026-11-10", "2026-11-12"]);
  await page.keyboard.press("d");
  await expect(page.getByRole("banner").getByRole("button", { name: "Today" })).toBeVisible();
  await page.keyboard.press("w");
  await expect(page.getByRole("banner").getByRole("button", { name: "Last 7 days" })).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByRole("banner").getByRole("button", { name: "This month" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("banner").getByRole("button", { name: "Last 7 days" })).toBeVisible();
});

test("presses faster than the page is drawn each count", async ({ page }) => {
  await openPage(page, "/?from=2026-11-10&to=2026-11-12");
  for (const key of ["ArrowLeft", "ArrowLeft", "ArrowRight", "x", "x"]) await page.keyboard.press(key);
  // The address is written at most every 50 ms: a part of the presses can stand in it before all of them do.
  await expect
    .poll(() => ["from", "to", "compare"].map((name) => parameter(page, name)))
    .toEqual(["2026-11-07", "2026-11-09", null]);
});

test("a later range than today is not gone to", async ({ page }) => {
  await openPage(page, "/");
  await page.keyboard.press("d");
  await expect(page.getByRole("banner").getByRole("button", { name: "Today" })).toBeVisible();
  const range = [parameter(page, "from"), parameter(page, "to")];
  await page.keyboard.press("ArrowRight");
  // A press that comes after it stands in the address.
  await page.keyboard.press("x");
  await expect(page).toHaveURL(/compare=previous/);
  expect([parameter(page, "from"), parameter(page, "to")]).toEqual(range);
});

test("g and a letter open a page with the view's filters; a slash begins a filter; typing is never a command", async ({
  page,
}) => {
  await openPage(page, "/?channel=Voice");
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await expect(heading(page, "Conversations")).toBeVisible();
  await untilAlive(page);
  await expect(chip(page, "Channel is Voice")).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await expect(heading(page, "Overview")).toBeVisible();
  await untilAlive(page);
  await page.keyboard.press("/");
  const menu = page.getByRole("dialog", { name: "Add a filter" });
  await menu.getByRole("button", { name: "Queue", exact: true }).click();
  await expect(menu.getByLabel("Search Queue")).toBeFocused();
  await page.keyboard.type("dwmxg?");
  await expect(menu.getByLabel("Search Queue")).toHaveValue("dwmxg?");
  expect(parameter(page, "from")).toBeNull();
});

test("in a chart the arrow keys move between its points and leave the range alone", async ({ page }) => {
  await openPage(page, "/?from=2026-11-10&to=2026-11-12");
  await untilSettled(page);
  const chart = page.getByRole("application", { name: /^Conversations by outcome/ });
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart).toContainText("Tue 10 Nov");
  expect(parameter(page, "from")).toBe("2026-11-10");
});

test("on a conversation no key changes a range", async ({ page }) => {
  const [item] = (await askConversations(page, "?limit=1")).items;
  await openPage(page, `/conversations/${item?.id}`);
  await page.keyboard.press("d");
  await page.keyboard.press("x");
  // A page that is gone to takes the view with it.
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await expect(heading(page, "Conversations")).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});

test("x compares and stops comparing: the chart and the tiles say with what", async ({ page }) => {
  await openPage(page, "/?from=2026-11-10&to=2026-11-12");
  await page.keyboard.press("x");
  await expect(page).toHaveURL(/compare=previous/);
  const main = page.getByRole("figure", { name: "Conversations by outcome" });
  await expect(main.getByText("7 – 9 Nov 2026, total")).toBeVisible();
  await page
    .getByRole("banner")
    .getByRole("button", { name: /^Compare/ })
    .click();
  await page.getByRole("menuitemradio", { name: "a week earlier" }).click();
  await expect(main.getByText("3 – 5 Nov 2026, total")).toBeVisible();
  await expect(page.getByText("Changes against 3 – 5 Nov 2026")).toBeVisible();
  await page.keyboard.press("x");
  await expect(page).not.toHaveURL(/compare/);
  await expect(main.getByText("3 – 5 Nov 2026, total")).toHaveCount(0);
});

test("the help lists every key that there is, and Escape closes it", async ({ page }) => {
  await openPage(page, "/");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  for (const { label } of KEYS) await expect(help.getByText(label, { exact: true })).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
});

for (const [width, colorScheme] of [
  [1440, "light"],
  [390, "dark"],
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme });

    test("the command menu filters by a value, opens a page and takes a theme, without a barrier", async ({ page }) => {
      await openPage(page, "/");
      await page.keyboard.press("Control+k");
      const menu = page.getByRole("dialog", { name: "Command menu" });
      await expect(menu.getByRole("option", { name: /^Go to Queues/ })).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.keyboard.type("queue is bill");
      await expect(menu.getByRole("option").first()).toHaveText("Queue is Billing");
      await page.keyboard.press("Enter");
      await expect(chip(page, "Queue is Billing")).toBeVisible();
      await page.keyboard.press("Control+k");
      await expect(menu.getByRole("option", { name: /^Go to Queues/ })).toBeVisible();
      await page.keyboard.type("theme dark");
      await expect(menu.getByRole("option")).toHaveCount(1);
      await page.keyboard.press("Enter");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      await page.keyboard.press("Control+k");
      await expect(menu.getByRole("option", { name: /^Go to Queues/ })).toBeVisible();
      await page.keyboard.type("go to conversations");
      await page.keyboard.press("Enter");
      await expect(heading(page, "Conversations")).toBeVisible();
      await expect(chip(page, "Queue is Billing")).toBeVisible();
    });
  });
}
