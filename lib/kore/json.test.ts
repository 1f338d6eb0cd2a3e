import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "./json";

describe("JSON is parsed so that no number loses digits", () => {
  it.each([
    ["9007199254740993", "9007199254740993"],
    ["-9007199254740993", "-9007199254740993"],
    ["123456789012345678901234", "123456789012345678901234"],
    ["1000000000000000000000", "1000000000000000000000"],
    ["0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
    ["12345678901234567.5", "12345678901234567.5"],
    ["1e400", "1e400"],
    ["1E-400", "1E-400"],
  ])("%s, which no double holds, becomes a text", (text, expected) => {
    expect(parseJson(text)).toBe(expected);
    expect(parseJson(`{"id": ${text} }`)).toEqual({ id: expected });
    expect(parseJson(`[1,${text},2]`)).toEqual([1, expected, 2]);
  });

  it.each([
    ["0", 0],
    ["-0", -0],
    ["17", 17],
    ["1.0", 1],
    ["1e5", 100_000],
    ["1.50E+2", 150],
    ["0.0000000", 0],
    ["1.00000000000000000000", 1],
    ["0.00000000000000000001", 1e-20],
    ["1e100", 1e100],
    ["5e-324", 5e-324],
    ["1.7976931348623157e308", Number.MAX_VALUE],
    ["9007199254740992", 2 ** 53],
    ["9007199254740994", 2 ** 53 + 2],
    ["100000000000000000000", 1e20],
    ["80.12345678901234", 80.12345678901234],
  ])("%s, which survives, stays a number", (text, expected) => {
    expect(parseJson(text)).toBe(expected);
  });

  it("keeps two ids apart that are one as doubles", () => {
    expect(parseJson('[{"id":9007199254740992},{"id":9007199254740993}]')).toEqual([
      { id: 9007199254740992 },
      { id: "9007199254740993" },
    ]);
  });

  it.each([
    String.raw`{"a \" 9007199254740993":"x: 9007199254740993, \\"}`,
    String.raw`{"a":"\\\\","b":"\\\" 9007199254740993"}`,
    '["12345678901234567890123", "1e400"]',
  ])("leaves texts as they are: %s", (json) => {
    expect(parseJson(json)).toEqual(JSON.parse(json));
  });

  it.each([
    "",
    "{",
    '"open',
    "[01]",
    "[00000000000000000001]",
    "[1.]",
    "nul",
    "[9007199254740993abc]",
    "9007199254740993 1",
  ])("does not take for JSON what is none: %j", (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  it("reads all that JSON can hold as JSON.parse does, where no number is long", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        expect(parseJson(json)).toEqual(JSON.parse(json));
      }),
    );
  });

  it("reads any whole number and any decimal with all its digits", () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,40})(\.\d{1,40})?$/);
    fc.assert(
      fc.property(digits, (text) => {
        const [read] = parseJson(`[${text}]`) as [number | string];
        const isInteger = !text.includes(".");
        expect(read).toSatisfy((value) =>
          typeof value === "string"
            ? value === text
            : isInteger
              ? BigInt(value) === BigInt(text)
              : value === Number(text),
        );
      }),
    );
  });

  it("overflows neither at a million levels nor at a text of 20 MB", () => {
    const deep = parseJson(`${'{"a":['.repeat(500_000)}9007199254740993${"]}".repeat(500_000)}`);
    expect(deep).toHaveProperty("a");
    expect(parseJson(`"${"x".repeat(10_000_000)}${'\\"'.repeat(5_000_000)}"`)).toHaveLength(15_000_000);
  });
});
