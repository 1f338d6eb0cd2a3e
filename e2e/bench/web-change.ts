import type { Page } from "playwright";
import { optionsReplySchema } from "@/lib/shared/contract";
import { settled } from "../tools/settled";
import { inWords, summarize } from "./print";
import type { Visit } from "./web-load";

const CHANNELS = ["Voice", "Web/Mobile Client", "System Mail", "rtm"];
const OUTCOMES = ["answered", "contained", "abandoned", "unanswered"];

/** Parameters of the view, in the order of the address. */
type Filter = [name: string, value: string][];

/** Each filter change of the bench: one of every pair of channel and outcome, each queue, and some of the others. */
async function filtersOf(page: Page): Promise<Filter[]> {
  const { queue, agent, status, event, intent } = optionsReplySchema.parse(
    await (await page.request.get("/api/options")).json(),
  );
  const pairs = CHANNELS.flatMap((channel) =>
    OUTCOMES.map(
      (outcome): Filter => [
        ["channel", channel],
        ["outcome", outcome],
      ],
    ),
  );
  const single = Object.entries({ queue, agent, status, event, intent }).flatMap(([name, options]) =>
    options.slice(0, name === "queue" ? 12 : 4).map(({ value }): Filter => [[name, value]]),
  );
  return [...pairs, ...single];
}

/** What a supervisor's window is like, and one with every panel in sight: a shift below its edge is not counted. */
const WINDOW = { width: 1440, height: 900 };
const WHOLE_PAGE = { width: 1440, height: 2600 };

/**
 * From the change of the address to the paint of the panels in the window, and of the last of all: first asked for, then
 * from what the page still has. Shifts are counted all of them, also those that a browser would excuse.
 */
export async function changeFilters(visit: Visit, range: string) {
  return visit(async (_context, page) => {
    await page.setViewportSize(WINDOW);
    await page.goto(`/?${range}`);
    await settled(page);
    await page.waitForLoadState("networkidle");
    const filters = await filtersOf(page);
    const [first, ...fresh] = await timeChanges(page, range, filters);
    let asked = 0;
    page.on("request", (request) => {
      asked += request.url().includes("/api/metrics") ? 1 : 0;
    });
    const cached = await timeChanges(page, range, filters);
    // The copy goes on meanwhile: once it has reached further, what the page has is shown at once and asked for anew.
    const again = asked > 0 ? `; ${asked} requests for what had come since` : "";
    await page.setViewportSize(WHOLE_PAGE);
    // What the window's own change moves, the foot of the menu, is no filter's doing.
    await page.waitForTimeout(500);
    await page.evaluate(countShifts);
    await timeChanges(page, range, filters);
    const shift = await page.evaluate(() => Number(document.documentElement.dataset.shift));
    // Some of the page's script is only compiled with it.
    const alone = `in the window: ${first?.inSight.toFixed(0)} ms; the whole page: ${first?.whole.toFixed(0)} ms`;
    return {
      first: alone,
      fresh: paintsInWords(fresh),
      cached: paintsInWords(cached) + again,
      shift,
      changes: filters.length,
    };
  });
}

interface Paint {
  inSight: number;
  whole: number;
}

function paintsInWords(paints: readonly Paint[]): string {
  const words = (part: keyof Paint) => inWords(summarize(paints.map((paint) => paint[part])));
  return `in the window: ${words("inSight")}; the whole page: ${words("whole")}`;
}

async function timeChanges(page: Page, range: string, filters: readonly Filter[]): Promise<Paint[]> {
  const found: Paint[] = [];
  for (const filter of filters) {
    const search = new URLSearchParams([...new URLSearchParams(range), ...filter]);
    found.push(await page.evaluate(change, search.toString()));
    await page.waitForTimeout(100);
  }
  return found;
}

/** Runs in the page. */
function countShifts(): void {
  let sum = 0;
  document.documentElement.dataset.shift = "0";
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      sum += Number(Reflect.get(entry, "value"));
    }
    document.documentElement.dataset.shift = String(Math.round(sum * 1e4) / 1e4);
  }).observe({ type: "layout-shift" });
}

/**
 * Runs in the page: changes the address and waits until every panel stands for it (each has its CSV under the new
 * filters), none still shows old numbers, and that is painted. A panel that never comes to it ends the bench. It looks
 * only when something has changed, so that looking does not slow what is measured, and has no function of a name in it:
 * tsx would wrap that in one that the page does not have.
 */
async function change(search: string): Promise<Paint> {
  const filters = [...new URLSearchParams(search)].filter(([name]) => name !== "from" && name !== "to");
  const inSight = new Set(
    [...document.querySelectorAll("main section")].filter((panel) => {
      const { top, bottom } = panel.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }),
  );
  const before = performance.now();
  const paint = { inSight: 0, whole: 0 };
  history.pushState(null, "", `?${search}`);
  while (paint.whole === 0) {
    const links = [...document.querySelectorAll<HTMLAnchorElement>("main a[href^='/api/metrics/']")];
    const behind = links.filter((link) => {
      const asked = new URLSearchParams(link.search);
      return filters.some(([name, value]) => asked.getAll(name).join() !== value);
    });
    const waiting = [
      ...behind.map((link) => link.closest("section")),
      ...document.querySelectorAll("[aria-busy=true]"),
    ];
    const isInSight = !waiting.some((panel) => panel && inSight.has(panel));
    const isWhole = links.length > 0 && waiting.length === 0;
    if (isWhole || (isInSight && paint.inSight === 0)) {
      // A frame's callbacks run before its paint: the next one's run after it.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      paint.inSight ||= performance.now() - before;
      paint.whole = isWhole ? performance.now() - before : 0;
      // Meanwhile more may have changed.
      continue;
    }
    if (performance.now() - before > 30_000) {
      throw new Error(`Not every panel came to stand for ${search}.`);
    }
    await new Promise((changed) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        changed(null);
      });
      observer.observe(document.body, { attributeFilter: ["aria-busy", "href"], subtree: true, childList: true });
      setTimeout(changed, 1000);
    });
  }
  return paint;
}
