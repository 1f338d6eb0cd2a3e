import { describe, expect, it } from "vitest";
import { runsOf, shareOn, timeScale } from "./time-scale";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** 60 s of talk, 100 hours of silence, 40 s of talk. */
const MAIL = [0, 60 * SECOND, 60 * SECOND + 100 * HOUR, 100 * SECOND + 100 * HOUR];

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
    expect(shareOn(scale, 60 * SECOND)).toBeCloseTo(60 / 150);
    expect(shareOn(scale, 60 * SECOND + 100 * HOUR)).toBeCloseTo(110 / 150);
    expect(shareOn(scale, 60 * SECOND + 50 * HOUR)).toBeCloseTo(85 / 150);
    expect(runsOf(scale).map(({ start, end }) => [start, end])).toEqual([
      [0, 60 * SECOND],
      [60 * SECOND + 100 * HOUR, 100 * SECOND + 100 * HOUR],
    ]);
  });

  it("leaves a call of minutes as it was, however short its other parts are", () => {
    const call = [0, 60, 83, 89, 90, 372, 410].map((seconds) => seconds * SECOND);
    expect(timeScale(call).some(({ isBroken }) => isBroken)).toBe(false);
  });

  it("breaks nothing where that is not wanted", () => {
    const scale = timeScale(MAIL, true);
    expect(shareOn(scale, 50 * HOUR)).toBeCloseTo(0.5, 2);
    expect(runsOf(scale)).toHaveLength(1);
  });

  it("keeps the order of all instants", () => {
    const instants = [0, 5, 7, 7 + 30 * HOUR, 9 + 30 * HOUR, 9 + 90 * HOUR, 20 + 90 * HOUR];
    const shares = instants.map((instant) => shareOn(timeScale(instants), instant));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });

  it("has a length even for a single instant, or none", () => {
    expect(shareOn(timeScale([7]), 7)).toBe(0);
    expect(shareOn(timeScale([]), 7)).toBe(0.007);
  });
});
