import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison } from "./compare";
import { comparedRange } from "./compared-range";
import { HOUR_MS } from "./instants";
import { type ReportRange, resolveRange } from "./range";

const NOW = Date.parse("2026-11-17T20:00:00Z");

const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const comparedTo = (comparison: Comparison, range: ReportRange) => comparedRange(range, comparison);

function resolve(from?: string, to?: string, timeZone = "UTC"): ReportRange {
  return resolveRange({ from, to }, timeZone, NOW);
}

describe("the range before it", () => {
  it("is as many days, the last of them the day before", () => {
    const previous = comparedTo("previous", resolve("2025-10-08", "2025-10-14", "Asia/Kolkata"));
    expect(previous).toMatchObject({ from: "2025-10-01", to: "2025-10-07" });
    expect([iso(previous.startAt), iso(previous.endAt)]).toEqual(["2025-09-30T18:30", "2025-10-07T18:30"]);
  });

  it("is as many local days where the clocks change in between, not as many hours", () => {
    const previous = comparedTo("previous", resolve("2025-11-02", "2025-11-02", "America/New_York"));
    expect(previous).toMatchObject({ from: "2025-11-01", to: "2025-11-01" });
    expect((previous.endAt - previous.startAt) / HOUR_MS).toBe(24);
  });

  it("is as long where the range is one of date-times", () => {
    const previous = comparedTo("previous", resolve("2025-10-01T09:00", "2025-10-01T17:30"));
    expect(previous).toMatchObject({ from: "2025-10-01T00:30", to: "2025-10-01T09:00" });
  });

  it("ends where the range starts, in any zone, and reads as the same range when it is asked for", () => {
    const day = fc
      .integer({ min: 0, max: 8000 })
      .map((days) => new Date(Date.UTC(2005, 0, 1 + days)).toISOString().slice(0, 10));
    const zone = fc.constantFrom("UTC", "Asia/Kolkata", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe");
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), zone, (from, days, timeZone) => {
        const to = new Date(Date.parse(from) + days * 24 * HOUR_MS).toISOString().slice(0, 10);
        const range = resolve(from, to, timeZone);
        const previous = comparedRange(range, "previous");
        expect(previous.endAt).toBe(range.startAt);
        expect(resolve(previous.from, previous.to, timeZone)).toEqual(previous);
      }),
    );
  });
});

describe("a range to compare with", () => {
  const days = (comparison: Comparison, from: string, to: string) => {
    const range = comparedTo(comparison, resolve(from, to, "America/New_York"));
    return [range.from, range.to, iso(range.startAt), iso(range.endAt)];
  };

  it("is the same days of the week before, on the clock of those days", () => {
    expect(days("week", "2026-11-01", "2026-11-03")).toEqual([
      "2026-10-25",
      "2026-10-27",
      "2026-10-25T04:00",
      "2026-10-28T04:00",
    ]);
  });

  it("is the same dates of the year before", () => {
    expect(days("year", "2026-11-09", "2026-11-15").slice(0, 2)).toEqual(["2025-11-09", "2025-11-15"]);
    expect(days("year", "2024-02-29", "2024-02-29").slice(0, 2)).toEqual(["2023-02-28", "2023-02-28"]);
  });

  it("has the same weekdays and does not overlap where they are matched", () => {
    expect(days("matched", "2026-11-17", "2026-11-17").slice(0, 2)).toEqual(["2026-11-10", "2026-11-10"]);
    expect(days("matched", "2026-11-09", "2026-11-15").slice(0, 2)).toEqual(["2026-11-02", "2026-11-08"]);
    expect(days("matched", "2026-11-09", "2026-11-16").slice(0, 2)).toEqual(["2026-10-26", "2026-11-02"]);
  });

  it("keeps times of day", () => {
    const range = comparedTo("week", resolve("2026-11-10T09:15", "2026-11-10T17:30", "Asia/Kolkata"));
    expect(range).toMatchObject({ from: "2026-11-03T09:15", to: "2026-11-03T17:30" });
    expect([iso(range.startAt), iso(range.endAt)]).toEqual(["2026-11-03T03:45", "2026-11-03T12:00"]);
    const long = comparedTo("matched", resolve("2026-11-02T00:00", "2026-11-10T00:00"));
    expect(long).toMatchObject({ from: "2026-10-19T00:00", to: "2026-10-27T00:00" });
  });

  it("reads as the same range when it is asked for", () => {
    for (const comparison of ["week", "year", "matched"] as const) {
      const range = comparedTo(comparison, resolve("2026-10-20", "2026-11-08", "America/New_York"));
      expect(resolve(range.from, range.to, "America/New_York")).toEqual(range);
    }
  });
});
