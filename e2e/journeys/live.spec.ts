import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ACCOUNTS } from "../tools/accounts";
import { NOW } from "../tools/now";
import { type Stack, startStack } from "../tools/stack";
import { expect, test } from "./support/fixtures";
import { shiftsOf, watchShifts } from "./support/layout-shift";
import { heading, openPage, untilAlive, untilSettled } from "./support/open-page";
import { fillSignIn } from "./support/sign-in";

test.use({ role: null });

let dataDir = "";
let stack: Stack | undefined;

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "callboard-live-"));
  stack = await startStack({
    dataDir,
    startsAt: NOW,
    conversationsPerDay: 6_000,
    historyDays: 1,
    seed: 1,
    requestsPerMinute: 6_000,
    reportTimeZone: "Asia/Kolkata",
    // A centre that goes on, and a copy that looks every other second.
    env: { SYNC_INTERVAL_SECONDS: "2" },
    log: () => {},
  });
});

test.afterAll(async () => {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
});

test.setTimeout(150_000);

test("a view of today brings new conversations by itself: nothing moves, focus and scroll stay", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openPage(page, `${stack?.appUrl}/sign-in`);
  await fillSignIn(page, ACCOUNTS.administrator);
  await expect(heading(page, "Overview")).toBeVisible({ timeout: 30_000 });
  await untilAlive(page);
  await expect(page.getByRole("banner").first()).toContainText("Complete through", { timeout: 60_000 });
  await untilSettled(page);
  const zip = page.getByRole("link", { name: / as ZIP/ });
  await zip.focus();
  await page.evaluate(() => window.scrollTo({ top: 240 }));
  const before = await countOf(page);
  await watchShifts(page);
  await expect.poll(() => countOf(page), { timeout: 60_000 }).toBeGreaterThan(before);
  expect(await shiftsOf(page)).toEqual([]);
  await expect(zip).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(240);
  await page.context().close();
});

/** What the tile of conversations says. */
async function countOf(page: Page): Promise<number> {
  const tile = page.getByRole("main").locator("button[aria-pressed]").first();
  return Number(/[\d,]{2,}/.exec((await tile.textContent()) ?? "")?.[0].replaceAll(",", ""));
}
