import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intersect, LONGEST_WINDOW, splitAt, wholeSeconds } from "./windows";

const WEEK = 7 * 86_400_000;

describe("the longest window", () => {
  it("with the second before it is no longer than the seven days of the vendor's page", () => {
    expect(LONGEST_WINDOW + 1000).toBeLessThanOrEqual(WEEK);
    expect(LONGEST_WINDOW % 1000).toBe(0);
  });
});

describe("the common part of two windows", () => {
  it("is none where they only touch", () => {
    expect(intersect({ fromAt: 0, toAt: 5 }, { fromAt: 5, toAt: 9 })).toBeNull();
    expect(intersect({ fromAt: 0, toAt: 6 }, { fromAt: 5, toAt: 9 })).toEqual({ fromAt: 5, toAt: 6 });
    expect(intersect({ fromAt: 0, toAt: 9 }, { fromAt: 5, toAt: 6 })).toEqual({ fromAt: 5, toAt: 6 });
  });
});

describe("whole seconds", () => {
  it("widen a window, and leave one of whole seconds as it is", () => {
    expect(wholeSeconds({ fromAt: 1999, toAt: 3001 })).toEqual({ fromAt: 1000, toAt: 4000 });
    expect(wholeSeconds({ fromAt: 1000, toAt: 4000 })).toEqual({ fromAt: 1000, toAt: 4000 });
  });
});

describe("where a window that held too much is cut", () => {
  it("is the median start of what came", () => {
    expect(splitAt({ fromAt: 0, toAt: 100_000 }, [90_000, 1000, 80_000, 85_000, 70_000])).toBe(80_000);
  });

  it("is the middle where nothing tells", () => {
    expect(splitAt({ fromAt: 0, toAt: 100_000 }, [])).toBe(50_000);
    expect(splitAt({ fromAt: 0, toAt: 100_000 }, [-5000, 100_000])).toBe(50_000);
  });

  it("is a second from the edge where all came in the first or the last one", () => {
    expect(splitAt({ fromAt: 0, toAt: 100_000 }, [0, 0, 0])).toBe(1000);
    expect(splitAt({ fromAt: 0, toAt: 100_000 }, [99_900, 99_900])).toBe(99_000);
  });

  it("leaves whole seconds on both sides, so that splitting ends", () => {
    const starts = fc.array(fc.integer({ min: -10_000, max: 700_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 2, max: 600 }), starts, (from, length, came) => {
        const window = { fromAt: from * 1000, toAt: (from + length) * 1000 };
        const cut = splitAt(window, came);
        expect(cut % 1000).toBe(0);
        expect(cut).toBeGreaterThan(window.fromAt);
        expect(cut).toBeLessThan(window.toAt);
      }),
    );
  });
});
