import { describe, expect, it } from "vitest";
import { summarizeList } from "@/components/charts/bars/bar-list";
import { summarizeDurations } from "@/components/charts/bars/duration-bars";
import { summarizeMatrix } from "@/components/charts/heat/matrix";
import { summarizeCallbacks } from "@/components/charts/trend/callbacks-chart";
import { pathOf, sparkPoints } from "@/components/charts/trend/sparkline";
import { AGENT_DURATIONS, openKey, splitOpenBucket, summarizeTrend } from "@/components/charts/trend/trend-series";

const agent = { id: "1", name: "Wei", interaction: 344, afterCallWork: 31, total: 375, p90: 690 };

describe("what is said of a chart", () => {
  it("names the largest row of a list", () => {
    const rows = [
      { key: "a", label: "CLOSED", value: 4, share: 0.8 },
      { key: "b", label: "Dropped", value: 1, share: 0.2 },
    ];
    expect(summarizeList(rows, "count")).toBe("2 rows; the largest is CLOSED with 4, 80.0 %.");
    expect(summarizeList([], "count")).toBe("No rows.");
  });
  it("names the most frequent pair of a matrix", () => {
    const cells = [
      { row: "CLOSED", column: "User Hangup", value: 3 },
      { row: "CLOSED", column: "Bot Hangup", value: 1 },
    ];
    expect(summarizeMatrix(cells)).toBe("The most frequent pair is CLOSED with User Hangup: 3 of 4.");
  });
  it("names the longest and the shortest handle time, whatever the order of the rows", () => {
    expect(
      summarizeDurations([agent, { ...agent, name: "Ann", total: 400 }, { ...agent, name: "No", total: null }]),
    ).toBe("3 agents; the longest handle time is 6m 40s, Ann, the shortest 6m 15s, Wei.");
  });
  it("takes the share of callbacks from their sums, never from averages", () => {
    const rows = [
      { bucket: "2026-11-16", callbacksOpted: 1, callbacksAccepted: 1 },
      { bucket: "2026-11-17", callbacksOpted: 3, callbacksAccepted: 0 },
    ];
    expect(summarizeCallbacks(rows, 340)).toBe("4 callbacks asked for, 1 accepted (25.0 %), median wait 5m 40s.");
  });
  it("says between what a line lies, gaps left out", () => {
    const rows = [
      { bucket: "2026-11-16", handleSecondsAverage: 310 },
      { bucket: "2026-11-17", handleSecondsAverage: null },
      { bucket: "2026-11-18", handleSecondsAverage: 440 },
    ];
    expect(summarizeTrend(rows, AGENT_DURATIONS, "seconds", "day")).toBe(
      "Handle time lies between 5m 10s (Mon 16 Nov) and 7m 20s (Wed 18 Nov).",
    );
  });
});

describe("a bucket that is not over", () => {
  it("leaves its line and gets a dotted one from the bucket before", () => {
    const series = [{ key: "wait", label: "Wait", colour: "" }];
    const rows = [{ wait: 1 }, { wait: 2 }, { wait: 3 }];
    const split = splitOpenBucket(rows, series, true);
    expect(split.map((row) => row.wait)).toEqual([1, 2, null]);
    expect(split.map((row) => row[openKey("wait")])).toEqual([null, 2, 3]);
  });
});

describe("sparkPoints", () => {
  it("spans the height and lifts the pen at a gap", () => {
    expect(pathOf(sparkPoints([0, 10, null, 5], 64, 22))).toBe("M2.0 20.0L22.0 2.0M62.0 11.0");
  });
  it("runs through the middle where nothing changes", () => {
    expect(sparkPoints([4, 4], 64, 22).map((point) => point?.y)).toEqual([11, 11]);
  });
});
