import { randomUUID } from "node:crypto";
import type { KoreError } from "@/lib/kore/errors";
import type { Window } from "@/lib/kore/windows";
import type { SyncReply } from "@/lib/shared/contract";
import { CallboardError } from "@/lib/shared/errors";
import type { Store } from "@/lib/store/engine";
import { LeaseLost } from "@/lib/store/lease";
import { countRejected, readWindows } from "@/lib/store/ledger";
import type { SyncWindowRow } from "@/lib/store/schema";
import { readSetting, writeSetting } from "@/lib/store/settings";
import { type Beat, PAUSED, startBeats, WISH } from "./beats";
import { failureOf, traceOf } from "./failure";
import type { Wanted } from "./plan";
import { readRejectedAgain } from "./rejected";
import { type Memory, type RunOptions, runSync, startLearning } from "./run";
import { copiedRows, coverageWithin, describeStatus } from "./status";
import type { Told } from "./told";
import { createTraffic } from "./traffic";

export interface Scheduler {
  /** Starts a run now, or lets the one under way go on; windows that failed are tried again too. */
  runNow(): Promise<void>;
  /** Stops after the window under way, also over a restart, until it is resumed. */
  setPaused(isPaused: boolean): Promise<void>;
  status(): Promise<SyncReply>;
  /** Up to when the copy reaches, and whether nothing is missing in a range as far as that. */
  coverageOf(range: Window): Promise<{ dataThrough: string | null; complete: boolean }>;
  /** Calls back on every change of the copy; returns the way to stop that. */
  subscribe(listener: () => void): () => void;
  stop(): Promise<void>;
}

export interface ScheduleOptions extends RunOptions {
  log: { info(message: string): void; error(message: string): void };
}

/**
 * Runs the copy now and every `intervalSeconds`, where this instance has the turn; where another has it, follows what
 * that one does. Never throws, and tells of its troubles in `status`.
 */
export function startSchedule(options: ScheduleOptions): Scheduler {
  const { store, clock, intervalSeconds, historyDays, rereadDays, log } = options;
  const listeners = new Set<() => void>();
  const traffic = createTraffic(options.requestsPerMinute, clock.now);
  let ledger: readonly SyncWindowRow[] | null = null;
  let wanted: Wanted = { runAt: clock.now(), historyDays, rereadDays };
  let state: SyncReply["state"] = "running";
  let lastError: string | null = null;
  let first: { at: number; covered: number } | null = null;
  let memory: Memory | null = null;
  let rejected = 0;
  let isStopped = false;
  let isPaused = false;
  let retriesFailed = false;
  let wake = () => {};
  /** The store to copy into, fenced with this instance's turn; null while another has it. */
  let copying: Store | null = store.lease ? null : store;
  let heard: Beat | null = null;
  /** Before the first beat nobody knows whose turn it is. */
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  /** Why the store could not be asked at the last beat. */
  let storeError: string | null = null;

  const tell = () => {
    for (const listener of listeners) {
      listener();
    }
  };

  async function run(into: Store): Promise<number> {
    state = lastError === null ? "running" : "failing";
    const retries = retriesFailed;
    retriesFailed = false;
    const watcher = {
      onLedger: (read: readonly SyncWindowRow[], asked: Wanted) => {
        ledger = read;
        wanted = asked;
        first ??= { at: clock.now(), covered: coveredSeconds(read) };
        tell();
      },
      onWindow: (facts: { requests: number; rows: number }) => {
        traffic.add(facts);
        lastError = null;
        state = "running";
      },
      onTrouble: (error: KoreError) => {
        lastError = error.message;
        state = "failing";
        tell();
      },
      isStopped: () => isStopped || isPaused || into !== copying,
    };
    memory ??= await startLearning(store);
    await runSync({ ...options, store: into }, watcher, memory, retries);
    lastError = null;
    state = "idle";
    return intervalSeconds * 1000;
  }

  let hasTriedRejected = false;
  async function tryRejected(into: Store): Promise<void> {
    hasTriedRejected = true;
    try {
      const understood = await readRejectedAgain(into, options.client.timeZoneOffset);
      if (understood > 0) {
        log.info(`${understood} records that could not be read before are in the copy now.`);
      }
    } catch (error) {
      log.error(`The rejected records could not be read again: ${traceOf(error)}`);
    }
  }

  /** One run where there is something to do. @returns how long to wait for the next, in milliseconds. */
  async function step(): Promise<number> {
    try {
      isPaused = (await readSetting(store.db, PAUSED)) === "true";
      if (isPaused || !copying) {
        return intervalSeconds * 1000;
      }
      if (!hasTriedRejected) {
        await tryRejected(copying);
      }
      return await run(copying);
    } catch (error) {
      if (error instanceof LeaseLost) {
        state = "idle";
        return intervalSeconds * 1000;
      }
      const failure = failureOf(error, intervalSeconds);
      state = "failing";
      lastError = failure.sentence;
      log.error(failure.logged);
      return failure.pauseMs;
    } finally {
      tell();
    }
  }

  async function loop(): Promise<void> {
    while (!isStopped) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const pause = await step();
      state = isPaused && state === "running" ? "idle" : state;
      await Promise.race([clock.sleep(pause), woken]);
    }
  }

  async function hear(beat: Beat): Promise<void> {
    const before = heard;
    heard = beat;
    begin();
    storeError = null;
    const { lease } = store;
    if (lease && beat.token !== (before?.token ?? null)) {
      copying = beat.token === null ? null : { ...store, confirm: lease.fence(beat.token) };
      wake();
    }
    if (beat.isPaused !== isPaused) {
      isPaused = beat.isPaused;
      wake();
    }
    if (before && beat.wish !== before.wish && copying) {
      retriesFailed = true;
      wake();
    }
    if (!copying && JSON.stringify(beat) !== JSON.stringify(before)) {
      ledger = await readWindows(store.db);
    }
    if (JSON.stringify(beat) !== JSON.stringify(before)) {
      tell();
    }
  }

  function say(): Told {
    const elapsed = first ? (clock.now() - first.at) / 1000 : 0;
    const pace = first && ledger && elapsed > 0 ? (coveredSeconds(ledger) - first.covered) / elapsed : null;
    return { state, lastError, runAt: wanted.runAt, pace, traffic: traffic.report() };
  }

  const noteStoreTrouble = (error: unknown) => {
    storeError = failureOf(error, intervalSeconds).sentence;
    begin();
    tell();
  };

  async function readLedger(): Promise<readonly SyncWindowRow[]> {
    if (!ledger) {
      const read = await readWindows(store.db);
      ledger ??= read;
    }
    return ledger;
  }

  const stopBeats = store.lease && startBeats({ store, lease: store.lease, say, hear, onTrouble: noteStoreTrouble });
  if (!store.lease) {
    begin();
  }
  const looping = begun.then(loop);

  return {
    runNow: async () => {
      if (copying) {
        retriesFailed = true;
        wake();
      } else {
        await writeSetting(store.db, WISH, randomUUID());
      }
    },
    setPaused: async (next) => {
      await writeSetting(store.db, PAUSED, String(next));
      isPaused = next;
      wake();
      tell();
    },
    status: async () => {
      let trouble = storeError;
      try {
        await readLedger();
        rejected = await countRejected(store.db);
      } catch (error) {
        if (!(error instanceof CallboardError)) {
          throw error;
        }
        trouble = error.message;
      }
      const { runAt, ...facts } = copying ? say() : (heard?.told ?? say());
      const asked = copying ? wanted : { runAt, historyDays, rereadDays };
      const said = { wanted: asked, ledger: ledger ?? [], isPaused, rejected, ...facts };
      return describeStatus(trouble === null ? said : { ...said, state: "failing", lastError: trouble });
    },
    coverageOf: async (range) => coverageWithin(range, await readLedger()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      isStopped = true;
      wake();
      await looping;
      await stopBeats?.();
    },
  };
}

function coveredSeconds(ledger: readonly SyncWindowRow[]): number {
  return copiedRows(ledger).reduce((sum, row) => sum + (row.toAt - row.fromAt) / 1000, 0);
}
