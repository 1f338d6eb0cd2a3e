import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, SECOND_MS } from "@/lib/shared/instants";
import { createDensity, type Density } from "./density";
import { windowsAround } from "./unfinished";

const AT = Date.parse("2025-10-01T10:00:00Z");

/** As if it were known that so many conversations start in every hour. */
const evenDensity = (perHour: number): Density => ({
  ...createDensity(),
  expect: ({ fromAt, toAt }) => (perHour * (toAt - fromAt)) / HOUR_MS,
});
const spans = (...starts: number[]) => starts.map((start) => ({ firstAt: AT + start, lastAt: AT + start + SECOND_MS }));
const seconds = (windows: ReturnType<typeof windowsAround>) =>
  windows.map(({ fromAt, toAt }) => [(fromAt - AT) / SECOND_MS, (toAt - AT) / SECOND_MS]);

describe("windows around what can still change", () => {
  it("hold it with more than the second of overlap at both ends", () => {
    expect(seconds(windowsAround(spans(0), evenDensity(1)))).toEqual([[-2, 4]]);
  });

  it("are one for neighbours while all between them fits a page, and else each its own", () => {
    const hours = spans(0, 5 * HOUR_MS, 10 * HOUR_MS);
    expect(seconds(windowsAround(hours, evenDensity(6)))).toEqual([[-2, 36_004]]);
    expect(seconds(windowsAround(hours, evenDensity(10)))).toEqual([
      [-2, 18_004],
      [35_998, 36_004],
    ]);
    expect(windowsAround(hours, evenDensity(1000))).toHaveLength(3);
  });

  it("are never longer than what can be asked for", () => {
    expect(windowsAround(spans(0, 6 * DAY_MS, 8 * DAY_MS), evenDensity(0.01))).toHaveLength(2);
  });

  it("are joined only where they touch, while nothing is known of what lies between", () => {
    expect(seconds(windowsAround(spans(0, 4 * SECOND_MS, HOUR_MS)))).toEqual([
      [-2, 8],
      [3598, 3604],
    ]);
  });
});
