import { describe, expect, it } from "vitest";
import { moveCursor } from "./use-point-cursor";
import { stepTo } from "./use-roving";

describe("moveCursor", () => {
  it("enters at the first point from the right arrow and at the last from the left", () => {
    expect(moveCursor(null, "ArrowRight", 7, 5)).toEqual({ point: 0, level: 0 });
    expect(moveCursor(null, "ArrowLeft", 7, 5)).toEqual({ point: 6, level: 0 });
  });
  it("climbs through the series of a point and keeps the series from point to point", () => {
    expect(moveCursor({ point: 2, level: 0 }, "ArrowUp", 7, 5)).toEqual({ point: 2, level: 1 });
    expect(moveCursor({ point: 2, level: 1 }, "ArrowRight", 7, 5)).toEqual({ point: 3, level: 1 });
  });
  it("stops at the ends", () => {
    expect(moveCursor({ point: 6, level: 5 }, "ArrowRight", 7, 5)).toEqual({ point: 6, level: 5 });
    expect(moveCursor({ point: 6, level: 5 }, "ArrowUp", 7, 5)).toEqual({ point: 6, level: 5 });
  });
  it("leaves other keys, and up and down in a chart of one series, to the page", () => {
    expect(moveCursor(null, "d", 7, 5)).toBeUndefined();
    expect(moveCursor({ point: 0, level: 0 }, "ArrowUp", 7, 0)).toBeUndefined();
  });
});

describe("stepTo", () => {
  it("moves through a list both ways with either pair of arrows", () => {
    expect(stepTo("ArrowDown", 0, 3, 1)).toBe(1);
    expect(stepTo("ArrowLeft", 0, 3, 1)).toBe(0);
    expect(stepTo("End", 0, 3, 1)).toBe(2);
  });
  it("goes by rows in a grid and stays at its edge", () => {
    expect(stepTo("ArrowDown", 1, 8, 4)).toBe(5);
    expect(stepTo("ArrowDown", 5, 8, 4)).toBe(5);
  });
});
