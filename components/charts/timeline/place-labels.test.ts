import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "./place-labels";

describe("labels of markers", () => {
  it("stand beside each other in one row where there is room", () => {
    const placed = placeLabels(
      [
        { x: 0, text: "Assigned" },
        { x: 300, text: "Accepted" },
      ],
      800,
      3,
    );
    expect(placed.map(({ row }) => row)).toEqual([0, 0]);
  });

  it("go up a row where they would touch, and are left out where no row is free", () => {
    const labels = [10, 12, 14, 16].map((x) => ({ x, text: "Accepted" }));
    expect(placeLabels(labels, 800, 3).map(({ row }) => row)).toEqual([0, 1, 2, null]);
  });

  it("turn to the left at the right edge", () => {
    const [last] = placeLabels([{ x: 795, text: "User Hangup" }], 800, 3);
    expect(last?.left).toBeLessThan(795 - 60);
  });

  it("never overlap, whatever they say and wherever they stand", () => {
    const label = fc.record({ x: fc.integer({ min: 0, max: 900 }), text: fc.string({ maxLength: 28 }) });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), fc.integer({ min: 120, max: 1200 }), (labels, width) => {
        const drawn = placeLabels(labels, width, 5).flatMap(({ row, left }, index) =>
          row === null ? [] : [{ row, left, right: left + (labels[index]?.text.length ?? 0) * 6.1 + 14 }],
        );
        for (const a of drawn) {
          const touching = drawn.filter((b) => b !== a && b.row === a.row && b.left < a.right && a.left < b.right);
          expect(touching).toEqual([]);
        }
      }),
    );
  });
});
