import type { Page } from "@playwright/test";

/** How far the page's parts have moved by themselves since `watchShifts`, as Chromium counts it. */
export async function shiftOf(page: Page): Promise<number> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  return page.evaluate(() => Number(Reflect.get(window, "shifted")));
}

/** Counts shifts from now on, those just after a press included: a filter's change is to move nothing either. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.set(window, "shifted", 0);
    new PerformanceObserver((list) => {
      const sum = list.getEntries().reduce((total, entry) => total + Number(Reflect.get(entry, "value")), 0);
      Reflect.set(window, "shifted", Number(Reflect.get(window, "shifted")) + sum);
    }).observe({ type: "layout-shift" });
  });
}
