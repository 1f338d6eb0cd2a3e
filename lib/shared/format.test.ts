import { describe, expect, it } from "vitest";
import type { Value } from "./contract";
import {
  formatBucket,
  formatChange,
  formatDay,
  formatSeconds,
  formatShort,
  formatShortDay,
  formatTime,
  formatValue,
  formatZone,
} from "./format";
import type { Unit } from "./units";

describe("a duration", () => {
  it.each([
    [0, "0s"],
    [5, "5s"],
    [5.25, "5.3s"],
    [26.811, "27s"],
    [59.4, "59s"],
    [59.6, "1m 00s"],
    [60, "1m 00s"],
    [272, "4m 32s"],
    [3599.5, "1h 00m"],
    [3600, "1h 00m"],
    [86_400, "24h 00m"],
    [90_061, "25h 01m"],
  ])("of %d seconds reads %s", (seconds, expected) => {
    expect(formatSeconds(seconds)).toBe(expected);
  });
});

describe("a value in a table", () => {
  it.each<[Value | undefined, Unit, string]>([
    [null, "count", "–"],
    [null, "ratio", "–"],
    [undefined, "seconds", "–"],
    [0, "count", "0"],
    [1234, "count", "1,234"],
    [-0.04, "score", "0"],
    [-3, "score", "-3"],
    [1_234_567, "count", "1,234,567"],
    [0, "ratio", "0.0 %"],
    [1, "ratio", "100.0 %"],
    [2 / 6, "ratio", "33.3 %"],
    [0.9999, "ratio", "100.0 %"],
    [272, "seconds", "4m 32s"],
    [3.54, "score", "3.5"],
    [-12.5, "score", "-12.5"],
    ["Voice", "text", "Voice"],
    ["2026-11-17", "bucket", "2026-11-17"],
  ])("%j as a %s reads %s", (value, unit, expected) => {
    expect(formatValue(value, unit)).toBe(expected);
  });
});

describe("a value on a tile", () => {
  it.each<[Value, Unit, string]>([
    [99_999, "count", "99,999"],
    [100_000, "count", "100K"],
    [1_234_567, "count", "1.2M"],
    [null, "count", "–"],
    [200_000, "seconds", "55h 33m"],
    [0.5, "ratio", "50.0 %"],
  ])("%j as a %s reads %s", (value, unit, expected) => {
    expect(formatShort(value, unit)).toBe(expected);
  });
});

describe("a change against another range", () => {
  it.each<[string, number | null, number | null, Unit, string | null]>([
    ["relative for counts, up", 150, 100, "count", "+50.0 %"],
    ["relative for counts, down", 75, 100, "count", "−25.0 %"],
    ["relative for durations", 30, 20, "seconds", "+50.0 %"],
    ["percentage points for ratios", 0.8, 0.75, "ratio", "+5.0 pts"],
    ["percentage points for ratios, down", 0.1, 0.2, "ratio", "−10.0 pts"],
    ["percentage points also from nothing", 0.5, 0, "ratio", "+50.0 pts"],
    ["none", 100, 100, "count", "±0.0 %"],
    ["none for ratios", 0.5, 0.5, "ratio", "±0.0 pts"],
    ["none where it rounds to none", 0.50001, 0.5, "ratio", "±0.0 pts"],
    ["not told from nothing", 5, 0, "count", null],
    ["not told where a value is missing", null, 5, "count", null],
    ["not told where there was none", 5, null, "ratio", null],
    ["up where a score rises from below zero", -5, -10, "score", "+50.0 %"],
    ["down where a score falls further below zero", -15, -10, "score", "−50.0 %"],
  ])("is %s", (_, value, before, unit, expected) => {
    expect(formatChange(value, before, unit)).toBe(expected);
  });
});

describe("a bucket on an axis", () => {
  it.each([
    ["2026-11-17", "day", "Tue 17"],
    ["2026-11-17T13:00", "hour", "13:00"],
    ["2026-11-17T13:15", "quarter-hour", "13:15"],
    ["2026-11-16", "week", "16 Nov"],
    ["2026-11-01", "month", "Nov 2026"],
  ])("%s by the %s reads %s", (bucket, interval, expected) => {
    expect(formatBucket(bucket, interval)).toBe(expected);
  });
});

describe("an instant in the report's zone", () => {
  const LATE = "2025-10-31T22:56:43.000Z";

  it("has the local time and the local day", () => {
    expect(formatTime(LATE, "Asia/Kolkata")).toBe("04:26");
    expect(formatTime(LATE, "Asia/Kolkata", true)).toBe("04:26:43");
    expect(formatTime("2025-09-30T18:30:00Z", "Asia/Kolkata")).toBe("00:00");
    expect(formatDay(LATE, "Asia/Kolkata")).toBe("1 Nov 2025");
    expect(formatDay(LATE, "UTC")).toBe("31 Oct 2025");
    expect(formatShortDay(LATE, "Asia/Kolkata")).toBe("Sat 1 Nov");
  });

  it("is a dash where it is missing", () => {
    expect(formatTime(null, "UTC")).toBe("–");
  });

  it("names the zone by its city", () => {
    expect(["Asia/Kolkata", "America/New_York", "America/Argentina/Buenos_Aires", "UTC"].map(formatZone)).toEqual([
      "Kolkata",
      "New York",
      "Buenos Aires",
      "UTC",
    ]);
  });
});
