import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import { cutCrowd, findCrowds, followCrowd } from "./crowd";

const NOON = Date.parse("2025-09-29T12:00:00Z");
/** Twelve conversations an hour are usual. */
const usual = ({ fromAt, toAt }: { fromAt: number; toAt: number }) => ((toAt - fromAt) / HOUR_MS) * 12;
const evenly = (fromAt: number, toAt: number, count: number) =>
  Array.from({ length: count }, (_, index) => fromAt + Math.floor(((toAt - fromAt) * index) / count));

/** Two hours of what is usual before and after ten minutes with so many at noon. */
const around = (count: number) => [
  ...evenly(NOON - 2 * HOUR_MS, NOON, 24),
  ...evenly(NOON, NOON + 10 * MINUTE_MS, count),
  ...evenly(NOON + 10 * MINUTE_MS, NOON + 2 * HOUR_MS, 22),
];

describe("a crowd", () => {
  it("is found to the second, and what is usual around it is none of it", () => {
    const [crowd, ...others] = findCrowds(around(600), usual);
    expect(others).toEqual([]);
    expect(crowd?.fromAt).toBe(NOON);
    expect(crowd?.toAt).toBeGreaterThanOrEqual(NOON + 10 * MINUTE_MS - 1000);
    expect(crowd?.toAt).toBeLessThanOrEqual(NOON + 10 * MINUTE_MS);
  });

  it("is not seen in what is usual, nor where nothing is known", () => {
    expect(findCrowds(evenly(NOON, NOON + 20 * HOUR_MS, 240), usual)).toEqual([]);
    expect(findCrowds(around(600), () => null)).toEqual([]);
  });

  it("is known by its rate after a part of it was read whole, and the next window is sized by that", () => {
    // 6,000 in ten minutes are ten a second.
    const rows = around(6000);
    const full = followCrowd(
      null,
      { fromAt: NOON - 2 * HOUR_MS, toAt: NOON + 2 * HOUR_MS },
      true,
      rows.slice(0, 1100),
      usual,
    );
    const part = { fromAt: NOON + 9 * MINUTE_MS, toAt: NOON + 2 * HOUR_MS };
    const crowd = followCrowd(full, part, false, rows, usual);
    expect(crowd?.toAt).toBe(part.fromAt);
    expect((crowd?.rate ?? 0) * 1000).toBeCloseTo(10, 0);
    const cut = crowd ? cutCrowd(crowd, NOON - 2 * HOUR_MS, usual, 1100) : 0;
    const seconds = (part.fromAt - cut) / 1000;
    expect(seconds).toBeGreaterThan(70);
    expect(seconds).toBeLessThanOrEqual(110);
  });

  it("is over where the old end of a window is as usual again, and forgotten once all of it was read", () => {
    const whole = { fromAt: NOON - 2 * HOUR_MS, toAt: NOON + 2 * HOUR_MS };
    const full = followCrowd(null, whole, true, around(2000).slice(0, 1100), usual);
    const part = followCrowd(full, { ...whole, fromAt: NOON - HOUR_MS }, false, around(900), usual);
    expect(part).toMatchObject({ toAt: NOON - HOUR_MS, rate: null });
    expect(followCrowd(full, whole, false, around(900), usual)).toBeNull();
  });

  it("is cut at least a second shorter each time that a window held too much", () => {
    let crowd = followCrowd(
      null,
      { fromAt: NOON, toAt: NOON + 10 * MINUTE_MS },
      true,
      evenly(NOON, NOON + MINUTE_MS, 1100),
      usual,
    );
    let before = NOON;
    for (let round = 0; crowd && crowd.toAt - before > 1000; round += 1) {
      const fromAt = cutCrowd(crowd, NOON, usual, 1100);
      expect(fromAt).toBeGreaterThan(before);
      expect(round).toBeLessThan(12);
      before = fromAt;
      const rows = evenly(fromAt, crowd.toAt, 1100);
      crowd = followCrowd(crowd, { fromAt, toAt: crowd.toAt }, true, rows, usual);
    }
  });

  it("is found in few windows also where its rows all come from the old end of what was asked for", () => {
    const week = { fromAt: NOON - 168 * HOUR_MS, toAt: NOON };
    let [fromAt, windows] = [week.fromAt, 1];
    let crowd = followCrowd(null, week, true, evenly(fromAt, fromAt + 4 * HOUR_MS, 100), usual);
    // Half an hour would fit: log2(336) halvings, and one window for the first cut by rows.
    while (crowd && NOON - fromAt > HOUR_MS / 2) {
      fromAt = cutCrowd(crowd, week.fromAt, usual, 3000);
      windows += 1;
      crowd = followCrowd(crowd, { fromAt, toAt: NOON }, true, evenly(fromAt, fromAt + HOUR_MS / 30, 100), usual);
    }
    expect(windows).toBeLessThanOrEqual(11);
  });
});
