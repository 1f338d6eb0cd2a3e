import { describe, expect, it } from "vitest";
import type { TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS } from "@/lib/shared/instants";
import { replaceWindows } from "@/lib/store/sync/ledger";
import { conversation, type Fields, openStoreWith } from "@/lib/sync/normalize/test-records";
import { loadRunState } from "@/lib/sync/run/run-state";
import { withoutBursts } from "./burst-hours";
import { ledgerRow } from "./test-ledger";

/** A Monday at midnight, UTC, in hours since 1970. */
const MONDAY = Date.parse("2025-09-29T00:00:00Z") / HOUR_MS;

/** Every hour of so many days, with what is usual in it, but for some. */
function hoursOf(days: number, usual: (hour: number) => number, odd: Record<number, number> = {}) {
  const hours = Array.from({ length: 24 * days }, (_, hour) => hour);
  return new Map(hours.map((hour) => [MONDAY + hour, odd[hour] ?? usual(hour)]));
}

/** Hours from Monday's midnight on that are left out. */
function leftOut(counts: ReadonlyMap<number, number>): number[] {
  const rest = withoutBursts(counts);
  return [...counts.keys()].filter((hour) => !rest.has(hour)).map((hour) => hour - MONDAY);
}

const isOpen = (hour: number) => hour % 24 >= 9 && hour % 24 < 17;

describe("hours of a copy from which an account's habits are learnt", () => {
  it("leave out one that holds four times as many as the same hour of other days", () => {
    expect(leftOut(hoursOf(5, () => 10, { 58: 40 }))).toEqual([58]);
    expect(leftOut(hoursOf(5, () => 10, { 58: 39 }))).toEqual([]);
  });

  it("leave out both that a burst about the full hour falls into", () => {
    expect(leftOut(hoursOf(5, () => 10, { 57: 900, 58: 2100 }))).toEqual([57, 58]);
  });

  it("keep few conversations, however quiet the other days are", () => {
    expect(leftOut(hoursOf(5, () => 0, { 58: 24 }))).toEqual([]);
    expect(leftOut(hoursOf(5, () => 0, { 58: 25 }))).toEqual([58]);
  });

  it("keep days that are quieter or busier as a whole", () => {
    const isWeekend = (hour: number) => hour % 168 >= 120;
    expect(leftOut(hoursOf(21, (hour) => (isOpen(hour) ? (isWeekend(hour) ? 5 : 100) : 1)))).toEqual([]);
    // Ten times as many from the last Monday on.
    expect(leftOut(hoursOf(28, (hour) => (isOpen(hour) ? (hour < 21 * 24 ? 10 : 100) : 1)))).toEqual([]);
  });

  it("keep what one day of each week brings", () => {
    // Mondays at ten.
    expect(leftOut(hoursOf(28, (hour) => (hour % 168 === 10 ? 300 : 10)))).toEqual([]);
  });

  it("keep all of a single day, which nothing can be compared with", () => {
    expect(leftOut(hoursOf(1, () => 10, { 10: 3000 }))).toEqual([]);
  });

  it("leave a stored burst out of what is known after a restart", async () => {
    // Four at ten on each of five days, and 200 more on the last.
    const startsAt = (day: number, index: number) =>
      new Date((MONDAY + 24 * day + 10) * HOUR_MS + index * 10_000).toISOString().slice(0, 19);
    const records = [4, 4, 4, 4, 204].flatMap((count, day) =>
      Array.from({ length: count }, (_, index) =>
        conversation(`c-${day}-${index}`, { sessionStartTime: startsAt(day, index) }),
      ),
    );
    expect(
      await expectedAtTenOnSaturday(records, [{ fromAt: MONDAY * HOUR_MS, toAt: (MONDAY + 5 * 24) * HOUR_MS }]),
    ).toBe(4);
  });

  it("leave out what was not copied whole, though some of its conversations are stored", async () => {
    const records = [10, 11, 12].map((hour) =>
      conversation(`c-${hour}`, { sessionStartTime: new Date((MONDAY + hour) * HOUR_MS).toISOString().slice(0, 19) }),
    );
    expect(await expectedAtTenOnSaturday(records, [])).toBeNull();
    const half = { fromAt: (MONDAY + 10.5) * HOUR_MS, toAt: (MONDAY + 11.5) * HOUR_MS };
    expect(await expectedAtTenOnSaturday(records, [half])).toBeNull();
    expect(await expectedAtTenOnSaturday(records, [{ ...half, fromAt: (MONDAY + 10) * HOUR_MS }])).toBe(1);
  });
});

/** What is expected after a restart with these records stored and these windows copied whole; null where nothing is. */
async function expectedAtTenOnSaturday(
  records: readonly Fields[],
  copied: readonly TimeWindow[],
): Promise<number | null> {
  const store = await openStoreWith(records);
  try {
    for (const window of copied) {
      await replaceWindows(store.db, window, [ledgerRow(window, 0)]);
    }
    const { density } = await loadRunState(store);
    const tenOnSaturday = (MONDAY + 24 * 5 + 10) * HOUR_MS;
    return density.expect({ fromAt: tenOnSaturday, toAt: tenOnSaturday + HOUR_MS });
  } finally {
    await store.close();
  }
}
