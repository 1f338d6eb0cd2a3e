import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright";
import { localDayOf } from "@/lib/shared/range";
import { openStore } from "@/lib/store/engine/open-store";
import { ACCOUNTS } from "../tools/accounts";
import { ensureBuild } from "../tools/build";
import { findChromium } from "../tools/chromium";
import { firstLoad } from "../tools/first-load";
import { startStack } from "../tools/stack";
import { createFiller } from "./fill-store";
import { print } from "./print";
import { changeFilters } from "./web-change";
import { firstPaint, type Visit, visitor } from "./web-load";
import { presses, scrolling } from "./web-press";

const TIME_ZONE = "Asia/Kolkata";
const wanted = Number(process.env.BENCH_CONVERSATIONS ?? 100_000);

/** What a person waits for, measured in a real Chromium against the built application and a store of this size. */
async function run(): Promise<void> {
  await ensureBuild();
  const dataDir = mkdtempSync(join(tmpdir(), "callboard-bench-web-"));
  try {
    const from = await fill(dataDir);
    const settings = { conversationsPerDay: 20, historyDays: 1, seed: 3, requestsPerMinute: 60 };
    const stack = await startStack({ ...settings, dataDir, reportTimeZone: TIME_ZONE, log: () => {} });
    const browser = await chromium.launch(await findChromium());
    try {
      await measure(await signedIn(browser, stack.appUrl), from);
    } finally {
      await browser.close();
      await stack.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @returns the first day that is filled. */
async function fill(dataDir: string): Promise<string> {
  const store = await openStore({ dataDir });
  const filler = createFiller(store, Date.now());
  await filler.fillUpTo(wanted);
  await store.close();
  return localDayOf(filler.fromAt(), TIME_ZONE).toString();
}

async function signedIn(browser: Browser, appUrl: string): Promise<Visit> {
  const context = await browser.newContext({ baseURL: appUrl });
  const reply = await context.request.post("/api/auth/sign-in/email", { data: ACCOUNTS.administrator });
  if (!reply.ok()) {
    throw new Error(`The bench could not sign in: ${reply.status()}`);
  }
  return visitor(browser, appUrl, await context.storageState());
}

async function measure(visit: Visit, from: string): Promise<void> {
  const { named, drawn, idle } = await visit((_context, page) => firstLoad(page, "/"));
  const size = (kilobytes: number) => `${kilobytes.toFixed(1)} kB`;
  print("Overview's first-load JavaScript", `${size(named)} gzip, with charts ${size(drawn)}, once idle ${size(idle)}`);
  const { paint, hasNumbers, documentKilobytes } = await firstPaint(visit, "/");
  print(
    "largest contentful paint, 1.6 Mbit/s, 150 ms",
    `${paint} ms, ${hasNumbers ? "with" : "WITHOUT"} the numbers in it; document ${documentKilobytes} kB gzip`,
  );
  for (const [name, range] of [
    ["the last seven days", ""],
    [`all ${wanted} conversations`, `from=${from}`],
  ] as const) {
    const { first, fresh, cached, shift, changes } = await changeFilters(visit, range);
    print(`the first filter change, ${name}`, first);
    print(`${changes - 1} more of them, ${name}`, fresh);
    print(`the same again, cached, ${name}`, cached);
    print(`layout shift of all of them, ${name}`, String(shift));
  }
  for (const [name, paintMs] of await presses(visit)) {
    print(`press to next paint, ${name}`, `${paintMs} ms`);
  }
  print("longest frame while scrolling the list", `${await scrolling(visit)} ms`);
}

await run();
