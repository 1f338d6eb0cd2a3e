import type { Page } from "@playwright/test";

/** The beginning of the HTML of each node that has shifted since `watchShifts`, shifts after input included. */
export async function shiftsOf(page: Page): Promise<string[]> {
  // What is changed by now is painted in the next frame, and counted before the one after it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => Reflect.get(window, "takeShifts")() as string[]);
}

/** Notes the page's shifts from now on. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shifted: string[] = [];
    const note = (entries: PerformanceEntryList) => {
      for (const { node } of entries.flatMap((entry) => [...Reflect.get(entry, "sources")])) {
        shifted.push(node instanceof Element ? node.outerHTML.slice(0, 200) : `${node?.parentElement?.outerHTML}`);
      }
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "layout-shift" });
    Reflect.set(window, "takeShifts", () => {
      note(observer.takeRecords());
      return shifted;
    });
  });
}
