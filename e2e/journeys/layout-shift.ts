import type { Page } from "@playwright/test";

/** What has moved since `watchShifts`, as Chromium counts it, also what it would excuse after a press: how its HTML begins. */
export async function shiftsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  return page.evaluate(() => Reflect.get(window, "shifted") as string[]);
}

/** Notes the page's shifts from now on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shifted: string[] = [];
    Reflect.set(window, "shifted", shifted);
    new PerformanceObserver((list) => {
      for (const { node } of list.getEntries().flatMap((entry) => [...Reflect.get(entry, "sources")])) {
        shifted.push(node instanceof Element ? node.outerHTML.slice(0, 200) : `${node?.parentElement?.outerHTML}`);
      }
    }).observe({ type: "layout-shift" });
  });
}
