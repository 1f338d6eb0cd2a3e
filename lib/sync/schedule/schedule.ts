import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import type { KoreError } from "@/lib/kore/errors";
import type { TimeWindow } from "@/lib/kore/windows";
import type { Incomplete, SyncReply } from "@/lib/shared/contract";
import { CallboardError } from "@/lib/shared/errors";
import { HOUR_MS } from "@/lib/shared/instants";
import { remember } from "@/lib/shared/remember";
import type { Store } from "@/lib/store/engine/engine";
import type { SyncWindowRow } from "@/lib/store/schema/schema-copying";
import { readSetting, writeSetting } from "@/lib/store/settings/settings";
import { countIncomplete } from "@/lib/store/sync/incomplete";
import { LeaseLost } from "@/lib/store/sync/lease";
import { readWindows } from "@/lib/store/sync/ledger";
import { readOpen, type UnfinishedSpan } from "@/lib/store/sync/unfinished";
import type { Wanted } from "@/lib/sync/plan/plan";
import { loadRunState, type RunState } from "@/lib/sync/plan/planner-state";
import { countStale } from "@/lib/sync/plan/stale";
import { failureOf, type Log } from "@/lib/sync/run/failure";
import { tryRejected } from "@/lib/sync/run/rejected";
import { createRenewal } from "@/lib/sync/run/renew";
import { type RunOptions, runSync } from "@/lib/sync/run/run";
import { PAUSED, RUN_REQUESTED } from "./heartbeat";
import { type ElectionChange, startLeaderElection } from "./leader-election";
import type { PublishedStatus } from "./published-status";
import { createRequestStats } from "./request-stats";
import { coverageWithin, describeStatus } from "./status";
import { createThroughput } from "./throughput";

interface RangeCoverage extends Incomplete {
  dataThrough: string | null;
  complete: boolean;
}

export interface Scheduler {
  /** Starts a run now, or lets the one under way go on; windows that failed are tried again too. */
  runNow(): Promise<void>;
  /**
   * Pauses the copy, also over a restart, until it is resumed. What is under way here is interrupted, and it resolves
   * once nothing is any more; where another instance copies, that one hears of it within seconds.
   */
  setPaused(isPaused: boolean): Promise<void>;
  status(): Promise<SyncReply>;
  /** Up to when the copy reaches, whether nothing is missing in a range as far as that, and what could not be read. */
  coverageOf(range: TimeWindow): Promise<RangeCoverage>;
  /** Calls back on every change of the copy; returns the way to stop that. */
  subscribe(listener: () => void): () => void;
  stop(): Promise<void>;
}

/** The only way in which a sleep fails. */
const ignoreAbort = () => {};
const ALL_TIME: TimeWindow = { fromAt: Number.MIN_SAFE_INTEGER, toAt: Number.MAX_SAFE_INTEGER };

/**
 * Runs the copy now and every `intervalSeconds`, where this instance has the turn; where another has it, follows what
 * that one does. Never throws, and tells of its troubles in `status`.
 */
export function startSchedule(options: RunOptions & { log: Log }): Scheduler {
  const { store, clock, intervalSeconds, historyDays, rereadDays, log } = options;
  // As many listeners as there are open pages.
  const changes = new EventEmitter().setMaxListeners(0);
  const notify = () => void changes.emit("change");
  const requestStats = createRequestStats(options.requestsPerMinute, clock.now);
  const throughput = createThroughput(clock.now);
  /** Rows by older rules wait, and so does what is overdue for its re-reading. */
  const counts = remember(async ({ span }: { span: TimeWindow; hour: number }) => {
    const [found, overdue] = await Promise.all([
      countIncomplete(store.db, span),
      countStale(store.db, wantedNow(), await readLedger(), span),
    ]);
    return { ...found, stale: found.stale + overdue };
  });
  // By the hour, since conversations become overdue though nothing is written.
  const incompleteIn = (span: TimeWindow) => counts.of({ span, hour: Math.floor(clock.now() / HOUR_MS) });
  /** What the last run wanted, of the leader where that is another instance. */
  const wantedNow = (): Wanted => {
    const published = election.leaderStore() ? null : election.published();
    return { ...wanted, runAt: isPaused ? clock.now() : (published?.runAt ?? wanted.runAt) };
  };
  const open = remember((_: null) => readOpen(store.db));
  const forget = () => {
    counts.forget();
    open.forget();
  };
  const renewal = createRenewal(options.client.timeZoneOffset, clock.now, log);
  let ledger: readonly SyncWindowRow[] | null = null;
  let wanted: Wanted = { runAt: clock.now(), historyDays, rereadDays };
  let state: SyncReply["state"] = "running";
  let lastError: string | null = null;
  let memory: RunState | null = null;
  let incomplete: Incomplete = { setAside: 0, unread: 0, stale: 0 };
  let unfinished: readonly UnfinishedSpan[] = [];
  let isStopped = false;
  let isPaused = false;
  let retriesFailed = false;
  let hasTriedRejected = false;
  let sleeping = new AbortController();
  let working = new AbortController();
  let step: Promise<unknown> = Promise.resolve();
  const wake = () => sleeping.abort();
  const interrupt = () => working.abort();

  async function run(into: Store, signal: AbortSignal): Promise<number> {
    state = lastError === null ? "running" : "failing";
    const retries = retriesFailed;
    retriesFailed = false;
    const watcher = {
      onLedger: (read: readonly SyncWindowRow[], asked: Wanted) => {
        ledger = read;
        wanted = asked;
        forget();
        throughput.begin(read);
        notify();
      },
      onWindow: (facts: { requests: number; rows: number }) => {
        requestStats.add(facts);
        lastError = null;
        state = "running";
      },
      onTrouble: (error: KoreError) => {
        lastError = error.message;
        state = "failing";
        notify();
      },
      betweenWindows: () => renewal.next(into),
      signal,
    };
    memory ??= await loadRunState(store);
    const nextRunAt = clock.now() + intervalSeconds * 1000;
    await runSync({ ...options, store: into }, watcher, memory, retries);
    lastError = signal.aborted ? lastError : null;
    state = "idle";
    // With nothing left to fetch, the time until the next run is free. A disk that is full fails the next commit too.
    await store.cache?.writeBack().catch(() => {});
    while (!signal.aborted && clock.now() < nextRunAt && (await renewal.next(into))) {
      forget();
      notify();
    }
    return intervalSeconds * 1000;
  }

  /** One run where there is something to do. @returns how long to wait for the next, in milliseconds. */
  async function takeStep(signal: AbortSignal): Promise<number> {
    try {
      const into = election.leaderStore();
      const paused = (await readSetting(store.db, PAUSED)) === "true";
      if (signal.aborted) {
        return 0;
      }
      isPaused = paused;
      if (isPaused || !into) {
        return intervalSeconds * 1000;
      }
      if (!hasTriedRejected) {
        hasTriedRejected = await tryRejected(into, options.client.timeZoneOffset, log);
        forget();
      }
      return await run(into, signal);
    } catch (error) {
      if (error instanceof LeaseLost) {
        state = "idle";
        return intervalSeconds * 1000;
      }
      const failure = failureOf(error, intervalSeconds);
      state = "failing";
      lastError = failure.message;
      log.error(failure.logged);
      return failure.pauseMs;
    } finally {
      notify();
    }
  }

  async function loop(): Promise<void> {
    while (!isStopped) {
      // Before the step: who wakes or interrupts it meanwhile must not be missed.
      sleeping = new AbortController();
      working = new AbortController();
      const taken = takeStep(working.signal);
      step = taken;
      const pause = await taken;
      state = isPaused && state === "running" ? "idle" : state;
      await clock.sleep(pause, sleeping.signal).catch(ignoreAbort);
    }
  }

  async function onElectionChange(change: ElectionChange): Promise<void> {
    forget();
    if (change.isLeaderChanged || change.isPaused !== isPaused || change.isRunRequested) {
      retriesFailed ||= change.isRunRequested;
      isPaused = change.isPaused;
      if (change.isLeaderChanged || isPaused) {
        interrupt();
      }
      wake();
    }
    if (!election.leaderStore()) {
      ledger = await readWindows(store.db);
    }
    notify();
  }

  function statusToPublish(): PublishedStatus {
    return {
      state,
      lastError,
      runAt: wanted.runAt,
      throughput: throughput.measure(ledger),
      traffic: requestStats.report(),
    };
  }

  async function readLedger(): Promise<readonly SyncWindowRow[]> {
    if (!ledger) {
      const read = await readWindows(store.db);
      ledger ??= read;
    }
    return ledger;
  }

  const election = startLeaderElection({ store, statusToPublish, onChange: onElectionChange, onTrouble: notify });
  const looping = election.decided.then(loop);

  return {
    runNow: async () => {
      if (election.leaderStore()) {
        retriesFailed = true;
        wake();
      } else {
        await writeSetting(store.db, RUN_REQUESTED, randomUUID());
      }
    },
    setPaused: async (next) => {
      await writeSetting(store.db, PAUSED, String(next));
      isPaused = next;
      if (next) {
        interrupt();
      }
      wake();
      if (next) {
        await step;
      }
      notify();
    },
    status: async () => {
      let trouble = election.storeError();
      try {
        await readLedger();
        incomplete = await incompleteIn(ALL_TIME);
        unfinished = await open.of(null);
      } catch (error) {
        if (!(error instanceof CallboardError)) {
          throw error;
        }
        trouble = error.message;
      }
      const isOurs = election.leaderStore() !== null;
      const { runAt, ...facts } = isOurs ? statusToPublish() : (election.published() ?? statusToPublish());
      const asked = isOurs ? wanted : { runAt, historyDays, rereadDays };
      const said = { wanted: asked, ledger: ledger ?? [], isPaused, incomplete, unfinished, ...facts };
      return describeStatus(trouble === null ? said : { ...said, state: "failing", lastError: trouble });
    },
    coverageOf: async (range) => {
      const [read, missing] = await Promise.all([readLedger(), incompleteIn(range)]);
      return { ...coverageWithin(range, read), ...missing };
    },
    subscribe: (listener) => {
      changes.on("change", listener);
      return () => void changes.off("change", listener);
    },
    stop: async () => {
      isStopped = true;
      interrupt();
      wake();
      await looping;
      await election.stop();
      changes.removeAllListeners();
    },
  };
}
