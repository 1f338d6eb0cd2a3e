import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEAD_HEIGHT, MOST_PIXELS, ROW_HEIGHT, type ScrollView, scrollTo, windowOf } from "./row-window";

const HEIGHT = 700;
const totals = fc.oneof(fc.nat(300), fc.constantFrom(10_000, 441_176, 441_177, 1_000_000, 20_000_000));

/** Where a row is drawn, from the top of the visible rows: what the browser would lay out. */
function drawnAt(index: number, total: number, view: ScrollView): number {
  const { first, before } = windowOf(total, view);
  return before + (index - first) * ROW_HEIGHT - view.top;
}

describe("the rows of a long list", () => {
  it("are those in sight and a few around, whatever their number", () => {
    expect(windowOf(0, { top: 0, height: HEIGHT })).toEqual({ first: 0, end: 0, before: 0, after: 0 });
    expect(windowOf(5, { top: 0, height: HEIGHT })).toEqual({ first: 0, end: 5, before: 0, after: 0 });
    const { first, end } = windowOf(1_000_000, { top: 7_000_000, height: HEIGHT });
    expect(end - first).toBeLessThan(60);
  });

  it("fill the box at every place, and the list is as long as its rows or as browsers can lay out", () => {
    fc.assert(
      fc.property(totals, fc.double({ min: 0, max: 1, noNaN: true }), (total, share) => {
        const length = Math.min(total * ROW_HEIGHT, MOST_PIXELS);
        const view = { top: share * Math.max(0, length - HEIGHT + HEAD_HEIGHT), height: HEIGHT };
        const { first, end, before, after } = windowOf(total, view);
        const drawn = before + (end - first) * ROW_HEIGHT + after;
        expect(drawn).toBeGreaterThan(length - 0.5);
        expect(drawn).toBeLessThan(length + ROW_HEIGHT);
        expect(first === 0 || drawnAt(first, total, view) <= ROW_HEIGHT).toBe(true);
        expect(end === total || drawnAt(end, total, view) >= HEIGHT - HEAD_HEIGHT).toBe(true);
      }),
    );
  });

  it("can each be brought into sight, the last one too", () => {
    fc.assert(
      fc.property(
        totals.filter((total) => total > 0),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (total, share, start, isCentred) => {
          const index = Math.min(total - 1, Math.floor(share * total));
          const length = Math.min(total * ROW_HEIGHT, MOST_PIXELS);
          const most = Math.max(0, length - HEIGHT + HEAD_HEIGHT);
          const from = { top: start * most, height: HEIGHT };
          const view = { top: Math.min(most, scrollTo(index, total, from, isCentred)), height: HEIGHT };
          const at = drawnAt(index, total, view);
          expect(at).toBeGreaterThanOrEqual(-0.5);
          expect(at + ROW_HEIGHT).toBeLessThanOrEqual(HEIGHT - HEAD_HEIGHT + 0.5);
        },
      ),
    );
  });

  it("stay where they are when the row sought is in sight", () => {
    expect(scrollTo(12, 1000, { top: 340, height: HEIGHT })).toBe(340);
  });
});
