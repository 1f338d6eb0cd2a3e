import { describe, expect, it } from "vitest";
import { bucketTicks, nameBucket } from "./bucket-ticks";

const hours = (days: number) =>
  Array.from({ length: days * 24 }, (_, index) =>
    new Date(Date.UTC(2026, 10, 16) + index * 3_600_000).toISOString().slice(0, 16),
  );
const days = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 10, 1) + index * 86_400_000).toISOString().slice(0, 10),
  );
const labelsOf = (buckets: string[], interval: string, width: number) =>
  bucketTicks(buckets, interval, width).map((tick) => tick.label);

describe("bucketTicks", () => {
  it("labels every day where there is room", () => {
    expect(labelsOf(days(3), "day", 600)).toEqual(["Sun 1", "Mon 2", "Tue 3"]);
  });
  it("leaves days out before their labels touch", () => {
    expect(labelsOf(days(7), "day", 300)).toEqual(["Sun 1", "Tue 3", "Thu 5", "Sat 7"]);
  });
  it("names the month where weekdays would repeat", () => {
    expect(labelsOf(days(30), "day", 400)).toEqual(["1 Nov", "8 Nov", "15 Nov", "22 Nov", "29 Nov"]);
  });
  it("labels hours of one day by the clock", () => {
    expect(labelsOf(hours(1), "hour", 200)).toEqual(["00:00", "06:00", "12:00", "18:00"]);
  });
  it("names the day at midnight where hours run over several", () => {
    expect(labelsOf(hours(2), "hour", 240)).toEqual(["Mon 16", "12:00", "Tue 17", "12:00"]);
  });
  it("keeps 400 hours legible", () => {
    expect(bucketTicks(hours(17), "hour", 340).length).toBeLessThanOrEqual(7);
  });
  it("has nothing to label without buckets", () => {
    expect(bucketTicks([], "day", 600)).toEqual([]);
  });
});

describe("nameBucket", () => {
  it("names a bucket in full", () => {
    expect(nameBucket("2026-11-17", "day")).toBe("Tue 17 Nov");
    expect(nameBucket("2026-11-17T13:00", "hour")).toBe("Tue 17 Nov, 13:00");
    expect(nameBucket("2026-11-16", "week")).toBe("Week of 16 Nov");
    expect(nameBucket("2026-11-01", "month")).toBe("Nov 2026");
  });
});
