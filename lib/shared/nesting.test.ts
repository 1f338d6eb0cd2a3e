import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundDepth, MOST_LEVELS, stringifyJson } from "./nesting";

const textAt = (levels: number) => `${'{"a":'.repeat(levels)}[1,"x",null]${"}".repeat(levels)}`;
const valueAt = (levels: number): unknown => JSON.parse(textAt(levels));

describe("a value of any depth", () => {
  it.each([0, 98, 99, 100, 8000, 1_000_000])("%i levels deep is written as JSON.stringify would", (levels) => {
    expect(stringifyJson(valueAt(levels))).toBe(textAt(levels));
  });

  it("is written as JSON.stringify does, whatever it holds", () => {
    const inner = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(inner, inner, (value, other) => {
        const deep = { first: value, deep: valueAt(200), last: [other, "\u2028\ud800"], __proto__x: other };
        expect(stringifyJson(deep)).toBe(JSON.stringify(deep));
      }),
    );
  });

  it("may be wide as well", () => {
    const wide = [valueAt(200), ...Array.from({ length: 300_000 }, (_, index) => index)];
    expect(stringifyJson(wide)).toBe(JSON.stringify(wide));
  });
});

describe("what lies deeper than a hundred levels", () => {
  it("is the JSON text that it was", () => {
    let value = boundDepth({ shallow: [1], deep: valueAt(8000) }) as Record<string, unknown>;
    expect(value.shallow).toEqual([1]);
    for (let level = 1; level < MOST_LEVELS; level += 1) {
      value = (value.deep ?? value.a) as Record<string, unknown>;
    }
    expect(value.a).toBe(textAt(8000 - MOST_LEVELS + 1));
  });

  it("is cut nowhere else: a value of a hundred levels is the same", () => {
    const value = valueAt(MOST_LEVELS - 1);
    expect(boundDepth(value)).toBe(value);
  });

  it("keeps keys that objects inherit", () => {
    const value = JSON.parse(`{"__proto__":${textAt(300)},"constructor":1}`);
    expect(Object.keys(boundDepth(value) as object)).toEqual(["__proto__", "constructor"]);
  });
});
