import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS } from "./e2e/tools/chromium";

// CHROMIUM_PATH, BASE_URL and SESSIONS are set by the global setup; the workers, which start after it, read this file again.
export default defineConfig({
  testDir: "e2e/journeys",
  globalSetup: "./e2e/journeys/support/global-setup.ts",
  forbidOnly: Boolean(process.env.CI),
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  retries: 0,
  timeout: 120_000,
  // A page on two cores that others use too can take seconds to follow.
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    baseURL: process.env.BASE_URL,
    // A trace doubles the time of every test: `npx playwright test --trace retain-on-failure` where one is wanted.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: CHROMIUM_ARGS },
  },
});
