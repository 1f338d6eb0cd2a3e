import type { KoreClient, ReadRecord, WindowReply } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import type { Clock } from "@/lib/kore/limiter";
import { intersect, lengthOf, SHORTEST_WINDOW, type TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { forgetMissed } from "@/lib/store/sync/absent";
import { forgetWindowsReadAfter, readWindows } from "@/lib/store/sync/ledger";
import { type Reading, startOf, timesOf } from "@/lib/sync/normalize/vendor-times";
import { uncovered } from "@/lib/sync/plan/ledger";
import { nextTask, type Task, type Wanted } from "@/lib/sync/plan/plan";
import { readingOf, updatePlannerState } from "@/lib/sync/plan/planner-state";
import { readUnfinishedWindows } from "@/lib/sync/plan/unfinished";
import { commitWindow, normalizeAll, nothingOf } from "./commit";
import { createRetryPolicy } from "./retry-policy";
import { createBudget, createTotalHints, type RunState } from "./run-state";

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
  /** Ends the run at once where it fetches or waits, and after a commit under way. */
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
  runState: RunState,
  retriesFailed = false,
): Promise<void> {
  await new Run(options, watcher, runState, retriesFailed).copyAll();
}

class Run {
  private readonly retry;
  private readonly budget;
  private readonly hints = createTotalHints();
  private readonly startedAt: number;
  private runAt: number;
  private ledger: readonly SyncWindowRow[] = [];
  /** What the last window failed by; null where it did not. */
  private failure: KoreError | null = null;
  /** Whether the last window was the newest. */
  private isLive = false;

  constructor(
    private readonly options: RunOptions,
    private readonly watcher: RunWatcher,
    private readonly runState: RunState,
    private readonly retriesFailed: boolean,
  ) {
    runState.budget ??= createBudget(options.requestsPerMinute);
    this.budget = runState.budget;
    this.retry = createRetryPolicy({ clock: options.clock, random: options.random, ...watcher });
    this.startedAt = options.clock.now();
    this.runAt = this.startedAt;
  }

  async copyAll(): Promise<void> {
    await this.forgetWindowsOfTheFuture();
    this.ledger = await readWindows(this.options.store.db);
    for (let task = await this.next(); task !== null; task = await this.next()) {
      await this.attempt(task);
    }
    if (this.failure) {
      throw this.failure;
    }
  }

  /** What was read at a time still to come was read by a clock that was wrong, so it proves nothing. */
  private async forgetWindowsOfTheFuture(): Promise<void> {
    const { store } = this.options;
    await store.db.transaction().execute(async (transaction) => {
      await forgetWindowsReadAfter(transaction, this.startedAt);
      await store.confirm(transaction);
    });
  }

  private async next(): Promise<Task | null> {
    const { clock, intervalSeconds } = this.options;
    if (this.watcher.signal.aborted) {
      return null;
    }
    // Not after the newest window: where that takes longer than the interval, nothing else would ever be read.
    if (!this.isLive && Math.abs(clock.now() - this.runAt) >= intervalSeconds * 1000) {
      this.runAt = clock.now();
    }
    const wanted = await this.wanted();
    this.watcher.onLedger(this.ledger, wanted);
    return nextTask(wanted, this.ledger, this.runState, this.budget.mayReread(clock.now()));
  }

  private async wanted(): Promise<Wanted> {
    const { store, clock, historyDays, rereadDays } = this.options;
    const { runAt, retriesFailed } = this;
    const coolingDown = [
      ...this.runState.failedWindows.coolingDown(clock.now(), retriesFailed ? this.startedAt : undefined),
      ...(this.failure ? this.ledger.filter((row) => row.state === "failed") : []),
    ];
    const unfinished = await unfinishedWindows(store, { runAt, historyDays, rereadDays }, this.runState);
    return { runAt, historyDays, rereadDays, retriesFailed, coolingDown, unfinished };
  }

  private async attempt(task: Task): Promise<void> {
    this.isLive = task.kind === "live";
    const fetchedAt = this.options.clock.now();
    try {
      await this.copy(task, fetchedAt);
      this.failure = null;
      await this.watcher.betweenWindows?.();
    } catch (error) {
      await this.endAttempt(task, fetchedAt, error);
    }
  }

  private async copy(task: Task, fetchedAt: number): Promise<void> {
    const { store, client, clock } = this.options;
    const reply = await this.fetch(task, fetchedAt);
    this.budget.spend(task.kind, reply.pages, clock.now());
    this.hints.observe(reply);
    const fetched = await normalizeAll(reply.records, client.timeZoneOffset, task.window, fetchedAt);
    updatePlannerState(this.runState, task, reply, fetched.starts);
    const { ledger, written } = await commitWindow(store, this.ledger, fetched, rowOf(task, reply, fetchedAt));
    this.ledger = ledger;
    this.watcher.onWindow({ requests: reply.pages, rows: reply.records.length, written });
  }

  private fetch(task: Task, fetchedAt: number): Promise<WindowReply> {
    const { client } = this.options;
    const { isCrowded, ...reading } = readingOf(this.runState, task);
    return client.fetchWindow(task.window, {
      ...reading,
      isCrowded: (records) =>
        isCrowded(startsOf(records, { timeZoneOffset: client.timeZoneOffset, readAt: fetchedAt })),
      retry: this.retry,
      signal: this.watcher.signal,
      pagesReachable: task.pagesReachable,
      isTotalTrusted: this.hints.areTrusted() && lengthOf(task.window) > SHORTEST_WINDOW,
    });
  }

  /** @throws what is not the window's fault. */
  private async endAttempt(task: Task, fetchedAt: number, error: unknown): Promise<void> {
    if (this.watcher.signal.aborted) {
      this.failure = null;
      return;
    }
    if (!(error instanceof KoreError) || error.kind === "unauthorized") {
      throw error;
    }
    this.runState.failedWindows.note(task.window, this.options.clock.now());
    this.ledger = await noteFailure(this.options, this.ledger, task.window, fetchedAt, error.message);
    if (this.failure) {
      throw error;
    }
    this.failure = error;
  }
}

/** Once an hour is enough for what is read again once a day. */
async function unfinishedWindows(store: Store, wanted: Wanted, runState: RunState): Promise<readonly TimeWindow[]> {
  if (!runState.unfinished || Math.abs(wanted.runAt - runState.unfinished.readAt) >= HOUR_MS) {
    const windows = await readUnfinishedWindows(store.db, wanted, runState.density);
    runState.unfinished = { readAt: wanted.runAt, windows };
  }
  return runState.unfinished.windows;
}

/** When the conversations of records start, Unix milliseconds, as far as they hold it. */
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
