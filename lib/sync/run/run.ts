import type { KoreClient, ReadRecord, WindowReply } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import type { Clock } from "@/lib/kore/limiter";
import { intersect, lengthOf, SHORTEST_WINDOW, type TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import type { SyncWindowRow } from "@/lib/store/schema/schema-copying";
import { forgetMissed } from "@/lib/store/sync/absent";
import { forgetWindowsReadAfter, readWindows } from "@/lib/store/sync/ledger";
import { type Reading, startOf, timesOf } from "@/lib/sync/normalize/vendor-times";
import { createBudget } from "@/lib/sync/plan/budget";
import { uncovered } from "@/lib/sync/plan/ledger";
import { nextTask, type Task, type Wanted } from "@/lib/sync/plan/plan";
import { createTotalHints, type Memory, readingOf, updatePlannerState } from "@/lib/sync/plan/planner-state";
import { readUnfinishedWindows } from "@/lib/sync/plan/unfinished";
import { commitWindow, normalizeAll, nothingOf } from "./commit";
import { createRetryPolicy } from "./retry-policy";

export interface RunOptions {
  store: Store;
  client: KoreClient;
  clock: Clock;
  /** Uniform in [0, 1): spreads retries. */
  random: () => number;
  historyDays: number;
  rereadDays: number;
  intervalSeconds: number;
  requestsPerMinute: number;
}

export interface RunWatcher {
  onLedger(ledger: readonly SyncWindowRow[], wanted: Wanted): void;
  /** After each window: requests that it took, rows that came, and how many of them were new or changed. */
  onWindow(facts: { requests: number; rows: number; written: number }): void;
  onTrouble(error: KoreError): void;
  /** Work of the copy's own between two windows; it must not take long, nor throw. */
  betweenWindows?(): Promise<unknown>;
  /** Ends the run at once where it asks or waits, and after the commit under way. */
  signal: AbortSignal;
}

/**
 * Copies all that is wanted, newest first, one window after the other. A window that the vendor keeps failing is noted
 * with its reason and left for later; where the next fails too, the fault is not the window's. Returns early where the
 * signal aborts. @throws KoreError when the vendor refuses, or fails again and again, or failed what was tried last.
 */
export async function runSync(
  options: RunOptions,
  watcher: RunWatcher,
  plannerState: Memory,
  retriesFailed = false,
): Promise<void> {
  const { store, client, clock, historyDays, rereadDays, requestsPerMinute } = options;
  const { failedWindows } = plannerState;
  const { signal } = watcher;
  plannerState.budget ??= createBudget(requestsPerMinute);
  const { budget } = plannerState;
  const retry = createRetryPolicy({ clock, random: options.random, ...watcher });
  const hints = createTotalHints();
  const startedAt = clock.now();
  // What was read at a time that is still to come was read by a clock that was wrong: it vouches for nothing.
  await store.db.transaction().execute(async (transaction) => {
    await forgetWindowsReadAfter(transaction, startedAt);
    await store.confirm(transaction);
  });
  let ledger: readonly SyncWindowRow[] = await readWindows(store.db);
  let runAt = startedAt;
  let failure: KoreError | null = null;
  let isLive = false;
  while (!signal.aborted) {
    // Not after a reading of the newest: where that takes longer than the interval, nothing else would ever be read.
    if (!isLive && Math.abs(clock.now() - runAt) >= options.intervalSeconds * 1000) {
      runAt = clock.now();
    }
    const coolingDown = [
      ...failedWindows.coolingDown(clock.now(), retriesFailed ? startedAt : undefined),
      ...(failure ? ledger.filter((row) => row.state === "failed") : []),
    ];
    const unfinished = await lookForUnfinished(store, { runAt, historyDays, rereadDays }, plannerState);
    const wanted = { runAt, historyDays, rereadDays, retriesFailed, coolingDown, unfinished };
    watcher.onLedger(ledger, wanted);
    const task = nextTask(wanted, ledger, plannerState, budget.mayReread(clock.now()));
    if (!task) {
      break;
    }
    isLive = task.kind === "live";
    const fetchedAt = clock.now();
    try {
      const { isCrowded, ...reading } = readingOf(plannerState, task);
      const reply = await client.fetchWindow(task.window, {
        ...reading,
        isCrowded: (records) =>
          isCrowded(startsOf(records, { timeZoneOffset: client.timeZoneOffset, readAt: fetchedAt })),
        retry,
        signal,
        pagesReachable: task.pagesReachable,
        isTotalTrusted: hints.areTrusted() && lengthOf(task.window) > SHORTEST_WINDOW,
      });
      budget.spend(task.kind, reply.pages, clock.now());
      hints.learn(reply);
      const fetched = await normalizeAll(reply.records, client.timeZoneOffset, task.window, fetchedAt);
      updatePlannerState(plannerState, task, reply, fetched.starts);
      const committed = await commitWindow(store, ledger, fetched, rowOf(task, reply, fetchedAt));
      ledger = committed.ledger;
      failure = null;
      watcher.onWindow({ requests: reply.pages, rows: reply.records.length, written: committed.written });
      await watcher.betweenWindows?.();
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (!(error instanceof KoreError) || error.kind === "unauthorized") {
        throw error;
      }
      failedWindows.note(task.window, clock.now());
      ledger = await noteFailure(options, ledger, task.window, fetchedAt, error.message);
      if (failure) {
        throw error;
      }
      failure = error;
    }
  }
  if (failure) {
    throw failure;
  }
}

/** Once an hour is enough for what is read again once a day. */
async function lookForUnfinished(store: Store, wanted: Wanted, plannerState: Memory): Promise<readonly TimeWindow[]> {
  if (!plannerState.unfinished || Math.abs(wanted.runAt - plannerState.unfinished.lookedAt) >= HOUR_MS) {
    const windows = await readUnfinishedWindows(store.db, wanted, plannerState.density);
    plannerState.unfinished = { lookedAt: wanted.runAt, windows };
  }
  return plannerState.unfinished.windows;
}

/** When the conversations of records start, Unix milliseconds, as far as they say. */
function startsOf(records: readonly ReadRecord[], reading: Reading): number[] {
  const times = timesOf(reading, new Set());
  return records.flatMap((read) => ("record" in read ? (startOf(read.record, times, reading) ?? []) : []));
}

/** The ledger row that a reply earns: none while its window can still be split. */
function rowOf({ window }: Task, reply: WindowReply, fetchedAt: number): SyncWindowRow | null {
  if (reply.isFull && lengthOf(window) > SHORTEST_WINDOW) {
    return null;
  }
  const state = reply.isFull ? "truncated" : "copied";
  const counts = { rows: reply.records.length, requests: reply.pages, knownRows: 0, numResults: reply.numResults };
  return { ...window, fetchedAt, state, reason: null, ...counts };
}

const NOTHING_CAME = { rows: 0, requests: 0, knownRows: 0, numResults: null };

/**
 * A copy that there is already stays: only what was never copied is noted as failed. What the reading before did not
 * hold was missed by no two readings on end then.
 */
async function noteFailure(
  { store, client }: RunOptions,
  ledger: readonly SyncWindowRow[],
  window: TimeWindow,
  fetchedAt: number,
  reason: string,
): Promise<readonly SyncWindowRow[]> {
  await store.db.transaction().execute(async (transaction) => {
    await forgetMissed(transaction, window);
    await store.confirm(transaction);
  });
  const copied = ledger.filter((row) => row.state !== "failed" && intersect(row, window));
  let noted = ledger;
  for (const part of uncovered(window, copied)) {
    const row = { ...part, fetchedAt, state: "failed" as const, reason, ...NOTHING_CAME };
    noted = (
      await commitWindow(
        store,
        noted,
        nothingOf(part, { timeZoneOffset: client.timeZoneOffset, readAt: fetchedAt }),
        row,
      )
    ).ledger;
  }
  return noted;
}
