import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { envExample } from "./env-example";

it(".env.example is what lib/env.ts says (npm run env-example writes it anew)", () => {
  expect(readFileSync(".env.example", "utf8")).toBe(envExample());
});
