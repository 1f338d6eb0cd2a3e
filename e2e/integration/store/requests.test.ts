import { describe, expect, it } from "vitest";
import { intersect, lengthOf, PAGE_SIZE, type TimeWindow } from "@/lib/kore/windows";
import { historyOf } from "@/lib/sync/plan/plan";
import {
  type Counted,
  countRequests,
  dailyBursts,
  NOW,
  ORDERS,
  oneBurst,
  pagesWithRows,
  startsOf,
} from "../support/count-requests";

describe("requests of a first copy", () => {
  it("of a year at 10,000 conversations a day are at most 1.08 of the full pages", async () => {
    const starts = startsOf(10_000, 365);
    const { requests } = await countRequests(starts, 365);
    const ratio = requests / Math.ceil(starts.length / PAGE_SIZE);
    expect(ratio).toBeLessThanOrEqual(1.08);
  });

  it("of a year of a quiet account are no more than the seven-day rule demands", async () => {
    const { requests, ledger } = await countRequests(startsOf(20, 365), 365);
    const demanded = ledger.reduce((sum, row) => sum + Math.floor(row.rows / PAGE_SIZE) + 1, 0);
    expect(ledger).toHaveLength(53);
    expect(requests).toBe(demanded);
  });

  it("cover every second of the history once", async () => {
    const { ledger } = await countRequests(startsOf(20, 365), 365);
    const history = historyOf({ runAt: NOW, historyDays: 365, rereadDays: 7 });
    expect(ledger.reduce((sum, row) => sum + lengthOf(row), 0)).toBe(lengthOf(history));
    const overlaps = ledger.some((row: TimeWindow, index) => index > 0 && intersect(row, ledger[index - 1] ?? row));
    expect(overlaps).toBe(false);
  });
});

const PLACES = [1, 2, 3, 4, 5, 6, 7, 8];

describe("requests of thirty days at 250 conversations a day", () => {
  /** Counts a burst at each of the places, one after the other. */
  async function countPlaces(order: (typeof ORDERS)[number]) {
    const counts: { starts: Float64Array; counted: Counted }[] = [];
    for (const place of PLACES) {
      const starts = startsOf(250, 30, oneBurst(30, place), place);
      counts.push({ starts, counted: await countRequests(starts, 30, order) });
    }
    return counts;
  }

  it("with 3,000 in ten minutes are at most 1.15 of the full pages, on average over where that is", async () => {
    const counts = await countPlaces("merged");
    const ratios = counts.map(({ starts, counted }) => counted.requests / Math.ceil(starts.length / PAGE_SIZE));
    expect(ratios.reduce((sum, ratio) => sum + ratio) / ratios.length).toBeLessThanOrEqual(1.15);
    for (const { counted } of counts) {
      expect(counted.requests).toBeLessThanOrEqual(1.15 * pagesWithRows(counted));
    }
  });

  it.each(ORDERS)("are not many more where the vendor hands out its rows in another order: %s", async (order) => {
    for (const { starts, counted } of await countPlaces(order)) {
      expect(counted.requests / Math.ceil(starts.length / PAGE_SIZE)).toBeLessThanOrEqual(1.45);
      const seen = counted.ledger.reduce((sum, row) => sum + row.rows, 0);
      expect(seen).toBeGreaterThanOrEqual(starts.length);
    }
  });

  it("with a burst every day, at the same time or at any, are at most 1.3 of the full pages", async () => {
    for (const isSteady of [true, false]) {
      const starts = startsOf(250, 30, dailyBursts(30, 1, isSteady), 1);
      const { requests } = await countRequests(starts, 30);
      expect(requests / Math.ceil(starts.length / PAGE_SIZE)).toBeLessThanOrEqual(1.3);
    }
  });
});
