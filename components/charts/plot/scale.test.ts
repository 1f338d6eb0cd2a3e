import { describe, expect, it } from "vitest";
import { axisTicks, formatTick } from "./scale";

describe("axisTicks", () => {
  it("begins at zero and ends at or over the largest count", () => {
    expect(axisTicks(2132, "count")).toEqual([0, 600, 1200, 1800, 2400]);
    expect(axisTicks(120, "count", 2)).toEqual([0, 60, 120]);
  });
  it("never splits a single conversation", () => {
    expect(axisTicks(1, "count")).toEqual([0, 1]);
    expect(axisTicks(3, "count")).toEqual([0, 1, 2, 3]);
  });
  it("steps through durations in steps of the clock", () => {
    expect(axisTicks(905, "seconds", 5)).toEqual([0, 300, 600, 900, 1200]);
    expect(axisTicks(45, "seconds")).toEqual([0, 15, 30, 45]);
  });
  it("steps through ratios in round parts", () => {
    expect(axisTicks(0.8, "ratio")).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });
  it("still has an axis where everything is zero", () => {
    expect(axisTicks(0, "count")).toEqual([0, 1]);
  });
});

describe("formatTick", () => {
  it("writes the unit", () => {
    expect(formatTick(1800, "count")).toBe("1.8k");
    expect(formatTick(2_500_000, "count")).toBe("2.5M");
    expect(formatTick(180, "seconds")).toBe("3m");
    expect(formatTick(15, "seconds")).toBe("15s");
    expect(formatTick(7200, "seconds")).toBe("2h");
    expect(formatTick(0.6, "ratio")).toBe("60 %");
  });
});
