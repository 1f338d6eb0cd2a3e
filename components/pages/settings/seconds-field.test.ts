import { expect, it } from "vitest";
import { readSeconds } from "./seconds-field";

it.each([
  ["20", { seconds: 20 }],
  [" 7,5 ", { seconds: 7.5 }],
  ["0", { seconds: 0 }],
  ["", { seconds: null }],
  ["  ", { seconds: null }],
  ["86400", { seconds: 86_400 }],
  ["86401", { error: "Must be at most 86400." }],
  ["-1", { error: "Must not be negative." }],
  ["20s", { error: "Must be a number of seconds." }],
  ["Infinity", { error: "Must be a number of seconds." }],
])("a field that holds “%s” is read as %j", (text, read) => {
  expect(readSeconds(text)).toEqual(read);
});
