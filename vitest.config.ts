import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Properties, and a store's migrations, take long where others use the processors too.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ["{lib,components,app}/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["e2e/**/*.test.ts"],
          // Properties over whole copies take minutes on two cores that others use too.
          testTimeout: 900_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
