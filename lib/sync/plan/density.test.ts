import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/shared/instants";
import { createDensity } from "./density";

/** A Monday at midnight, UTC. */
const MONDAY = Date.parse("2025-09-29T00:00:00Z");

/** So many starts in each hour, evenly spread, from the first hour on. */
function startsIn(hours: readonly number[], fromAt = MONDAY): number[] {
  return hours.flatMap((count, hour) =>
    Array.from(
      { length: count },
      (_, index) => fromAt + hour * HOUR_MS + Math.floor(((index + 0.5) / count) * HOUR_MS),
    ),
  );
}

/** What is known after one window with so many conversations in each of its hours. */
function learntFrom(hours: readonly number[]) {
  const density = createDensity();
  density.observe({ fromAt: MONDAY, toAt: MONDAY + hours.length * HOUR_MS }, startsIn(hours));
  return density;
}

describe("what is known of an account's density", () => {
  it("is nothing at first", () => {
    const density = createDensity();
    expect(density.expect({ fromAt: MONDAY, toAt: MONDAY + HOUR_MS })).toBeNull();
    expect(density.reach(MONDAY, MONDAY - DAY_MS, 1100)).toBeNull();
  });

  it("is told by hours that were copied before", () => {
    const density = createDensity();
    density.observeHour(MONDAY / HOUR_MS, 60);
    density.observeHour(MONDAY / HOUR_MS + 1, 120);
    expect(density.expect({ fromAt: MONDAY, toAt: MONDAY + 2 * HOUR_MS })).toBe(180);
    expect(density.expect({ fromAt: MONDAY + HOUR_MS / 2, toAt: MONDAY + 1.5 * HOUR_MS })).toBe(30 + 60);
  });

  it("holds for the same hour of the week after, and before that for the same hour of another day", () => {
    const density = createDensity();
    density.observeHour(MONDAY / HOUR_MS, 60);
    expect(density.expect({ fromAt: MONDAY + 7 * DAY_MS, toAt: MONDAY + 7 * DAY_MS + HOUR_MS })).toBe(60);
    expect(density.expect({ fromAt: MONDAY - DAY_MS, toAt: MONDAY - DAY_MS + HOUR_MS })).toBe(60);
    density.observeHour((MONDAY - DAY_MS) / HOUR_MS, 10);
    expect(density.expect({ fromAt: MONDAY - 8 * DAY_MS, toAt: MONDAY - 8 * DAY_MS + HOUR_MS })).toBe(10);
    expect(density.expect({ fromAt: MONDAY + 7 * DAY_MS, toAt: MONDAY + 7 * DAY_MS + HOUR_MS })).toBe(60);
  });

  it("is the rate of the last hour seen where neither is known", () => {
    const density = learntFrom([40]);
    expect(density.expect({ fromAt: MONDAY + 5 * HOUR_MS, toAt: MONDAY + 6 * HOUR_MS })).toBe(40);
  });

  it("moves towards what is seen, and not all the way at once", () => {
    const density = createDensity();
    density.observeHour(MONDAY / HOUR_MS, 100);
    density.observeHour(MONDAY / HOUR_MS, 200);
    const expected = density.expect({ fromAt: MONDAY, toAt: MONDAY + HOUR_MS }) ?? 0;
    expect(expected).toBeGreaterThan(100);
    expect(expected).toBeLessThan(200);
  });
});

describe("how far back a window may reach", () => {
  it("is to where it will most likely still fit, and no further than it is wanted", () => {
    const density = learntFrom(Array.from({ length: 24 }, () => 100));
    const fromAt = density.reach(MONDAY + DAY_MS, MONDAY, 1100) ?? 0;
    const rows = (MONDAY + DAY_MS - fromAt) / (HOUR_MS / 100);
    expect(rows).toBeGreaterThan(400);
    expect(rows).toBeLessThan(1100);
    expect(density.reach(MONDAY + DAY_MS, MONDAY + DAY_MS - HOUR_MS, 1100)).toBe(MONDAY + DAY_MS - HOUR_MS);
  });

  it("is longer through the quiet hours than through the busy ones", () => {
    const density = learntFrom([...Array.from({ length: 12 }, () => 5), ...Array.from({ length: 12 }, () => 500)]);
    const night = MONDAY + 12 * HOUR_MS - (density.reach(MONDAY + 12 * HOUR_MS, MONDAY, 1100) ?? 0);
    const noon = MONDAY + DAY_MS - (density.reach(MONDAY + DAY_MS, MONDAY, 1100) ?? 0);
    expect(night).toBe(12 * HOUR_MS);
    expect(noon).toBeLessThan(3 * HOUR_MS);
  });

  it("is never beyond its ends, whatever was seen", () => {
    const counts = fc.array(fc.nat(800), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 1100 }),
        (hours, back, capacity) => {
          const density = learntFrom(hours);
          const toAt = MONDAY + hours.length * HOUR_MS;
          const earliest = toAt - back * HOUR_MS;
          const fromAt = density.reach(toAt, earliest, capacity);
          expect(fromAt).toBeGreaterThanOrEqual(earliest);
          expect(fromAt).toBeLessThanOrEqual(toAt);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("a burst", () => {
  it("teaches nothing of the hour in which it was: neither its rows nor its time count", () => {
    const density = learntFrom(Array.from({ length: 24 }, () => 60));
    const hour = { fromAt: MONDAY + 10 * HOUR_MS, toAt: MONDAY + 11 * HOUR_MS };
    const burst = { fromAt: hour.fromAt + HOUR_MS / 2, toAt: hour.fromAt + HOUR_MS / 2 + 600_000 };
    const sudden = Array.from({ length: 900 }, (_, index) => burst.fromAt + index * 600);
    const usual = startsIn([60], hour.fromAt).filter((start) => start < burst.fromAt || start > burst.toAt);
    density.observe(hour, [...usual, ...sudden], [burst]);
    expect(density.expect(hour)).toBeGreaterThan(55);
    expect(density.expect(hour)).toBeLessThan(65);
  });
});
