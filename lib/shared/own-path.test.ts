import { expect, it } from "vitest";
import { ownPath } from "./own-path";

it("keeps a page of our own, with what it was asked for", () => {
  expect(ownPath("/queues?from=2026-11-01&queue=A%26B")).toBe("/queues?from=2026-11-01&queue=A%26B");
});

it.each([
  "//evil.example/x",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "evil.example",
  "",
])("leads home from %j, which is no path of our own", (asked) => {
  expect(ownPath(asked)).toBe("/");
});

it.each(["/sign-in?to=/sign-in", "/set-up", "/api/auth/sign-out"])("leads home from %s, which is no page", (asked) => {
  expect(ownPath(asked)).toBe("/");
});
