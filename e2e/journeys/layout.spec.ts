import type { Page } from "@playwright/test";
import { askConversations, askDataset } from "./support/api";
import { expect, test } from "./support/fixtures";
import { openPage, untilSettled } from "./support/open-page";
import { PAGES } from "./support/pages";
import { standsFor } from "./support/shown";

/** A phone, a desk of 1440 px at 200 % zoom, a tablet, a small and a large desk, and a screen on the wall. */
const WIDTHS = [360, 720, 768, 1024, 1440, 2560];

for (const [name, addressOf] of Object.entries(PAGES)) {
  test(`${name} fits every width`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openPage(page, await addressOf(page));
    await untilSettled(page);
    const moving = () => page.evaluate(() => document.getAnimations().length);
    await expect.poll(moving, "nothing moves where that is not wanted").toBe(0);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => findOverhanging(page), `at ${width} px`).toEqual([]);
    }
  });
}

test("a window that was narrow for a while has no panel higher than before", async ({ page }) => {
  await openPage(page, "/");
  await untilSettled(page);
  const heights = () =>
    page.locator("main section").evaluateAll((panels) => panels.map((panel) => Math.round(panel.clientHeight)));
  const wide = page.viewportSize();
  const before = await heights();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(heights).not.toEqual(before);
  await page.setViewportSize(wide ?? { width: 1280, height: 720 });
  await expect.poll(heights).toEqual(before);
});

test.describe("before any script has run", () => {
  test.use({ javaScriptEnabled: false });

  test("Overview already holds its key figures", async ({ page }) => {
    const { columns, rows } = await askDataset(page, "summary", "");
    await page.goto("/");
    const tiles = page.getByRole("main").locator("button[aria-pressed]").filter({ hasText: /\d/ });
    const texts = (await tiles.allInnerTexts()).map((text) => text.split("\n").map((line) => line.trim()));
    expect(texts.length).toBeGreaterThanOrEqual(7);
    for (const [label, shown = ""] of texts) {
      const column = columns.find((each) => each.label === label);
      const value = rows[0]?.[column?.id ?? ""];
      expect(typeof value, `“${label}” is a metric of the summary`).toBe("number");
      expect(standsFor(shown, value, column?.unit ?? "text"), `${label}: “${shown}” stands for ${value}`).toBe(true);
    }
  });

  test("Queues already says which share of its waits is in time", async ({ page }) => {
    await page.goto("/queues");
    await expect(page.getByText("in time up to 20s")).toBeVisible();
  });

  test("Conversations already holds its list", async ({ page }) => {
    const { items, total } = await askConversations(page, "");
    await page.goto("/conversations");
    await expect(page.getByRole("heading", { name: `${total.toLocaleString("en-GB")} conversations` })).toBeVisible();
    await expect(page.getByRole("table").locator("tr[data-row]").getByRole("link")).toHaveCount(items.length);
  });
});

/** What sticks out of the page or of its panel at the right, unless it lies in a part that scrolls or cuts by itself. */
function findOverhanging(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const isCutOff = (element: Element | null, frame: Element): boolean =>
      element !== null &&
      element !== frame &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || isCutOff(element.parentElement, frame));
    const overhanging = (frame: Element, right: number) =>
      [...frame.querySelectorAll("*")].filter(
        (element) => element.getBoundingClientRect().right > right + 1 && !isCutOff(element.parentElement, frame),
      );
    const panels = [...document.querySelectorAll("main section")];
    const out = [
      ...overhanging(document.documentElement, clientWidth),
      ...panels.flatMap((panel) => overhanging(panel, panel.getBoundingClientRect().right)),
    ];
    const names = [...new Set(out)].map((element) => `<${element.localName}> ${element.textContent?.slice(0, 40)}`);
    return scrollWidth > clientWidth ? [`${scrollWidth} px in ${clientWidth} px`, ...names] : names;
  });
}
