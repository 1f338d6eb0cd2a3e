import type { Page } from "playwright";
import { settled } from "../tools/settled";
import type { Visit } from "./web-load";

type Act = (page: Page) => Promise<unknown>;

const key =
  (name: string): Act =>
  (page) =>
    page.keyboard.press(name);
const button =
  (name: string | RegExp): Act =>
  (page) =>
    page.getByRole("button", { name }).first().click();
const type =
  (text: string): Act =>
  (page) =>
    page.keyboard.type(text, { delay: 120 });

/** What is pressed on Overview, in this order; overlays for the first time, so with the loading of their script. */
const PRESSES: readonly (readonly [string, Act])[] = [
  ["d: today", key("d")],
  ["w: seven days", key("w")],
  ["m: this month", key("m")],
  ["x: compare", key("x")],
  ["a panel’s menu", button("Queues: more")],
  ["the menu’s end", key("Escape")],
  ["the range", button(/Last|This month|Today/)],
  ["the range’s end", key("Escape")],
  ["the command menu", key("ControlOrMeta+k")],
  ["typing in it", type("queue")],
  ["emptying it", key("Escape")],
  ["the command menu’s end", key("Escape")],
  ["the keys", key("?")],
  ["the keys’ end", key("Escape")],
  ["the way to a filter", button("Filter")],
  ["its 500 agents", (page) => page.getByRole("dialog").getByRole("button", { name: "Agent", exact: true }).click()],
  ["typing among them", type("agent 12")],
  ["the filter’s end", key("Escape")],
];
const MANY = 500;

/** Milliseconds from each press to the next paint, the longest of each act's. */
export async function presses(visit: Visit): Promise<[string, number][]> {
  return visit(async (_context, page) => {
    await haveManyAgents(page);
    await page.goto("/");
    await settled(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(watchPresses);
    const found: [string, number][] = [];
    for (const [name, act] of PRESSES) {
      await page.evaluate(() => delete document.documentElement.dataset.press);
      await act(page).catch((error: unknown) => {
        throw new Error(`“${name}” could not be pressed.`, { cause: error });
      });
      // What is quicker than a frame is not reported; what is slow is reported once it is painted.
      await page.waitForTimeout(700);
      found.push([name, await page.evaluate(() => Number(document.documentElement.dataset.press ?? 0))]);
    }
    return found;
  });
}

/** The longest that a frame took while the list of conversations was scrolled through; 0 where none took 50 ms. */
export async function scrolling(visit: Visit): Promise<number> {
  return visit(async (_context, page) => {
    await page.goto("/conversations");
    await settled(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(watchFrames);
    await page.mouse.move(700, 600);
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(50);
    }
    await page.waitForTimeout(700);
    return page.evaluate(() => Number(document.documentElement.dataset.press ?? 0));
  });
}

async function haveManyAgents(page: Page): Promise<void> {
  await page.route("**/api/options", async (route) => {
    const reply = await route.fetch();
    const agent = Array.from({ length: MANY }, (_, at) => ({ value: `agent-${at}`, label: `Agent ${at}` }));
    await route.fulfill({ response: reply, json: { ...(await reply.json()), agent } });
  });
}

/** Runs in the page: keeps the longest press (an interaction, not a pointer that passes) since it was last cleared. */
function watchPresses(): void {
  const { dataset } = document.documentElement;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (Reflect.get(entry, "interactionId") > 0) {
        dataset.press = String(Math.max(Number(dataset.press ?? 0), Math.round(entry.duration)));
      }
    }
  }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}

/** Runs in the page. */
function watchFrames(): void {
  const { dataset } = document.documentElement;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      dataset.press = String(Math.max(Number(dataset.press ?? 0), Math.round(duration)));
    }
  }).observe({ type: "long-animation-frame" });
}
