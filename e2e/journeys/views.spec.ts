import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures";
import { shiftsOf, watchShifts } from "./support/layout-shift";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { chip } from "./support/view-bar";

const DAYS = "from=2026-11-10&to=2026-11-16";
const VIEW = `${DAYS}&channel=!Voice&compare=previous`;
/** The pages of numbers, whose state is all in their address. */
const PAGES_OF_NUMBERS = ["/", "/queues", "/agents", "/callbacks", "/automation", "/tags", "/conversations"];
/** What of a page holds no name and no number of a customer, which a supervisor sees masked. */
const WITHOUT_CUSTOMERS: Record<string, string> = { "/conversations": "main h2", "/tags": "main section" };

for (const path of PAGES_OF_NUMBERS) {
  test(`${path}: chips, Back, panel tools, and the same view for whoever gets its address`, async ({
    page,
    browser,
    sessions,
  }) => {
    await openPage(page, `${path}?${VIEW}`);
    await untilSettled(page);
    const main = page.getByRole("main");

    await test.step("a second person sees the same numbers at the same address", async () => {
      const context = await browser.newContext({ storageState: sessions.supervisor });
      const other = await context.newPage();
      await openPage(other, page.url());
      await untilSettled(other);
      await expect(chip(other, "Channel is not Voice")).toBeVisible();
      const part = (shown: Page) => shown.locator(WITHOUT_CUSTOMERS[path] ?? "main").first();
      // Charts draw their axes once they are measured: on either page.
      await expect(async () => expect(await part(other).textContent()).toBe(await part(page).textContent())).toPass();
      await context.close();
    });
    const filtered = await main.textContent();

    await test.step("a chip is taken away without a panel moving, and Back brings it again", async () => {
      await watchShifts(page);
      await chip(page, "Channel is not Voice").click();
      await expect(page).not.toHaveURL(/channel=/);
      await untilSettled(page);
      await expect.poll(() => main.textContent()).not.toBe(filtered);
      expect(await shiftsOf(page)).toEqual([]);
      await page.goBack();
      await expect(chip(page, "Channel is not Voice")).toBeVisible();
      await untilSettled(page);
      await expect.poll(() => main.textContent()).toBe(filtered);
    });

    if (path === "/conversations") return;
    await test.step("every panel with a menu has all its tools, and the page its ZIP", async () => {
      const zip = page.getByRole("link", { name: / as ZIP/ });
      await expect(zip).toHaveAttribute("href", /^\/api\/export\?.*dataset=.*channel=(!|%21)Voice/);
      const menus = await main.getByRole("button", { name: /^(?!CSV|ZIP).*: more$/ }).all();
      expect(menus.length).toBeGreaterThan(0);
      for (const menu of menus) {
        await menu.click();
        const items = page.getByRole("menuitem");
        await expect(items.filter({ hasText: /^Full screen$/ })).toBeVisible();
        expect((await items.allInnerTexts()).join()).toMatch(/Save as PNG,What it counts$/);
        await page.keyboard.press("Escape");
      }
      expect(await main.getByRole("link", { name: / as CSV$/ }).count()).toBeGreaterThanOrEqual(menus.length);
    });
  });
}

test("a chip is edited in place: another value is ruled out, and what was ruled out is asked for instead", async ({
  page,
}) => {
  await openPage(page, `/queues?${DAYS}&channel=!Voice`);
  await untilSettled(page);
  await page.getByRole("button", { name: "Channel is not Voice", exact: true }).click();
  const editor = page.getByRole("dialog", { name: "Channel is not" });
  await editor.getByRole("option", { name: "System Mail", exact: true }).click();
  await editor.getByRole("radio", { name: "is", exact: true }).click();
  await editor
    .getByRole("option", { name: /^Voice/ })
    .first()
    .click();
  await editor.getByRole("button", { name: "Apply" }).click();
  await expect(chip(page, "Channel is Voice")).toBeVisible();
  await expect(chip(page, "Channel is not System Mail")).toBeVisible();
  await page.goBack();
  await expect(chip(page, "Channel is not Voice")).toBeVisible();
});

test("from a tile to one conversation in three clicks, and back to the same view", async ({ page }) => {
  await openPage(page, `/?${DAYS}`);
  await untilSettled(page);
  await page.getByRole("main").locator("button[aria-pressed]").first().click();
  const chart = page.getByRole("application", { name: /^Conversations by outcome/ });
  const box = await chart.boundingBox();
  if (!box) throw new Error("the chart has no place");
  const view = page.url();
  await chart.click({ position: { x: 40 + (box.width - 44) / 14, y: box.height * 0.8 } });
  await expect(heading(page, "Conversations")).toBeVisible();
  await untilAlive(page);
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Conversations")).toBeVisible();
  await page.goBack();
  await expect(heading(page, "Overview")).toBeVisible();
  expect(page.url()).toBe(view);
});
