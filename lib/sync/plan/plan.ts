import {
  intersect,
  LONGEST_WINDOW,
  lengthOf,
  PAGE_SIZE,
  PAGES_REACHABLE,
  SHORTEST_WINDOW,
  type TimeWindow,
  wholeSeconds,
} from "@/lib/kore/windows";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/shared/instants";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { type Burst, type Crowd, cutCrowd } from "./crowd";
import type { Density } from "./density";
import { merge, uncovered } from "./ledger";

/** After bursts that come again and again a window is at least so long. */
const QUIET_AT_LEAST = 12 * HOUR_MS;
/** With nothing known, a day is tried, and where that is too much, an hour. */
const FIRST_WINDOW = DAY_MS;
const SECOND_WINDOW = HOUR_MS;
/** A first window a little longer than a day avoids an extra short window at the old end of the history. */
const LONGEST_FIRST_WINDOW = 25 * HOUR_MS;
/** A window that failed is left alone so long, and then tried by halves, down to so short ones. */
export const FAILED_PAUSE = 15 * MINUTE_MS;
const SHORTEST_HALF = 15 * MINUTE_MS;
/** What stands open for so long is read again every day, and from then on the less often the older it is. */
const DAILY_FOR = 30 * DAY_MS;
/** A part that is due soon is read together with one that is due: as a share of the time between two readings. */
const SOON = 0.75;
/** A reading is late at this many times its allowed age. */
const LATE_BY = 2;

export interface Wanted {
  /** Unix milliseconds; the run's own start, from which on a reading counts as of this run. */
  runAt: number;
  historyDays: number;
  rereadDays: number;
  /** Whether windows that failed are tried again at once. */
  retriesFailed?: boolean;
  /** Windows that failed and are in their cooldown, whether they were copied before or not. */
  coolingDown?: readonly TimeWindow[];
  /** Around what can still change though it started before `rereadDays`, oldest first (`readUnfinishedWindows`). */
  unfinished?: readonly TimeWindow[];
}

/** What the planner knows of the account in this process. */
export interface PlannerState {
  density: Density;
  /** Rows that one window can reach. */
  capacity: number;
  /** The crowd that is being read, null where all is as usual. */
  crowd: Crowd | null;
  /** Short crowds that were read of late, the last one first. */
  bursts: readonly Burst[];
  /** Whether the first window held too much: the account is a busy one. */
  isBusy: boolean;
}

export interface Task {
  window: TimeWindow;
  kind: "live" | "reread" | "backlog";
  pagesReachable: number;
  /** Nothing is known yet: a try. */
  isFirst: boolean;
}

/** The history that is wanted, in whole seconds. */
export function historyOf({ runAt, historyDays }: Wanted): TimeWindow {
  const toAt = Math.floor(runAt / SECOND_MS) * SECOND_MS;
  return { fromAt: toAt - historyDays * DAY_MS, toAt };
}

/** How old a reading may be, by the age of what was read: records change after they close, the younger the oftener. */
function tiersOf({ runAt, rereadDays }: Wanted): { window: TimeWindow; every: number }[] {
  const tiers = [
    { age: 15 * MINUTE_MS, every: 0 },
    { age: 2 * HOUR_MS, every: 15 * MINUTE_MS },
    { age: DAY_MS, every: 4 * HOUR_MS },
    { age: rereadDays * DAY_MS, every: DAY_MS },
  ];
  return tiers.map(({ age, every }, index) => ({
    window: { fromAt: runAt - age, toAt: runAt - (tiers[index - 1]?.age ?? 0) },
    every,
  }));
}

/** Windows of the history that were never copied, oldest first; those that failed of late are left alone. */
export function missingWindows(wanted: Wanted, ledger: readonly SyncWindowRow[]): TimeWindow[] {
  const isCoolingDown = (row: SyncWindowRow) =>
    row.state === "failed" && !wanted.retriesFailed && wanted.runAt - row.fetchedAt < FAILED_PAUSE;
  return uncovered(
    historyOf(wanted),
    ledger.filter((row) => row.state !== "failed" || isCoolingDown(row)),
  );
}

/** Windows that were copied too long ago, with what is due soon beside them, oldest first. */
export function dueWindows(wanted: Wanted, ledger: readonly SyncWindowRow[]): TimeWindow[] {
  const due = merge(partsReadBefore(wanted, ledger, 1));
  return merge(partsReadBefore(wanted, ledger, SOON)).filter((window) => due.some((part) => intersect(part, window)));
}

/** Windows whose reading is far older than it should be, oldest first. */
export function lateWindows(wanted: Wanted, ledger: readonly SyncWindowRow[]): TimeWindow[] {
  return merge(partsReadBefore(wanted, ledger, LATE_BY));
}

/** Parts whose last reading is older than `share` times the allowed age. */
function partsReadBefore(wanted: Wanted, ledger: readonly SyncWindowRow[], share: number): TimeWindow[] {
  const history = historyOf(wanted);
  const oldest = oldestReadAgain(wanted);
  const recent = ledger.slice(ledger.findLastIndex((row) => row.toAt <= oldest) + 1);
  const ofTiers = tiersOf(wanted).flatMap(({ window, every }) =>
    recent.flatMap((row) => {
      const isOld = row.state !== "failed" && row.fetchedAt < wanted.runAt - share * every && (every > 0 || share <= 1);
      const part = isOld ? intersect(row, window) : null;
      return (part && intersect(wholeSeconds(part), history)) ?? [];
    }),
  );
  return [...unfinishedReadBefore(wanted, ledger, share), ...ofTiers];
}

/** Before it, only what can still change is read again. */
export function oldestReadAgain({ runAt, rereadDays }: Wanted): number {
  return runAt - Math.max(1, rereadDays) * DAY_MS;
}

/** Both lists are ordered, so one pass over them finds the parts. */
function unfinishedReadBefore(
  { runAt, unfinished = [] }: Wanted,
  ledger: readonly SyncWindowRow[],
  share: number,
): TimeWindow[] {
  const parts: TimeWindow[] = [];
  let first = 0;
  for (const window of unfinished) {
    const every = DAY_MS * Math.max(1, (runAt - window.toAt) / DAILY_FOR);
    while ((ledger[first]?.toAt ?? Number.POSITIVE_INFINITY) <= window.fromAt) {
      first += 1;
    }
    for (let index = first; (ledger[index]?.fromAt ?? Number.POSITIVE_INFINITY) < window.toAt; index += 1) {
      const row = ledger[index];
      const isOld = row && row.state !== "failed" && row.fetchedAt < runAt - share * every;
      const part = isOld ? intersect(row, window) : null;
      parts.push(...(part ? [part] : []));
    }
  }
  return parts;
}

/**
 * The next window to read, newest first, so that today is there within the first requests; null when all is read.
 * Readings again come before what was never copied, while `mayReread` leaves them room.
 */
export function nextTask(
  wanted: Wanted,
  ledger: readonly SyncWindowRow[],
  plannerState: PlannerState,
  mayReread: boolean,
): Task | null {
  const { toAt } = historyOf(wanted);
  const coolingDown = merge(wanted.coolingDown ?? []);
  const withoutCoolingDown = (windows: readonly TimeWindow[]) =>
    windows.flatMap((window) => uncovered(window, coolingDown));
  const missing = withoutCoolingDown(missingWindows(wanted, ledger));
  const due = withoutCoolingDown(dueWindows(wanted, ledger));
  const newest = merge([...missing, ...due]).at(-1);
  const isLive = newest?.toAt === toAt && ledger.some((row) => row.toAt > toAt - DAY_MS);
  if (newest && isLive) {
    return taskOf(newest, "live", wanted, ledger, plannerState);
  }
  const reread = mayReread ? due.at(-1) : undefined;
  if (reread) {
    return taskOf(reread, "reread", wanted, ledger, plannerState);
  }
  const backlog = missing.at(-1);
  return backlog ? taskOf(backlog, "backlog", wanted, ledger, plannerState) : null;
}

/** The newest part of a window that can most likely be read whole. */
function taskOf(
  window: TimeWindow,
  kind: Task["kind"],
  wanted: Wanted,
  ledger: readonly SyncWindowRow[],
  plannerState: PlannerState,
): Task {
  const { toAt } = window;
  const earliest = Math.max(earliestBesideTrouble(window, ledger), toAt - LONGEST_WINDOW);
  const reach = plannerState.density.reach(toAt, earliest, plannerState.capacity);
  const isFirst = reach === null && !plannerState.isBusy;
  const guess = toAt - (isFirst ? firstLength(wanted) : SECOND_WINDOW);
  const quietFrom = toAt - quietLength(plannerState.bursts, toAt);
  const usual = Math.max(earliest, Math.ceil(Math.max(quietFrom, reach ?? guess) / SECOND_MS) * SECOND_MS);
  const fromAt =
    plannerState.crowd?.toAt === toAt
      ? Math.max(earliest, cutCrowd(plannerState.crowd, usual, plannerState.density.expect, plannerState.capacity))
      : usual;
  return {
    window: { fromAt: Math.min(fromAt, toAt - SHORTEST_WINDOW), toAt },
    kind,
    isFirst,
    pagesReachable: Math.min(PAGES_REACHABLE, Math.max(1, Math.floor(plannerState.capacity / PAGE_SIZE))),
  };
}

/** Bursts may recur: the next quiet stretch is assumed to be at least as long as the last one. */
function quietLength([last, before]: readonly Burst[], toAt: number): number {
  const apart = last && before ? before.fromAt - last.toAt : 0;
  return last && apart > 0 ? Math.max(QUIET_AT_LEAST, apart, last.fromAt - toAt) : LONGEST_WINDOW;
}

/**
 * What failed before is retried separately, in halves, so that everything readable is read; an overfull second is read
 * by itself, since within a longer window it would have to be found again.
 */
function earliestBesideTrouble(window: TimeWindow, ledger: readonly SyncWindowRow[]): number {
  const trouble = ledger.findLast((row) => row.state !== "copied" && intersect(row, window));
  if (!trouble) {
    return window.fromAt;
  }
  const half = Math.ceil((window.toAt - trouble.fromAt) / 2 / SECOND_MS) * SECOND_MS;
  const shortest = trouble.state === "failed" ? SHORTEST_HALF : SHORTEST_WINDOW;
  const fromAt = trouble.toAt < window.toAt ? trouble.toAt : window.toAt - Math.max(shortest, half);
  return Math.max(window.fromAt, fromAt);
}

/** What is left over when the history is cut into the longest windows, where that is about a day. */
function firstLength(wanted: Wanted): number {
  const remainder = lengthOf(historyOf(wanted)) % LONGEST_WINDOW;
  return remainder > 0 && remainder <= LONGEST_FIRST_WINDOW ? remainder : FIRST_WINDOW;
}
