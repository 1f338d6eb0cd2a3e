import { describe, expect, it } from "vitest";
import { hoursOf, intervalsFor, rangeOf, shiftRange, widenRange } from "./range";

const TODAY = "2026-11-22";

describe("a view's range", () => {
  it("is the last seven days where the URL says nothing, or nothing that is a day", () => {
    const week = { from: "2026-11-16", to: TODAY };
    expect(rangeOf({ from: null, to: null }, TODAY)).toEqual(week);
    expect(rangeOf({ from: "yesterday", to: "2026-13-45" }, TODAY)).toEqual(week);
    expect(rangeOf({ from: null, to: "2026-11-10T09:00" }, TODAY)).toEqual({
      from: "2026-11-04",
      to: "2026-11-10T09:00",
    });
  });

  it("counts days with the last included, and times up to the end", () => {
    expect(hoursOf({ from: "2026-11-16", to: "2026-11-22" })).toBe(168);
    expect(hoursOf({ from: "2026-11-16T09:00", to: "2026-11-16T10:30" })).toBe(1.5);
    expect(hoursOf({ from: "2026-11-16T12:00", to: "2026-11-16" })).toBe(12);
  });

  it("shifts by its own length, over the ends of months", () => {
    const days = { from: "2026-02-27", to: "2026-03-01" };
    expect(shiftRange(days, -1)).toEqual({ from: "2026-02-24", to: "2026-02-26" });
    expect(shiftRange(days, 1)).toEqual({ from: "2026-03-02", to: "2026-03-04" });
    expect(shiftRange({ from: "2026-11-22T23:00", to: "2026-11-23T01:00" }, 1)).toEqual({
      from: "2026-11-23T01:00",
      to: "2026-11-23T03:00",
    });
    expect(shiftRange({ from: "2026-11-22T12:00", to: "2026-11-22" }, -1)).toEqual({
      from: "2026-11-22T00:00",
      to: "2026-11-22T12:00",
    });
  });

  it("widens times to their days, and days to three times as many, none after today", () => {
    expect(widenRange({ from: "2026-11-10T09:00", to: "2026-11-10T12:00" }, TODAY)).toEqual({
      from: "2026-11-10",
      to: "2026-11-10",
    });
    expect(widenRange({ from: "2026-11-10", to: "2026-11-11" }, TODAY)).toEqual({
      from: "2026-11-08",
      to: "2026-11-13",
    });
    expect(widenRange({ from: "2026-11-22", to: "2026-11-22" }, TODAY)).toEqual({
      from: "2026-11-21",
      to: "2026-11-22",
    });
  });

  it.each([
    ["an hour", { from: "2026-11-22T09:00", to: "2026-11-22T10:00" }, ["quarter-hour"]],
    ["a day", { from: TODAY, to: TODAY }, ["quarter-hour", "hour"]],
    ["a week", { from: "2026-11-16", to: TODAY }, ["hour", "day"]],
    ["a month", { from: "2026-10-22", to: TODAY }, ["day", "week"]],
    ["a year", { from: "2025-11-23", to: TODAY }, ["day", "week", "month"]],
  ])("%s has room for intervals that can be read", (_, range, intervals) => {
    expect(intervalsFor(range)).toEqual(intervals);
  });
});
