import type { Browser, BrowserContext, Page } from "playwright";
import { datasetReplySchema } from "@/lib/shared/contract";
import { formatShort } from "@/lib/shared/format";
import { settled } from "../tools/settled";

/** Opens a page that nothing is kept for yet, in a context of the caller's making. */
export type Visit = <T>(look: (context: BrowserContext, page: Page) => Promise<T>) => Promise<T>;

/** A visitor with this session, whose browser holds nothing yet: each visit has a cache of its own. */
export function visitor(browser: Browser, baseURL: string, state: Awaited<ReturnType<BrowserContext["storageState"]>>) {
  return async <T>(look: (context: BrowserContext, page: Page) => Promise<T>): Promise<T> => {
    const context = await browser.newContext({ baseURL, storageState: state, viewport: { width: 1440, height: 900 } });
    try {
      return await look(context, await context.newPage());
    } finally {
      await context.close();
    }
  };
}

/** Milliseconds to the largest contentful paint over a line as slow as a phone's, from a browser that holds nothing. */
export async function firstPaint(visit: Visit, address: string) {
  return visit(async (context, page) => {
    const reply = await context.request.get("/api/metrics/summary");
    const { rows } = datasetReplySchema.parse(await reply.json());
    const protocol = await context.newCDPSession(page);
    await protocol.send("Network.enable");
    await protocol.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 750e3 / 8,
    });
    const document = await page.goto(address);
    const html = (await document?.text()) ?? "";
    const { responseBodySize } = (await document?.request().sizes()) ?? { responseBodySize: 0 };
    const hasNumbers = html.includes(`>${formatShort(rows[0]?.conversations, "count")}<`);
    await settled(page);
    const paint = await page.evaluate(lastLargestPaint);
    return { paint: Math.round(paint), hasNumbers, documentKilobytes: Math.round(responseBodySize / 1000) };
  });
}

/** Runs in the page. */
function lastLargestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
}
