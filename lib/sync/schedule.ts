import { KoreError } from "@/lib/kore/errors";
import type { Window } from "@/lib/kore/windows";
import type { SyncReply } from "@/lib/shared/contract";
import { countRejected, readWindows } from "@/lib/store/ledger";
import type { SyncWindowRow } from "@/lib/store/schema";
import { readSetting, writeSetting } from "@/lib/store/settings";
import { uncovered } from "./ledger";
import type { Wanted } from "./plan";
import { readRejectedAgain } from "./rejected";
import { type RunOptions, runSync, startLearning } from "./run";
import { copiedRows, describeStatus } from "./status";
import { createTraffic } from "./traffic";

export interface Scheduler {
  /** Starts a run now, or lets the one under way go on; windows that failed are tried again too. */
  runNow(): void;
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

const PAUSE_AFTER_REFUSAL_MS = 300_000;
const PAUSED = "sync.paused";

/** Runs the copy now and every `intervalSeconds`; never throws, and tells of its troubles in `status`. */
export function startSchedule(options: ScheduleOptions): Scheduler {
  const { store, clock, intervalSeconds, historyDays, rereadDays, log } = options;
  const listeners = new Set<() => void>();
  const traffic = createTraffic(options.requestsPerMinute, clock.now);
  let ledger: readonly SyncWindowRow[] | null = null;
  let wanted: Wanted = { runAt: clock.now(), historyDays, rereadDays };
  let state: SyncReply["state"] = "running";
  let lastError: string | null = null;
  let first: { at: number; covered: number } | null = null;
  let isStopped = false;
  let isPaused = false;
  let retriesFailed = false;
  let wake = () => {};

  const tell = () => {
    for (const listener of listeners) {
      listener();
    }
  };
  const learning = startLearning(store);

  async function run(): Promise<number> {
    state = lastError === null ? "running" : "failing";
    const retries = retriesFailed;
    retriesFailed = false;
    try {
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
        isStopped: () => isStopped || isPaused,
      };
      await runSync(options, watcher, await learning, retries);
      lastError = null;
      state = "idle";
      return intervalSeconds * 1000;
    } catch (error) {
      state = "failing";
      lastError = error instanceof KoreError ? error.message : "The copy failed inside Callboard; its log says why.";
      log.error(error instanceof KoreError ? error.message : `The copy failed: ${traceOf(error)}`);
      const isRefused = error instanceof KoreError && !error.isPassing;
      return isRefused ? Math.max(PAUSE_AFTER_REFUSAL_MS, intervalSeconds * 1000) : intervalSeconds * 1000;
    } finally {
      tell();
    }
  }

  async function tryRejected(): Promise<void> {
    try {
      const understood = await readRejectedAgain(store, options.client.timeZoneOffset);
      if (understood > 0) {
        log.info(`${understood} records that could not be read before are in the copy now.`);
      }
    } catch (error) {
      log.error(`The rejected records could not be read again: ${traceOf(error)}`);
    }
  }

  async function loop(): Promise<void> {
    isPaused = (await readSetting(store.db, PAUSED)) === "true";
    await tryRejected();
    while (!isStopped) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const pause = isPaused ? intervalSeconds * 1000 : await run();
      state = isPaused && state === "running" ? "idle" : state;
      await Promise.race([clock.sleep(pause), woken]);
    }
  }

  const looping = loop();

  return {
    runNow: () => {
      retriesFailed = true;
      wake();
    },
    setPaused: async (next) => {
      await writeSetting(store.db, PAUSED, String(next));
      isPaused = next;
      wake();
      tell();
    },
    status: async () => {
      ledger ??= await readWindows(store.db);
      const elapsed = first ? (clock.now() - first.at) / 1000 : 0;
      const pace = first && elapsed > 0 ? (coveredSeconds(ledger) - first.covered) / elapsed : null;
      const rejected = await countRejected(store.db);
      return describeStatus({ wanted, ledger, state, isPaused, rejected, lastError, pace, traffic: traffic.report() });
    },
    coverageOf: async ({ fromAt, toAt }) => {
      ledger ??= await readWindows(store.db);
      const through = copiedRows(ledger).at(-1)?.toAt ?? null;
      const whole = { fromAt, toAt: Math.min(toAt, through ?? fromAt) };
      const copied = ledger.filter((row) => row.state === "copied");
      return {
        dataThrough: through === null ? null : new Date(through).toISOString(),
        complete: through !== null && through > fromAt && uncovered(whole, copied).length === 0,
      };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      isStopped = true;
      wake();
      await looping;
    },
  };
}

function coveredSeconds(ledger: readonly SyncWindowRow[]): number {
  return copiedRows(ledger).reduce((sum, row) => sum + (row.toAt - row.fromAt) / 1000, 0);
}

/** Where it failed, without the message: a store's message can quote a customer's data. */
function traceOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? []) : [];
  return `${error instanceof Error ? error.name : typeof error}${frames.slice(0, 6).join("")}`;
}
