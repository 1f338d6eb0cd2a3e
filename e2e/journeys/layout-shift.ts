import type { Page } from "@playwright/test";

/** How far panels have moved since `watchShifts`, as Chromium counts it. */
export async function shiftOf(page: Page): Promise<number> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  return page.evaluate(() => Number(Reflect.get(window, "shifted")));
}

/** Counts shifts of the page's panels from now on; what stands in a panel is new with its numbers, and may lie elsewhere. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, "shifted", 0);
    const isOfPanel = (entry: PerformanceEntry) =>
      [...Reflect.get(entry, "sources")].some(({ node }) => node instanceof Element && node.matches("main > *, main"));
    new PerformanceObserver((list) => {
      const moved = list.getEntries().filter(isOfPanel);
      const sum = moved.reduce((total, entry) => total + Number(Reflect.get(entry, "value")), 0);
      Reflect.set(window, "shifted", Number(Reflect.get(window, "shifted")) + sum);
    }).observe({ type: "layout-shift" });
  });
}
