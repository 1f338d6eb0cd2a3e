import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_WINDOW, lengthOf, PAGE_SIZE, SHORTEST_WINDOW, type TimeWindow } from "@/lib/kore/windows";
import { DAY_MS } from "@/lib/shared/instants";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { createDensity } from "./density";
import { uncovered, withWindow } from "./ledger";
import { dueWindows, historyOf, nextTask, type PlannerState, type Wanted } from "./plan";
import { updatePlannerState } from "./planner-state";
import { ledgerRow } from "./test-ledger";

const NOW = Date.parse("2025-10-31T12:00:00Z");

/** Starts of conversations, ordered: so many a day, evenly, and bursts of so many within one second. */
function startsOf(days: number, perDay: readonly number[], bursts: readonly (readonly [number, number])[]): number[] {
  const even = Array.from({ length: days }, (_, day) => {
    const count = perDay[day % perDay.length] ?? 0;
    return Array.from({ length: count }, (_, index) => NOW - (day + (index + 0.5) / count) * DAY_MS);
  });
  const sudden = bursts.map(([ago, count]) => Array.from({ length: count }, () => NOW - ago * 1000));
  return [...even, ...sudden]
    .flat()
    .map(Math.floor)
    .sort((a, b) => a - b);
}

function within(starts: readonly number[], { fromAt, toAt }: TimeWindow): number[] {
  return starts.slice(lowerBound(starts, fromAt), lowerBound(starts, toAt));
}

function lowerBound(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    [low, high] = (starts[middle] ?? 0) < value ? [middle + 1, high] : [low, middle];
  }
  return low;
}

/** Reads windows as a run does, from a source that hands out its oldest rows first, until there is nothing to read. */
function readAll(wanted: Wanted, before: readonly SyncWindowRow[], starts: readonly number[]) {
  const plannerState: PlannerState = {
    density: createDensity(),
    capacity: 1100,
    crowd: null,
    bursts: [],
    isBusy: false,
  };
  const read: TimeWindow[] = [];
  let ledger = [...before];
  for (
    let task = nextTask(wanted, ledger, plannerState, true);
    task;
    task = nextTask(wanted, ledger, plannerState, true)
  ) {
    read.push(task.window);
    const rows = within(starts, task.window);
    const most = task.pagesReachable * PAGE_SIZE;
    const isFull = rows.length >= most;
    updatePlannerState(plannerState, task, { isFull, repeatsPages: false }, rows.slice(0, most));
    if (!isFull || lengthOf(task.window) <= SHORTEST_WINDOW) {
      ledger = withWindow(
        ledger,
        ledgerRow(task.window, wanted.runAt, { state: isFull ? "truncated" : "copied" }),
      ).ledger;
    }
    if (read.length > 3000) {
      throw new Error("The plan does not end.");
    }
  }
  return { ledger, read };
}

describe("reading window after window", () => {
  const perDay = fc.array(fc.nat(6000), { minLength: 1, maxLength: 5 });
  const bursts = fc.array(fc.tuple(fc.nat(5 * 86_400), fc.integer({ min: 1, max: 1090 })), { maxLength: 2 });
  const older = fc.array(fc.tuple(fc.nat(700_000), fc.integer({ min: 1, max: 90_000 }), fc.nat(200_000)), {
    maxLength: 4,
  });

  it("ends and covers the history, from any source and any ledger, and gives nothing up that can be reached", () => {
    const days = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 1, max: 9 }),
        perDay,
        bursts,
        older,
        (historyDays, rereadDays, rates, sudden, parts) => {
          const wanted = { runAt: NOW + 333, historyDays, rereadDays };
          const before = parts.reduce<SyncWindowRow[]>((ledger, [ago, length, age]) => {
            const toAt = NOW - ago * 1000;
            return withWindow(ledger, ledgerRow({ fromAt: toAt - length * 1000, toAt }, NOW - age * 1000)).ledger;
          }, []);
          const starts = startsOf(historyDays, rates, sudden);
          const { ledger, read } = readAll(wanted, before, starts);
          expect(uncovered(historyOf(wanted), ledger)).toEqual([]);
          expect(dueWindows(wanted, ledger)).toEqual([]);
          const truncated = ledger.filter(({ state }) => state === "truncated");
          expect(truncated.every((row) => lengthOf(row) === 1000 && within(starts, row).length >= 1100)).toBe(true);
          expect(read.every((window) => lengthOf(window) <= LONGEST_WINDOW)).toBe(true);
          expect(read.every(({ fromAt, toAt }) => fromAt % 1000 === 0 && toAt % 1000 === 0)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("goes from the newest to the oldest", () => {
    const { read } = readAll({ runAt: NOW, historyDays: 30, rereadDays: 7 }, [], startsOf(30, [1500], []));
    const ends = read.map(({ toAt }) => toAt);
    expect(ends).toEqual(ends.toSorted((a, b) => b - a));
    expect(ends[0]).toBe(NOW);
    expect(read.at(-1)?.fromAt).toBe(NOW - 30 * DAY_MS);
  });

  it("reads a quiet month in as few windows as seven days at most allow", () => {
    const { read } = readAll({ runAt: NOW, historyDays: 28, rereadDays: 7 }, [], startsOf(28, [10], []));
    // A first day to see how much there is, then 27 days in windows of seven.
    expect(read).toHaveLength(5);
  });

  it("gives up one second alone where more came in it than can be reached", () => {
    const starts = startsOf(3, [200], [[100_000, 1500]]);
    const { ledger } = readAll({ runAt: NOW, historyDays: 3, rereadDays: 7 }, [], starts);
    const truncated = ledger.filter(({ state }) => state === "truncated");
    expect(truncated).toMatchObject([{ fromAt: NOW - 100_000_000, toAt: NOW - 99_999_000 }]);
  });

  it("spends few windows on a second that holds too much, and soon reads on as before", () => {
    // Ten windows for 10,320 conversations, and some twenty to find the second: halving seven days takes that many.
    const starts = startsOf(5, [2064], [[152_802, 1291]]);
    const { read } = readAll({ runAt: NOW, historyDays: 5, rereadDays: 7 }, [], starts);
    expect(read.length).toBeLessThanOrEqual(80);
  });
});
