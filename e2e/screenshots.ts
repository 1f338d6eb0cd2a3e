import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { PAGE_LIST } from "../components/shell/pages";
import { SECTION_LIST } from "../components/shell/settings-sections";
import { ACCOUNTS } from "./tools/accounts";
import { ensureBuild } from "./tools/build";
import { findChromium } from "./tools/chromium";
import { signIn } from "./tools/session";
import { startStack } from "./tools/stack";
import { waitFor } from "./tools/wait";

/** `npm run screenshots -- crowded`: 60 queues and 500 agents, many with names that strain a page. */
const IS_CROWDED = process.argv.includes("crowded");
const FOLDER = IS_CROWDED ? "screenshots/crowded" : "screenshots";
const WIDTHS = [390, 768, 1440];
const THEMES = ["light", "dark"] as const;
const ADDRESSES = [...new Set([...PAGE_LIST, ...SECTION_LIST].map(({ path }) => path)), "/api-reference"];

/** Writes a picture of every page in both themes and three widths, of a simulated centre with a month of conversations. */
async function takeScreenshots(): Promise<void> {
  await ensureBuild();
  mkdirSync(FOLDER, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), "callboard-screenshots-"));
  const centre = {
    conversationsPerDay: IS_CROWDED ? 2000 : 400,
    historyDays: IS_CROWDED ? 8 : 30,
    seed: 7,
    requestsPerMinute: 6000,
    simulator: IS_CROWDED ? { queues: 60, agents: 500 } : {},
  };
  const stack = await startStack({ ...centre, dataDir, reportTimeZone: "Asia/Kolkata", log: () => {} });
  const browser = await chromium.launch(await findChromium());
  try {
    const administrator = await signIn(stack.appUrl, ACCOUNTS.administrator);
    await waitFor(
      "the copy",
      300,
      async () => ((await administrator.get("/api/sync")) as { complete: boolean }).complete || undefined,
    );
    const list = (await administrator.get("/api/conversations?outcome=answered&channel=Voice&limit=1")) as {
      items: { id: string }[];
    };
    const conversation = `/conversations/${list.items[0]?.id}`;
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        await takeAll(browser, stack.appUrl, { width, theme, addresses: [...ADDRESSES, conversation] });
      }
    }
  } finally {
    await browser.close();
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Look {
  width: number;
  theme: (typeof THEMES)[number];
  addresses: readonly string[];
}

async function takeAll(browser: Browser, baseURL: string, { width, theme, addresses }: Look): Promise<void> {
  const viewport = { width, height: width < 768 ? 844 : 900 };
  const context = await browser.newContext({ baseURL, viewport, colorScheme: theme, reducedMotion: "reduce" });
  await context.request.post("/api/auth/sign-in/email", { data: ACCOUNTS.administrator });
  const page = await context.newPage();
  for (const address of addresses) {
    await page.goto(address);
    await settled(page);
    const name = address.startsWith("/conversations/")
      ? "conversation"
      : address.slice(1).replaceAll("/", "-") || "overview";
    await page.screenshot({ path: join(FOLDER, `${name}-${width}-${theme}.png`), fullPage: true });
  }
  await context.close();
}

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const waiting = [...document.querySelectorAll("[role=status]")].some((one) => one.textContent?.includes("Loading"));
    return !waiting && !document.querySelector("[aria-busy=true]");
  });
  await page.waitForTimeout(500);
}

await takeScreenshots();
