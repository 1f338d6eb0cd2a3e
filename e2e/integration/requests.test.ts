import { describe, expect, it } from "vitest";
import { intersect, lengthOf, PAGE_SIZE, SHORTEST_WINDOW, type Window } from "@/lib/kore/windows";
import type { SyncWindowRow } from "@/lib/store/schema";
import { createDensity } from "@/lib/sync/density";
import { withWindow } from "@/lib/sync/ledger";
import { historyOf, type Learnt, nextTask, type Wanted } from "@/lib/sync/plan";
import { learn } from "@/lib/sync/run";
import { startsBetween } from "../simulator/centre";

const NOW = Date.parse("2026-11-16T10:20:30Z");
const DAY = 86_400_000;

/** Counts the requests of a first copy by the planner's own steps, against a vendor that only counts. */
function countRequests(
  starts: readonly number[],
  historyDays: number,
): { requests: number; full: number; ledger: SyncWindowRow[] } {
  const wanted: Wanted = { runAt: NOW, historyDays, rereadDays: 7 };
  const learnt: Learnt = { density: createDensity(), capacity: 1100, full: null, isBusy: false };
  const sorted = Float64Array.from(starts).sort();
  let ledger: SyncWindowRow[] = [];
  let requests = 0;
  let full = 0;
  for (;;) {
    const task = nextTask(wanted, ledger, learnt, true);
    if (!task) {
      return { requests, full, ledger };
    }
    const rows = sorted.subarray(lowerBound(sorted, task.window.fromAt), lowerBound(sorted, task.window.toAt));
    const isFull = rows.length >= task.pagesReachable * PAGE_SIZE;
    const reached = isFull ? rows.subarray(0, task.pagesReachable * PAGE_SIZE) : rows;
    const pages = isFull ? task.pagesReachable : Math.floor(rows.length / PAGE_SIZE) + 1;
    requests += pages;
    full += isFull ? 1 : 0;
    learn(learnt, task, { records: [], isFull, pages, numResults: null, repeatsPages: false }, [...reached]);
    if (!isFull || lengthOf(task.window) <= SHORTEST_WINDOW) {
      const row = {
        ...task.window,
        fetchedAt: NOW,
        state: "copied" as const,
        reason: null,
        rows: rows.length,
        requests: pages,
        knownRows: 0,
        numResults: null,
      };
      ledger = withWindow(ledger, row).ledger;
    }
  }
}

function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function yearOf(conversationsPerDay: number): number[] {
  const centre = { seed: 3, conversationsPerDay, homeZone: "Asia/Kolkata" };
  return startsBetween(centre, NOW - 365 * DAY, NOW, NOW);
}

describe("requests of a first copy", () => {
  it("of a year at 10,000 conversations a day are at most 1.08 of the full pages", () => {
    const starts = yearOf(10_000);
    const { requests, full } = countRequests(starts, 365);
    const ratio = requests / Math.ceil(starts.length / PAGE_SIZE);
    console.log(`${starts.length} rows, ${requests} requests, ${full} full windows, ratio ${ratio.toFixed(4)}`);
    expect(ratio).toBeLessThanOrEqual(1.08);
  });

  it("of a year of a quiet account are no more than the seven-day rule demands", () => {
    const starts = yearOf(20);
    const { requests, ledger } = countRequests(starts, 365);
    const demanded = ledger.reduce((sum, row) => sum + Math.floor(row.rows / PAGE_SIZE) + 1, 0);
    expect(ledger).toHaveLength(53);
    expect(requests).toBe(demanded);
  });

  it("cover every second of the history once", () => {
    const { ledger } = countRequests(yearOf(20), 365);
    const history = historyOf({ runAt: NOW, historyDays: 365, rereadDays: 7 });
    expect(ledger.reduce((sum, row) => sum + lengthOf(row), 0)).toBe(lengthOf(history));
    const overlaps = ledger.some((row: Window, index) => index > 0 && intersect(row, ledger[index - 1] ?? row));
    expect(overlaps).toBe(false);
  });
});
