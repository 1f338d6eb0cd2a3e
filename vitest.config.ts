import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Whatever mocks a module: it must not stay mocked for other files, nor be loaded by them before. */
const MOCKING = ["components/distinct-keys.test.tsx"];
/** What measures a built server, or makes the build. */
const SERVER = ["e2e/integration/server/**/*.test.ts"];

/** The empty store that `openTestStore` copies. */
const globalSetup = "lib/store/engine/test-store-setup.ts";

const unit = {
  globalSetup,
  testTimeout: 120_000,
  hookTimeout: 120_000,
};
const integration = {
  globalSetup,
  // Properties over whole copies take minutes on two cores that others use too.
  testTimeout: 900_000,
  hookTimeout: 300_000,
};

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          ...unit,
          name: "unit",
          include: ["{lib,components,app}/**/*.test.{ts,tsx}"],
          exclude: [...configDefaults.exclude, ...MOCKING],
          // A worker loads each module once for all files, which would otherwise take as long as the tests.
          isolate: false,
        },
      },
      { extends: true, test: { ...unit, name: "unit-mocking", include: MOCKING } },
      {
        extends: true,
        test: {
          ...integration,
          name: "integration",
          include: ["e2e/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...SERVER],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...integration,
          name: "server",
          include: SERVER,
          // Alone on the machine, since they measure waiting and memory.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
