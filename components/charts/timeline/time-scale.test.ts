import { describe, expect, it } from "vitest";
import { HOUR_MS, SECOND_MS } from "@/lib/shared/instants";
import { runsOf, shareOn, timeScale } from "./time-scale";

/** 60 s of talk, 100 hours of silence, 40 s of talk. */
const MAIL = [0, 60 * SECOND_MS, 60 * SECOND_MS + 100 * HOUR_MS, 100 * SECOND_MS + 100 * HOUR_MS];

describe("a time axis", () => {
  it("is true to scale where there is room for everything", () => {
    const scale = timeScale([0, 10, 20, 100]);
    expect(scale.some(({ isBroken }) => isBroken)).toBe(false);
    expect([0, 10, 50, 100].map((instant) => shareOn(scale, instant))).toEqual([0, 0.1, 0.5, 1]);
  });

  it("breaks a long silence, so that what lies around it can be read", () => {
    // The silence is drawn as 50 s of 150.
    const scale = timeScale(MAIL);
    expect(scale.map(({ isBroken }) => isBroken)).toEqual([false, true, false]);
    expect(shareOn(scale, 60 * SECOND_MS)).toBeCloseTo(60 / 150);
    expect(shareOn(scale, 60 * SECOND_MS + 100 * HOUR_MS)).toBeCloseTo(110 / 150);
    expect(shareOn(scale, 60 * SECOND_MS + 50 * HOUR_MS)).toBeCloseTo(85 / 150);
    expect(runsOf(scale).map(({ start, end }) => [start, end])).toEqual([
      [0, 60 * SECOND_MS],
      [60 * SECOND_MS + 100 * HOUR_MS, 100 * SECOND_MS + 100 * HOUR_MS],
    ]);
  });

  it("leaves a call of minutes as it was, however short its other parts are", () => {
    const call = [0, 60, 83, 89, 90, 372, 410].map((seconds) => seconds * SECOND_MS);
    expect(timeScale(call).some(({ isBroken }) => isBroken)).toBe(false);
  });

  it("breaks nothing where that is not wanted", () => {
    const scale = timeScale(MAIL, true);
    expect(shareOn(scale, 50 * HOUR_MS)).toBeCloseTo(0.5, 2);
    expect(runsOf(scale)).toHaveLength(1);
  });

  it("keeps the order of all instants", () => {
    const instants = [0, 5, 7, 7 + 30 * HOUR_MS, 9 + 30 * HOUR_MS, 9 + 90 * HOUR_MS, 20 + 90 * HOUR_MS];
    const shares = instants.map((instant) => shareOn(timeScale(instants), instant));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });

  it("has a length even for a single instant, or none", () => {
    expect(shareOn(timeScale([7]), 7)).toBe(0);
    expect(shareOn(timeScale([]), 7)).toBe(0.007);
  });
});
