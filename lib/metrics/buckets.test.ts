import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallboardError } from "@/lib/shared/errors";
import type { Interval } from "@/lib/shared/intervals";
import { resolveRange } from "@/lib/shared/range";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { bucketsOf, defaultInterval } from "./buckets";

const NOW = Date.parse("2026-11-17T10:00:00Z");

const rangeOf = (timeZone: string, from: string, to: string) => resolveRange({ from, to }, timeZone, NOW);

function labelsOf(timeZone: string, from: string, to: string, interval?: Interval): string[] {
  const range = rangeOf(timeZone, from, to);
  return bucketsOf(range, interval ?? defaultInterval(range)).spine.map(({ label }) => label);
}

describe("the buckets of a range", () => {
  it("are hours in up to two local days, and days in more", () => {
    expect(labelsOf("UTC", "2025-10-01", "2025-10-02")).toHaveLength(48);
    expect(labelsOf("UTC", "2025-10-01", "2025-10-03")).toEqual(["2025-10-01", "2025-10-02", "2025-10-03"]);
    expect(labelsOf("America/New_York", "2025-11-01", "2025-11-02")).toHaveLength(48);
    expect(labelsOf("UTC", "2025-10-01T09:00", "2025-10-03T09:00")).toHaveLength(48);
  });

  it("leave out the hour that New York skips in spring: 23 hours, one day", () => {
    const hours = labelsOf("America/New_York", "2025-03-09", "2025-03-09", "hour");
    expect(hours).toHaveLength(23);
    expect(hours.slice(0, 4)).toEqual(["2025-03-09T00:00", "2025-03-09T01:00", "2025-03-09T03:00", "2025-03-09T04:00"]);
    expect(hours.at(-1)).toBe("2025-03-09T23:00");
    expect(labelsOf("America/New_York", "2025-03-09", "2025-03-09", "day")).toEqual(["2025-03-09"]);
  });

  it("hold the hour that New York repeats in autumn once: 25 hours, 24 buckets, one day", () => {
    const hours = labelsOf("America/New_York", "2025-11-02", "2025-11-02", "hour");
    expect(hours).toHaveLength(24);
    expect(new Set(hours).size).toBe(24);
    expect(labelsOf("America/New_York", "2025-11-01", "2025-11-03", "day")).toHaveLength(3);
  });

  it("begin at local hours in a zone that is half an hour off", () => {
    const hours = labelsOf("Asia/Kolkata", "2025-10-01", "2025-10-01");
    expect([hours[0], hours.at(-1), hours.length]).toEqual(["2025-10-01T00:00", "2025-10-01T23:00", 24]);
  });

  it("are weeks from Monday, the first one labelled by its own start, also before the range", () => {
    expect(labelsOf("UTC", "2025-10-01", "2025-10-07", "week")).toEqual(["2025-09-29", "2025-10-06"]);
    expect(labelsOf("UTC", "2025-10-05", "2025-10-05", "week")).toEqual(["2025-09-29"]);
    expect(labelsOf("UTC", "2025-10-06", "2025-10-12", "week")).toEqual(["2025-10-06"]);
    expect(labelsOf("America/New_York", "2025-10-27", "2025-11-09", "week")).toEqual(["2025-10-27", "2025-11-03"]);
  });

  it("are months, over the end of a year too", () => {
    expect(labelsOf("UTC", "2025-10-15", "2026-02-01", "month")).toEqual([
      "2025-10-01",
      "2025-11-01",
      "2025-12-01",
      "2026-01-01",
      "2026-02-01",
    ]);
    expect(labelsOf("Asia/Kolkata", "2025-10-31", "2025-10-31", "month")).toEqual(["2025-10-01"]);
  });

  it("leave out the day that Apia skipped in 2011", () => {
    expect(labelsOf("Pacific/Apia", "2011-12-28", "2012-01-01", "day")).toEqual([
      "2011-12-28",
      "2011-12-29",
      "2011-12-31",
      "2012-01-01",
    ]);
    expect(labelsOf("Pacific/Apia", "2025-10-01", "2025-10-01")).toHaveLength(24);
  });

  it("are quarters of an hour, the first one begun before the range", () => {
    expect(labelsOf("UTC", "2025-10-01T09:50", "2025-10-01T10:20", "quarter-hour")).toEqual([
      "2025-10-01T09:45",
      "2025-10-01T10:00",
      "2025-10-01T10:15",
    ]);
  });

  it("are refused where there would be more than 10,000 of them, naming the parameter", () => {
    const refused = (from: string, to: string, interval: Interval) => {
      try {
        return labelsOf("UTC", from, to, interval).length;
      } catch (error) {
        return (error as CallboardError).details;
      }
    };
    expect(refused("2025-01-01", "2025-04-14", "quarter-hour")).toBe(9984);
    expect(refused("2025-01-01", "2025-04-15", "quarter-hour")).toEqual({ parameter: "interval" });
    expect(refused("2025-01-01", "2026-12-31", "hour")).toEqual({ parameter: "interval" });
  });

  it("are not refused where they are few, though the range is long", () => {
    expect(labelsOf("UTC", "2000-01-01", "2029-12-31", "month")).toHaveLength(360);
    expect(labelsOf("UTC", "2000-01-03", "2030-01-06", "week")).toHaveLength(1566);
  });
});

describe("the bucket of an instant, in SQL", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  async function bucketOf(instant: string, timeZone: string, from: string, to: string, interval: Interval) {
    const { key, spine } = bucketsOf(rangeOf(timeZone, from, to), interval);
    const at = sql.lit(Date.parse(instant));
    const query: RawBuilder<{ bucket: number }> =
      sql`select ${key} as bucket from (select ${at}::bigint as started_at) t`;
    const { rows } = await query.execute(store.db);
    return spine.find((bucket) => bucket.key === rows[0]?.bucket)?.label;
  }

  it.each<[string, string, string, string, Interval, string]>([
    ["2025-03-09T06:59:59Z", "America/New_York", "2025-03-09", "2025-03-09", "hour", "2025-03-09T01:00"],
    ["2025-03-09T07:00:00Z", "America/New_York", "2025-03-09", "2025-03-09", "hour", "2025-03-09T03:00"],
    ["2025-11-02T05:30:00Z", "America/New_York", "2025-11-02", "2025-11-02", "hour", "2025-11-02T01:00"],
    ["2025-11-02T06:30:00Z", "America/New_York", "2025-11-02", "2025-11-02", "hour", "2025-11-02T01:00"],
    ["2025-11-02T07:00:00Z", "America/New_York", "2025-11-02", "2025-11-02", "hour", "2025-11-02T02:00"],
    ["2025-11-03T04:59:59Z", "America/New_York", "2025-11-01", "2025-11-03", "day", "2025-11-02"],
    ["2025-11-03T05:00:00Z", "America/New_York", "2025-11-01", "2025-11-03", "day", "2025-11-03"],
    ["2025-09-30T18:30:00Z", "Asia/Kolkata", "2025-09-30", "2025-10-02", "day", "2025-10-01"],
    ["2025-09-30T18:29:59.999Z", "Asia/Kolkata", "2025-09-30", "2025-10-02", "day", "2025-09-30"],
    ["2025-09-30T18:44:59Z", "Asia/Kolkata", "2025-10-01", "2025-10-01", "quarter-hour", "2025-10-01T00:00"],
    ["2025-10-05T23:59:59Z", "UTC", "2025-10-01", "2025-10-07", "week", "2025-09-29"],
    ["2025-10-06T00:00:00Z", "UTC", "2025-10-01", "2025-10-07", "week", "2025-10-06"],
    ["2025-10-31T18:29:59Z", "Asia/Kolkata", "2025-10-01", "2025-11-30", "month", "2025-10-01"],
    ["2025-10-31T18:30:00Z", "Asia/Kolkata", "2025-10-01", "2025-11-30", "month", "2025-11-01"],
    ["2025-10-15T00:00:00Z", "UTC", "2025-10-01", "2025-10-31", "month", "2025-10-01"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-28", "2012-01-01", "day", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-28", "2012-01-01", "day", "2011-12-31"],
  ])("%s in %s, from %s to %s, by the %s, is in %s", async (instant, timeZone, from, to, interval, expected) => {
    expect(await bucketOf(instant, timeZone, from, to, interval)).toBe(expected);
  });
});
