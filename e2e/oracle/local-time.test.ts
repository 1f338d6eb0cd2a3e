import { expect, test } from "vitest";
import { findBucket, findWeekdayAndHour, listBuckets, readRange } from "./local-time";
import type { OracleInterval } from "./query";

function buckets(timeZone: string, from: string, to: string, interval?: OracleInterval): string[] {
  return listBuckets(readRange({ from, to, timeZone, interval }), timeZone);
}

function hours(timeZone: string, from: string, to: string): number {
  const { start, end } = readRange({ from, to, timeZone });
  return (end - start) / 3_600_000;
}

test("a day of Kolkata begins at half past six in the evening of the day before in UTC", () => {
  const { start } = readRange({ from: "2025-10-01", to: "2025-10-01", timeZone: "Asia/Kolkata" });
  expect(new Date(start).toISOString()).toBe("2025-09-30T18:30:00.000Z");
  expect(findBucket(start, "Asia/Kolkata", "hour")).toBe("2025-10-01T00:00");
  expect(findBucket(start - 1, "Asia/Kolkata", "day")).toBe("2025-09-30");
});

test("the hour that New York skips in March is absent", () => {
  expect(hours("America/New_York", "2025-03-09", "2025-03-09")).toBe(23);
  const list = buckets("America/New_York", "2025-03-09", "2025-03-09");
  expect(list).toHaveLength(23);
  expect(list).not.toContain("2025-03-09T02:00");
});

test("the hour that New York repeats in November is one bucket", () => {
  expect(hours("America/New_York", "2025-11-02", "2025-11-02")).toBe(25);
  const list = buckets("America/New_York", "2025-11-02", "2025-11-02");
  expect(list).toHaveLength(24);
  const first = Date.UTC(2025, 10, 2, 5, 30);
  expect(findBucket(first, "America/New_York", "hour")).toBe("2025-11-02T01:00");
  expect(findBucket(first + 3_600_000, "America/New_York", "hour")).toBe("2025-11-02T01:00");
});

test("the day that Apia skipped in 2011 is absent", () => {
  expect(buckets("Pacific/Apia", "2011-12-28", "2012-01-01")).toEqual([
    "2011-12-28",
    "2011-12-29",
    "2011-12-31",
    "2012-01-01",
  ]);
  expect(hours("Pacific/Apia", "2011-12-30", "2011-12-30")).toBe(0);
  expect(buckets("Pacific/Apia", "2011-12-30", "2011-12-30")).toEqual([]);
});

test("a day of Apia begins at eleven in the morning of the day before in UTC", () => {
  const { start } = readRange({ from: "2025-10-01", to: "2025-10-01", timeZone: "Pacific/Apia" });
  expect(new Date(start).toISOString()).toBe("2025-09-30T11:00:00.000Z");
});

test("a range of up to two local days defaults to hours, a longer one to days", () => {
  expect(buckets("UTC", "2025-10-01", "2025-10-02")).toHaveLength(48);
  expect(buckets("America/New_York", "2025-11-01", "2025-11-02")).toHaveLength(48);
  expect(buckets("UTC", "2025-10-01", "2025-10-03")).toEqual(["2025-10-01", "2025-10-02", "2025-10-03"]);
  expect(buckets("UTC", "2025-10-01T09:00", "2025-10-03T09:00")).toHaveLength(48);
});

test("a range of date-times leaves out its end", () => {
  expect(buckets("UTC", "2025-10-01T09:00", "2025-10-01T11:00")).toEqual(["2025-10-01T09:00", "2025-10-01T10:00"]);
});

test("the first bucket is labelled by its own start, also before the range", () => {
  expect(buckets("UTC", "2025-10-01T09:50", "2025-10-01T10:20", "quarter-hour")).toEqual([
    "2025-10-01T09:45",
    "2025-10-01T10:00",
    "2025-10-01T10:15",
  ]);
  expect(buckets("UTC", "2025-10-01", "2025-10-07", "week")).toEqual(["2025-09-29", "2025-10-06"]);
  expect(buckets("UTC", "2025-10-15", "2025-12-01", "month")).toEqual(["2025-10-01", "2025-11-01", "2025-12-01"]);
});

test("a Sunday is weekday 7 and belongs to the week of the Monday before", () => {
  const sunday = Date.UTC(2025, 9, 5, 23, 30);
  expect(findWeekdayAndHour(sunday, "UTC")).toEqual({ weekday: 7, hour: 23 });
  expect(findBucket(sunday, "UTC", "week")).toBe("2025-09-29");
  expect(findWeekdayAndHour(sunday, "Asia/Kolkata")).toEqual({ weekday: 1, hour: 5 });
});
