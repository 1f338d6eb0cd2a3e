import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import type { TimeWindow } from "@/lib/kore/windows";
import type { Incomplete, SyncReply } from "@/lib/shared/contract";
import type { Store } from "@/lib/store/engine/engine";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { readSetting, writeSetting } from "@/lib/store/settings/settings";
import { LeaseLost } from "@/lib/store/sync/lease";
import { readWindows } from "@/lib/store/sync/ledger";
import type { Wanted } from "@/lib/sync/plan/plan";
import { failureOf, type Log } from "@/lib/sync/run/failure";
import { tryRejected } from "@/lib/sync/run/rejected";
import { createRenewal } from "@/lib/sync/run/renew";
import { type RunOptions, type RunWatcher, runSync } from "@/lib/sync/run/run";
import { loadRunState, type RunState } from "@/lib/sync/run/run-state";
import { PAUSED, RUN_REQUESTED } from "./heartbeat";
import { type ElectionChange, type LeaderElection, startLeaderElection } from "./leader-election";
import type { PublishedStatus } from "./published-status";
import { RememberedCounts } from "./remembered-counts";
import { initialState, reduceSchedule, type ScheduleEffect, type ScheduleEvent } from "./schedule-state";
import { coverageWithin, describeStatus } from "./status";
import { createRequestStats, createThroughput } from "./throughput";

interface RangeCoverage extends Incomplete {
  dataThrough: string | null;
  complete: boolean;
}

export interface Scheduler {
  /** Starts a run now, or lets the one under way go on; windows that failed are retried too. */
  runNow(): Promise<void>;
  /**
   * Pauses the sync, also over a restart, until it is resumed. What is under way here is interrupted, and it resolves
   * once nothing is any more; where another instance is the leader, that one reads it within seconds.
   */
  setPaused(isPaused: boolean): Promise<void>;
  status(): Promise<SyncReply>;
  /** Up to when the sync reaches, whether nothing is missing in a range as far as that, and what could not be read. */
  coverageOf(range: TimeWindow): Promise<RangeCoverage>;
  /** Calls back on every change of the sync; returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void;
  stop(): Promise<void>;
}

export interface ScheduleOptions extends RunOptions {
  log: Log;
}

/**
 * Runs the sync now and every `intervalSeconds` where this instance is the leader; where another one is, follows what
 * that one publishes. Never throws: `status` reports failures.
 */
export function startSchedule(options: ScheduleOptions): Scheduler {
  return new Schedule(options);
}

/** The only way in which a sleep fails. */
const ignoreAbort = () => {};

/** Takes a step, sleeps, and takes the next. What an event means is decided by `reduceSchedule`. */
class Schedule implements Scheduler {
  private state;
  // As many listeners as there are open pages.
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly counts;
  private readonly requestStats;
  private readonly throughput;
  private readonly renewal;
  private readonly election: LeaderElection;
  private readonly looping: Promise<void>;
  private runState: RunState | null = null;
  private step: Promise<unknown> = Promise.resolve();
  private working = new AbortController();
  private sleeping = new AbortController();

  constructor(private readonly options: ScheduleOptions) {
    const { store, client, clock, log, historyDays, rereadDays, requestsPerMinute } = options;
    this.state = initialState({ runAt: clock.now(), historyDays, rereadDays });
    this.counts = new RememberedCounts({
      store,
      now: clock.now,
      wanted: () => this.wantedNow(),
      readLedger: () => this.readLedger(),
    });
    this.requestStats = createRequestStats(requestsPerMinute, clock.now);
    this.throughput = createThroughput(clock.now);
    this.renewal = createRenewal(client.timeZoneOffset, clock.now, log);
    this.election = startLeaderElection({
      store,
      statusToPublish: () => this.statusToPublish(),
      onChange: (change) => this.onElectionChange(change),
      onTrouble: () => this.perform("notify"),
    });
    this.looping = this.election.decided.then(() => this.loop());
  }

  async runNow(): Promise<void> {
    if (this.election.leaderStore()) {
      this.dispatch({ type: "run-requested" });
    } else {
      await writeSetting(this.options.store.db, RUN_REQUESTED, randomUUID());
    }
  }

  async setPaused(isPaused: boolean): Promise<void> {
    await writeSetting(this.options.store.db, PAUSED, String(isPaused));
    this.dispatch({ type: "pause-set", isPaused });
    if (isPaused) {
      await this.step;
    }
    this.perform("notify");
  }

  async status(): Promise<SyncReply> {
    const { historyDays, rereadDays } = this.options;
    const { readError, ...counts } = await this.counts.read();
    const storeError = readError ?? this.election.storeError();
    const isLeader = this.election.leaderStore() !== null;
    const published = isLeader ? null : this.election.published();
    const { runAt, ...facts } = published ?? this.statusToPublish();
    const { isPaused, ledger } = this.state;
    const wanted = isLeader ? this.state.wanted : { runAt, historyDays, rereadDays };
    const known = { wanted, ledger: ledger ?? [], isPaused, ...counts, ...facts };
    return describeStatus(storeError === null ? known : { ...known, state: "failing", lastError: storeError });
  }

  async coverageOf(range: TimeWindow): Promise<RangeCoverage> {
    const [ledger, incomplete] = await Promise.all([this.readLedger(), this.counts.incompleteIn(range)]);
    return { ...coverageWithin(range, ledger), ...incomplete };
  }

  subscribe(listener: () => void): () => void {
    this.changes.on("change", listener);
    return () => void this.changes.off("change", listener);
  }

  async stop(): Promise<void> {
    this.dispatch({ type: "stopped" });
    await this.looping;
    await this.election.stop();
    this.changes.removeAllListeners();
  }

  private dispatch(event: ScheduleEvent): void {
    const { next, effects } = reduceSchedule(this.state, event);
    this.state = next;
    this.perform(...effects);
  }

  private perform(...effects: ScheduleEffect[]): void {
    const perform = {
      forget: () => this.counts.forget(),
      interrupt: () => this.working.abort(),
      wake: () => this.sleeping.abort(),
      notify: () => this.changes.emit("change"),
    };
    for (const effect of effects) {
      perform[effect]();
    }
  }

  private async loop(): Promise<void> {
    while (!this.state.isStopped) {
      // Before the step: what wakes or interrupts it meanwhile must not be missed.
      this.sleeping = new AbortController();
      this.working = new AbortController();
      const step = this.takeStep(this.working.signal);
      this.step = step;
      await this.options.clock.sleep(await step, this.sleeping.signal).catch(ignoreAbort);
    }
  }

  /** One run where there is something to do. @returns how long to wait for the next, in milliseconds. */
  private async takeStep(signal: AbortSignal): Promise<number> {
    try {
      return await this.runAsLeader(signal);
    } catch (error) {
      if (error instanceof LeaseLost) {
        this.dispatch({ type: "lease-lost" });
        return this.intervalMs();
      }
      const { message, logged, pauseMs } = failureOf(error, this.options.intervalSeconds);
      this.dispatch({ type: "step-failed", message });
      this.options.log.error(logged);
      return pauseMs;
    } finally {
      this.dispatch({ type: "step-ended" });
    }
  }

  private async runAsLeader(signal: AbortSignal): Promise<number> {
    const { store, client, log } = this.options;
    const into = this.election.leaderStore();
    const paused = await readSetting(store.db, PAUSED);
    if (signal.aborted) {
      return 0;
    }
    this.dispatch({ type: "pause-read", isPaused: paused === "true" });
    if (this.state.isPaused || !into) {
      return this.intervalMs();
    }
    if (!this.state.hasReparsedRejected) {
      this.dispatch({ type: "rejected-reparsed", isDone: await tryRejected(into, client.timeZoneOffset, log) });
    }
    await this.run(into, signal);
    return this.intervalMs();
  }

  private async run(into: Store, signal: AbortSignal): Promise<void> {
    const { store, clock } = this.options;
    const { retriesFailed } = this.state;
    this.dispatch({ type: "run-started" });
    this.runState ??= await loadRunState(store);
    const nextRunAt = clock.now() + this.intervalMs();
    await runSync({ ...this.options, store: into }, this.watcher(into, signal), this.runState, retriesFailed);
    this.dispatch({ type: "run-ended", isInterrupted: signal.aborted });
    // With nothing left to fetch, the time until the next run is free. A disk that is full fails the next commit too.
    await store.cache?.writeBack().catch(() => {});
    while (!signal.aborted && clock.now() < nextRunAt && (await this.renewal.next(into))) {
      this.perform("forget", "notify");
    }
  }

  private watcher(into: Store, signal: AbortSignal): RunWatcher {
    return {
      onLedger: (ledger, wanted) => {
        this.throughput.begin(ledger);
        this.dispatch({ type: "window-planned", ledger, wanted });
      },
      onWindow: (fetched) => {
        this.requestStats.add(fetched);
        this.dispatch({ type: "window-copied" });
      },
      onTrouble: ({ message }) => this.dispatch({ type: "request-failed", message }),
      betweenWindows: () => this.renewal.next(into),
      signal,
    };
  }

  private async onElectionChange(change: ElectionChange): Promise<void> {
    this.dispatch({ type: "election-changed", change });
    if (!this.election.leaderStore()) {
      this.dispatch({ type: "ledger-read", ledger: await readWindows(this.options.store.db) });
    }
    this.perform("notify");
  }

  private statusToPublish(): PublishedStatus {
    const { state, lastError, wanted, ledger } = this.state;
    const traffic = this.requestStats.report();
    return { state, lastError, runAt: wanted.runAt, throughput: this.throughput.measure(ledger), traffic };
  }

  /** What the last run wanted, of the leader where that is another instance; while paused, what a run would want now. */
  private wantedNow(): Wanted {
    const { wanted, isPaused } = this.state;
    const published = this.election.leaderStore() ? null : this.election.published();
    return { ...wanted, runAt: isPaused ? this.options.clock.now() : (published?.runAt ?? wanted.runAt) };
  }

  private async readLedger(): Promise<readonly SyncWindowRow[]> {
    const ledger = this.state.ledger ?? (await readWindows(this.options.store.db));
    // Unless a run has read it meanwhile.
    if (!this.state.ledger) {
      this.dispatch({ type: "ledger-read", ledger });
    }
    return this.state.ledger ?? ledger;
  }

  private intervalMs(): number {
    return this.options.intervalSeconds * 1000;
  }
}
