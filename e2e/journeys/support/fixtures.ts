import { type APIRequestContext, test as base, expect } from "@playwright/test";
import type { Role } from "../../../lib/shared/roles";
import { NOW } from "../../tools/now";
import { shiftDate } from "../../tools/shift-date.mjs";
import { type BrowserFaults, watchBrowser } from "./browser-faults";

type Cookies = Awaited<ReturnType<APIRequestContext["storageState"]>>;

interface TestFixtures {
  /** Who is signed in; null is nobody. */
  role: Role | null;
  /** What went wrong in the browser. A test that brings something about says so with `expect`; all else fails it. */
  faults: BrowserFaults;
}

interface WorkerFixtures {
  /** The cookies of each role, signed in once by the global setup. */
  sessions: Record<Role, Cookies>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  role: ["administrator", { option: true }],
  sessions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are asked for from this pattern.
    async ({}, use) => use(JSON.parse(process.env.SESSIONS ?? "{}")),
    { scope: "worker" },
  ],
  storageState: async ({ role, sessions }, use) => use(role === null ? undefined : sessions[role]),
  context: async ({ context }, use) => {
    await context.addInitScript(shiftDate, NOW - Date.now());
    await use(context);
  },
  faults: [
    async ({ context }, use) => {
      const faults = watchBrowser(context);
      await use(faults);
      expect(faults.found(), "faults in the browser's console and network").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
