import { PAGE_SIZE, PAGES_REACHABLE, type Window } from "@/lib/kore/client";
import type { SyncWindowRow } from "@/lib/store/schema";
import { intersect, merge, uncovered } from "./ledger";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The vendor allows 7 days; a request reaches a second further back than its window. */
export const LONGEST_WINDOW = 7 * DAY - 2 * SECOND;
export const SHORTEST_WINDOW = SECOND;
export const FIRST_WINDOW = 6 * HOUR;
const AIMED_ROWS = 0.85 * PAGE_SIZE * PAGES_REACHABLE;

export interface Wanted {
  /** Unix milliseconds; the run's own start, from which on a reading counts as of this run. */
  runAt: number;
  historyDays: number;
  rereadDays: number;
}

/** How old a reading may be, by the age of what was read: records change after they close, the younger the oftener. */
function rereadTiers({ runAt, rereadDays }: Wanted): { window: Window; readSince: number }[] {
  const tiers = [
    { age: 15 * MINUTE, every: 0 },
    { age: 2 * HOUR, every: 15 * MINUTE },
    { age: DAY, every: 4 * HOUR },
    { age: rereadDays * DAY, every: DAY },
  ];
  return tiers.map(({ age, every }, index) => ({
    window: { fromAt: runAt - age, toAt: runAt - (tiers[index - 1]?.age ?? 0) },
    readSince: runAt - every,
  }));
}

/** The history that is wanted, in whole seconds. */
export function historyOf({ runAt, historyDays }: Wanted): Window {
  const toAt = Math.floor(runAt / SECOND) * SECOND;
  return { fromAt: toAt - historyDays * DAY, toAt };
}

/** All that is still to be read: what was never copied, and what was copied too long ago; oldest first. */
export function wantedWindows(wanted: Wanted, ledger: readonly SyncWindowRow[]): Window[] {
  const history = historyOf(wanted);
  const due = rereadTiers(wanted).flatMap(({ window, readSince }) =>
    ledger.flatMap((row) => {
      const part = row.fetchedAt < readSince ? intersect(row, window) : null;
      return part ? [wholeSeconds(part)] : [];
    }),
  );
  return merge([...uncovered(history, ledger), ...due].flatMap((window) => intersect(window, history) ?? []));
}

function wholeSeconds({ fromAt, toAt }: Window): Window {
  return { fromAt: Math.floor(fromAt / SECOND) * SECOND, toAt: Math.ceil(toAt / SECOND) * SECOND };
}

/** The next window to read: the newest part of what is wanted, so that today is there first; null when all is read. */
export function nextWindow(wanted: Wanted, ledger: readonly SyncWindowRow[], length: number): Window | null {
  const newest = wantedWindows(wanted, ledger).at(-1);
  return newest ? { fromAt: Math.max(newest.fromAt, newest.toAt - length), toAt: newest.toAt } : null;
}

/** The next length to try, from what a window of `read` gave: aimed at just under the rows that a query can reach. */
export function nextLength(read: Window, rows: number, isFull: boolean, length: number): number {
  const readLength = read.toAt - read.fromAt;
  const isShortened = readLength < length && rows < AIMED_ROWS && !isFull;
  if (isShortened) {
    return length;
  }
  const factor = isFull ? 0.5 : Math.min(4, AIMED_ROWS / Math.max(rows, 1));
  const aimed = Math.floor((readLength * factor) / SECOND) * SECOND;
  return Math.min(LONGEST_WINDOW, Math.max(SHORTEST_WINDOW, aimed));
}
