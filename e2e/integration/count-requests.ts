import { lengthOf, PAGE_SIZE, PAGES_REACHABLE, SHORTEST_WINDOW } from "@/lib/kore/windows";
import type { SyncWindowRow } from "@/lib/store/schema-copying";
import { createDensity } from "@/lib/sync/density";
import { learn } from "@/lib/sync/learn";
import { withWindow } from "@/lib/sync/ledger";
import { type Learnt, nextTask, type Wanted } from "@/lib/sync/plan";
import { startsBetween } from "../simulator/centre";

export const NOW = Date.parse("2026-11-16T10:20:30Z");
const DAY = 86_400_000;

/** Counts the requests of a first copy by the planner's own steps, against a vendor that only counts. */
export function countRequests(
  starts: readonly number[],
  historyDays: number,
): { requests: number; full: number; ledger: SyncWindowRow[] } {
  const wanted: Wanted = { runAt: NOW, historyDays, rereadDays: 7 };
  const learnt: Learnt = { density: createDensity(), capacity: PAGE_SIZE * PAGES_REACHABLE, full: null, isBusy: false };
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

/** Starts of a simulated year of conversations, Unix milliseconds. */
export function yearOf(conversationsPerDay: number): number[] {
  const centre = { seed: 3, conversationsPerDay, homeZone: "Asia/Kolkata" };
  return startsBetween(centre, NOW - 365 * DAY, NOW, NOW);
}
