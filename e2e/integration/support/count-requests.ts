import { readPages } from "@/lib/kore/pages";
import { lengthOf, PAGE_SIZE, PAGES_REACHABLE, SHORTEST_WINDOW, type TimeWindow } from "@/lib/kore/windows";
import { DAY_MS, SECOND_MS } from "@/lib/shared/instants";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { createDensity } from "@/lib/sync/plan/density";
import { withWindow } from "@/lib/sync/plan/ledger";
import { nextTask, type PlannerState, type Wanted } from "@/lib/sync/plan/plan";
import { readingOf, updatePlannerState } from "@/lib/sync/plan/planner-state";
import { startsBetween } from "../../simulator/centre";
import { Random } from "../../simulator/random";
import type { Burst } from "../../simulator/settings";

export const NOW = Date.parse("2026-11-16T10:20:30Z");

/** How a vendor may order the rows of a window: as seen (bot-only upwards, then the others downwards), or otherwise. */
export const ORDERS = ["merged", "ascending", "descending", "shuffled"] as const;
export type RowOrder = (typeof ORDERS)[number];

export interface Counted {
  requests: number;
  /** Windows that held too much, and the requests that they took. */
  full: number;
  wasted: number;
  ledger: SyncWindowRow[];
}

/** Counts the requests of a first copy by the planner's and the reader's own steps, against a vendor that only counts. */
export async function countRequests(
  starts: Float64Array,
  historyDays: number,
  order: RowOrder = "merged",
): Promise<Counted> {
  const wanted: Wanted = { runAt: NOW, historyDays, rereadDays: 7 };
  const plannerState: PlannerState = {
    density: createDensity(),
    capacity: PAGE_SIZE * PAGES_REACHABLE,
    crowd: null,
    bursts: [],
    isBusy: false,
  };
  const counted: Counted = { requests: 0, full: 0, wasted: 0, ledger: [] };
  for (;;) {
    const task = nextTask(wanted, counted.ledger, plannerState, true);
    if (!task) {
      return counted;
    }
    const { window, pagesReachable } = task;
    const listed = listRows(starts, window, order);
    const reply = await readPages<number>(
      async (page) => ({
        items: Array.from(listed.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), (row) => ({
          key: `${row}`,
          value: starts[row] ?? 0,
        })),
        numResults: null,
      }),
      { pagesReachable, ...readingOf(plannerState, task) },
    );
    counted.requests += reply.pages;
    if (reply.isFull) {
      counted.full += 1;
      counted.wasted += reply.pages;
    }
    updatePlannerState(plannerState, task, reply, reply.values);
    if (!reply.isFull || lengthOf(window) <= SHORTEST_WINDOW) {
      const counts = { rows: reply.values.length, requests: reply.pages, knownRows: 0, numResults: null };
      const row = { ...window, fetchedAt: NOW, state: "copied" as const, reason: null, ...counts };
      counted.ledger = withWindow(counted.ledger, row).ledger;
    }
  }
}

/** Pages of the windows that were copied, without those that came empty. */
export const pagesWithRows = ({ ledger }: Counted) =>
  ledger.reduce((sum, { rows }) => sum + Math.ceil(rows / PAGE_SIZE), 0);

/** The rows that a window is answered with, by number, in the vendor's order: from a second before it to its end. */
function listRows(starts: Float64Array, { fromAt, toAt }: TimeWindow, order: RowOrder): Int32Array {
  const first = lowerBound(starts, fromAt - SECOND_MS);
  const rows = Int32Array.from({ length: lowerBound(starts, toAt + SECOND_MS) - first }, (_, index) => first + index);
  switch (order) {
    case "ascending":
      return rows;
    case "descending":
      return rows.reverse();
    case "merged":
      return Int32Array.from([
        ...rows.filter((row) => isBotOnly(row)),
        ...rows.filter((row) => !isBotOnly(row)).reverse(),
      ]);
    case "shuffled": {
      const keys = new Map(Array.from(rows, (row) => [row, new Random(row, 9).uint()]));
      return rows.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
    }
  }
}

/** Two of five sessions never left the bot. */
const isBotOnly = (row: number) => new Random(row, 8).chance(0.4);

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

/** When the conversations of so many days of a simulated centre start, up to now, in order. */
export function startsOf(
  conversationsPerDay: number,
  days: number,
  bursts: readonly Burst[] = [],
  seed = 3,
): Float64Array {
  const settings = { seed, conversationsPerDay, homeZone: "Asia/Kolkata", bursts };
  return Float64Array.from(startsBetween(settings, NOW - days * DAY_MS, NOW, NOW)).sort();
}

const BURST = { seconds: 600, conversations: 3000 };

/** One burst of 3,000 conversations within ten minutes, somewhere in the days. */
export function oneBurst(days: number, seed: number): Burst[] {
  return [{ ...BURST, atMs: NOW - Math.floor(new Random(seed, 1).unit() * days * DAY_MS) }];
}

/** One such burst a day: at the same time of each day, or at any. */
export function dailyBursts(days: number, seed: number, isSteady: boolean): Burst[] {
  const at = new Random(seed, 2).unit();
  return Array.from({ length: days }, (_, day) => {
    const place = isSteady ? at : new Random(seed, 3, day).unit();
    return { ...BURST, atMs: NOW - Math.floor((day + place) * DAY_MS) };
  });
}
