import type { BrowserContext, Page } from "playwright";
import { inWords, summarize } from "./print";

const CHANNELS = ["Voice", "Web/Mobile Client", "System Mail", "rtm"];
const OUTCOMES = ["answered", "contained", "abandoned", "unanswered"];
/** Each filter change of the bench: one of every pair of these. */
const FILTERS = CHANNELS.flatMap((channel) => OUTCOMES.map((outcome) => ({ channel, outcome })));

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await settled(page);
  return page;
}

/** Waits until React has taken the page over and no panel waits for numbers. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    const isAlive = main !== null && Object.keys(main).some((key) => key.startsWith("__reactProps"));
    const isWaiting = [...document.querySelectorAll("[role=status]")].some((one) =>
      one.textContent?.includes("Loading"),
    );
    return isAlive && !isWaiting && !document.querySelector("[aria-busy=true]");
  });
}

/** Bytes of script on the wire, in kilobytes: those of the document itself, and those with what it loads afterwards. */
export async function firstLoad(context: BrowserContext, address: string) {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  const scripts = new Map<string, string>();
  const sizes = new Map<string, number>();
  protocol.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script") {
      scripts.set(requestId, new URL(response.url).pathname);
    }
  });
  protocol.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const path = scripts.get(requestId);
    if (path !== undefined) {
      sizes.set(path, encodedDataLength);
    }
  });
  const document = await page.goto(address);
  const html = (await document?.text()) ?? "";
  await settled(page);
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.close();
  const sum = (paths: readonly string[]) =>
    Math.round(paths.reduce((total, path) => total + (sizes.get(path) ?? 0), 0) / 1000);
  const all = [...sizes.keys()];
  const named = all.filter((path) => new RegExp(`<script[^>]+src="${path.replaceAll(".", "\\.")}`).test(html));
  return { scripts: sum(named), withCharts: sum(all) };
}

/** The largest contentful paint over a line as slow as a phone's, from a browser that holds nothing yet. */
export async function firstPaint(context: BrowserContext, address: string) {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.setCacheDisabled", { cacheDisabled: true });
  await protocol.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 750e3 / 8,
  });
  const document = await page.goto(address);
  const hasNumbers = /Conversations[\s\S]{0,2000}?>\s*[\d.,]+k?\s*</.test((await document?.text()) ?? "");
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          last = list.getEntries().at(-1)?.startTime ?? last;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        setTimeout(() => resolve(last), 4000);
      }),
  );
  await page.close();
  return { paint: Math.round(paint), hasNumbers };
}

/** From the change of the address to the paint of the last panel: first asked for, then from the browser's cache. */
export async function changeFilters(context: BrowserContext, range: string) {
  const page = await open(context, `/?${range}`);
  await page.evaluate(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        shifts.sum += entry.value;
      }
    }).observe({ type: "layout-shift" });
  });
  const times = async () => {
    const found: number[] = [];
    for (const { channel, outcome } of FILTERS) {
      const search = new URLSearchParams(range);
      search.append("channel", channel);
      search.append("outcome", outcome);
      found.push(await page.evaluate(change, `?${search}`));
      await page.waitForTimeout(100);
    }
    return inWords(summarize(found));
  };
  const fresh = await times();
  const cached = await times();
  const shift = await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum);
  await page.close();
  return { fresh, cached, shift: Math.round(shift * 1e4) / 1e4 };
}

/** Runs in the page: changes the address and waits until every panel has painted what belongs to it. */
async function change(address: string): Promise<number> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const before = performance.now();
  history.pushState(null, "", address);
  await frame();
  await frame();
  while (document.querySelector("[aria-busy=true]")) {
    await frame();
  }
  return performance.now() - before;
}

/** The longest that a press took to its paint, over the keys for ranges, the comparison and the command menu. */
export async function interactions(context: BrowserContext): Promise<number> {
  const page = await open(context, "/");
  await page.evaluate(() => {
    const longest = { duration: 0 };
    Object.assign(globalThis, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        longest.duration = Math.max(longest.duration, duration);
      }
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (const key of ["d", "w", "m", "x", "w", "ControlOrMeta+k", "Escape", "?", "Escape"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(700);
  }
  const found = await page.evaluate(
    () => (globalThis as unknown as { longest: { duration: number } }).longest.duration,
  );
  await page.close();
  return Math.round(found);
}
