import { describe, expect, it } from "vitest";
import { coverageTicks } from "./coverage-ticks";

describe("the axis of the coverage", () => {
  it("has local midnights, evenly apart, and none where its label would not fit", () => {
    // Eleven days from noon in Kolkata (06:30 UTC): the first midnight is half a day in.
    const ticks = coverageTicks("2026-11-01T06:30:00Z", "2026-11-12T06:30:00Z", "Asia/Kolkata", 6);
    expect(ticks.map(({ label }) => label)).toEqual(["2 Nov", "4 Nov", "6 Nov", "8 Nov", "10 Nov"]);
    expect(ticks[0]?.at).toBeCloseTo(0.5 / 11);
    expect(ticks[4]?.at).toBeCloseTo(8.5 / 11);
  });

  it("keeps to midnight over a change of the clock", () => {
    // In Berlin the 25th of October 2026 has 25 hours.
    const ticks = coverageTicks("2026-10-23T22:00:00Z", "2026-10-28T23:00:00Z", "Europe/Berlin", 6);
    expect(ticks.map(({ label }) => label)).toEqual(["25 Oct", "26 Oct", "27 Oct", "28 Oct"]);
    expect(ticks[1]?.at).toBeCloseTo(49 / 121);
  });

  it("is bare where there is no midnight, or no time at all", () => {
    expect(coverageTicks("2026-11-01T01:00:00Z", "2026-11-01T02:00:00Z", "UTC", 6)).toEqual([]);
    expect(coverageTicks("2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", "UTC", 6)).toEqual([]);
  });
});
