import { describe, expect, it } from "vitest";
import { packBars, spanOf, summarizeTimeline, type TimelineBar, timeTicks } from "./timeline-model";

const START = Date.UTC(2025, 9, 1, 2, 10, 36);
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();
const bar = (from: number, to: number, kind: TimelineBar["kind"] = "waiting"): TimelineBar => ({
  startAt: at(from),
  endAt: at(to),
  kind,
  label: `${from}–${to}`,
});

describe("timeTicks", () => {
  it("falls on round local times in a zone that is half an hour off", () => {
    const ticks = timeTicks({ start: START, end: START + 88_000 }, "Asia/Kolkata", 10);
    expect(ticks[0]).toBe(START + 4000);
    expect(ticks).toHaveLength(9);
    const hours = timeTicks({ start: START, end: START + 6 * 3_600_000 }, "Asia/Kolkata", 7);
    expect(new Date(hours[0] ?? 0).toISOString()).toBe("2025-10-01T02:30:00.000Z");
  });
  it("goes to the second for a short call", () => {
    expect(timeTicks({ start: START, end: START + 4000 }, "UTC", 5)).toHaveLength(5);
  });
  it("never has more ticks than fit", () => {
    expect(timeTicks({ start: START, end: START + 20 * 86_400_000 }, "UTC", 4).length).toBeLessThanOrEqual(5);
  });
});

describe("spanOf", () => {
  it("runs from the first instant to the last, marks included", () => {
    const span = spanOf([{ label: "Queue", bars: [bar(0, 50)] }], [{ at: at(100), label: "End", tone: "bad" }]);
    expect(span).toEqual({ start: START, end: START + 100_000 });
  });
  it("has a length even for a single instant", () => {
    expect(spanOf([{ label: "Queue", bars: [bar(0, 0)] }])).toEqual({ start: START, end: START + 1000 });
  });
});

describe("packBars", () => {
  it("puts bars that follow each other in one row, and those that overlap under each other", () => {
    expect(packBars([bar(20, 30), bar(0, 20)])).toHaveLength(1);
    expect(packBars([bar(0, 20), bar(10, 30), bar(20, 40)]).map((row) => row.length)).toEqual([2, 1]);
  });
  it("keeps the place of an empty lane", () => {
    expect(packBars([])).toEqual([[]]);
  });
});

describe("summarizeTimeline", () => {
  it("says the span in the report's zone, the parts and the ends", () => {
    const lanes = [{ label: "Queue", bars: [bar(0, 47)] }];
    expect(summarizeTimeline(lanes, [{ at: at(80), label: "User Hangup", tone: "bad" }], "Asia/Kolkata")).toBe(
      "From 07:40:36 to 07:41:56, 1m 20s; 1 part in 1 lane; User Hangup at 07:41:56.",
    );
  });
});
