import type { Page } from "@playwright/test";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { PAGES } from "./support/pages";
import { tabTo } from "./support/tab-to";
import { chip } from "./support/view-bar";

const WIDTHS = [1440, 390];
const SCHEMES = ["light", "dark"] as const;

for (const width of WIDTHS) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const [name, addressOf] of Object.entries(PAGES)) {
      test(`axe finds no barrier on ${name}, light or dark`, async ({ page }) => {
        await openPage(page, await addressOf(page));
        await untilSettled(page);
        await expectNoBarrier(page);
      });
    }

    test.describe("signed out", () => {
      test.use({ role: null });

      test("axe finds no barrier on the sign-in, light or dark", async ({ page }) => {
        await openPage(page, "/sign-in");
        await expectNoBarrier(page);
      });
    });

    test("axe finds no barrier where a menu is open", async ({ page }) => {
      await openPage(page, "/?queue=nobody&channel=!Voice");
      await untilSettled(page);
      await page.getByRole("button", { name: "Filter", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Agent", exact: true }).click();
      await expect(page.getByRole("option").first()).toBeVisible();
      await expectNoBarrier(page);
      await page.keyboard.press("Escape");
      await page.getByRole("banner").getByRole("button").first().click();
      await expect(page.getByRole("grid")).toBeVisible();
      await expectNoBarrier(page);
    });
  });
}

async function expectNoBarrier(page: Page): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect.soft(await findBarriers(page), colorScheme).toEqual([]);
  }
}

test("by keyboard alone: skip the menu, filter by a queue, open a conversation", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Filter", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Queue", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Search Queue")).toBeFocused();
  await page.keyboard.type("billing");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: "Billing", exact: true })).toHaveAttribute("aria-selected", "true");
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Apply" }));
  await page.keyboard.press("Enter");
  await expect(chip(page, "Queue is Billing")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Filter", exact: true })).toBeFocused();

  await tabTo(page, page.getByRole("navigation").getByRole("link", { name: "Conversations" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page, "Conversations")).toBeVisible();
  await untilAlive(page);
  await expect(chip(page, "Queue is Billing")).toBeVisible();
  await tabTo(page, page.getByRole("table").getByRole("link").first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Destinations" })).toContainText("Billing");
});
