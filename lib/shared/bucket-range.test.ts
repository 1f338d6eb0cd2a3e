import { describe, expect, it } from "vitest";
import { intervalOf, isLastBucketOpen, rangeOfBucket } from "./bucket-range";
import type { DatasetReply } from "./contract";

function series(buckets: string[], generatedAt = "2026-11-22T09:02:00.000Z"): DatasetReply {
  const meta = {
    from: "",
    to: "",
    timeZone: "Asia/Kolkata",
    generatedAt,
    dataThrough: null,
    complete: true,
    setAside: 0,
    unread: 0,
    stale: 0,
  };
  return { columns: [], leftOut: [], rows: buckets.map((bucket) => ({ bucket })), meta };
}

describe("buckets", () => {
  it("tell their interval by the distance of the first two", () => {
    expect(intervalOf(series(["2026-11-21", "2026-11-22"]))).toBe("day");
    expect(intervalOf(series(["2026-11-16", "2026-11-23"]))).toBe("week");
    expect(intervalOf(series(["2026-02-01", "2026-03-01"]))).toBe("month");
    expect(intervalOf(series(["2026-11-22T09:00", "2026-11-22T10:00"]))).toBe("hour");
    expect(intervalOf(series(["2026-11-22T09:00", "2026-11-22T09:15"]))).toBe("quarter-hour");
  });

  it("stand for a range of a view: days include the last, hours end where the next begins", () => {
    expect(rangeOfBucket("2026-11-16", "week")).toEqual({ from: "2026-11-16", to: "2026-11-22" });
    expect(rangeOfBucket("2026-02-01", "month")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(rangeOfBucket("2026-11-22T23:45", "quarter-hour")).toEqual({
      from: "2026-11-22T23:45",
      to: "2026-11-23T00:00",
    });
  });

  it("are open while the report's own clock stands in the last one", () => {
    expect(isLastBucketOpen(series(["2026-11-21", "2026-11-22"]))).toBe(true);
    expect(isLastBucketOpen(series(["2026-11-20", "2026-11-21"]))).toBe(false);
    expect(isLastBucketOpen(series(["2026-11-22T13:00", "2026-11-22T14:00"]))).toBe(true);
    expect(isLastBucketOpen(series(["2026-11-22T12:00", "2026-11-22T13:00"]))).toBe(false);
    expect(isLastBucketOpen(series(["2026-11-21", "2026-11-22"], "2026-11-22T18:30:00.000Z"))).toBe(false);
  });
});
