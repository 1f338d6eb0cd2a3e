import type { Page } from "@playwright/test";
import { METRICS, ROW_METRICS } from "../../lib/metrics/catalogue";
import { findBarriers } from "./support/axe";
import { expect, test } from "./support/fixtures";
import { heading, openPage } from "./support/open-page";
import { chooseTool } from "./support/panel";

const ALL = [...METRICS, ...ROW_METRICS];
const entry = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

test("every metric's address leads to its entry, statistics to their duration's", async ({ page }) => {
  await openPage(page, "/glossary");
  const homeless = await page.evaluate(
    (ids) => ids.filter((id) => !document.getElementById(id)?.closest("main article")),
    ALL.map(({ id }) => id),
  );
  expect(homeless).toEqual([]);
  await expect(entry(page, "Wait")).toContainText("90th percentile");
  await expect(entry(page, "Service level")).toContainText("Entries that opted for a callback");
  await expect(page.getByRole("main")).toContainText("Occupancy");
});

test("an address with a metric's id opens at it, in the text and in the index", async ({ page }) => {
  await openPage(page, "/glossary#waitSecondsP90");
  await expect(entry(page, "Wait")).toBeInViewport({ ratio: 0.9 });
  await expect(entry(page, "Conversations")).not.toBeInViewport();
  await expect(page.getByRole("navigation", { name: "Glossary" }).locator("[aria-current]")).toHaveText("Wait");
  await page.getByRole("navigation", { name: "Glossary" }).getByRole("link", { name: "NPS" }).click();
  await expect(entry(page, "NPS")).toBeInViewport({ ratio: 0.9 });
  await page.goBack();
  await expect(entry(page, "Wait")).toBeInViewport({ ratio: 0.9 });
});

test("a panel's definitions lead to the glossary's entry", async ({ page }) => {
  await openPage(page, "/queues");
  await chooseTool(page, "All queues", "What it counts");
  await page.getByRole("dialog").getByRole("link", { name: "Service level" }).click();
  await expect(heading(page, "Glossary")).toBeVisible();
  await expect(entry(page, "Service level")).toBeInViewport({ ratio: 0.9 });
  expect(new URL(page.url()).hash).toBe("#serviceLevel");
});

test("what one looks for is found by the keyboard, kept in the address, and let go", async ({ page }) => {
  await openPage(page, "/glossary");
  await page.keyboard.press("/");
  await page.keyboard.type("abandon rate");
  await expect(page.getByRole("article")).toHaveCount(2);
  await expect(page.getByRole("article")).toContainText(["Conversation abandon rate", "Queue abandon rate"]);
  await expect(page).toHaveURL(/find=abandon/);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(2);
  await page.getByRole("searchbox").fill("no such word");
  await expect(page.getByRole("status").filter({ hasText: "no such word" })).toBeVisible();
  await page.getByRole("button", { name: "Show all of it" }).click();
  await expect(page.getByRole("article")).toHaveCount(new Set(ALL.map((one) => one.statistic?.of ?? one.id)).size);
});

for (const width of [390, 768, 1440]) {
  test(`nothing is cut off at ${width} px, and axe finds no barrier at an entry`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page, "/glossary#serviceLevel");
    await expect(entry(page, "Service level")).toBeInViewport();
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect.soft(await findBarriers(page), colorScheme).toEqual([]);
    }
  });
}

test("on paper there is the text alone", async ({ page }) => {
  await openPage(page, "/glossary");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(entry(page, "Service level")).toBeVisible();
});
