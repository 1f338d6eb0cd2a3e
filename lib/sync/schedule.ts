import type { Window } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import type { SyncReply } from "@/lib/shared/contract";
import { countRejected, readWindows } from "@/lib/store/ledger";
import type { SyncWindowRow } from "@/lib/store/schema";
import { uncovered } from "./ledger";
import type { Wanted } from "./plan";
import { type RunOptions, runSync } from "./run";
import { describeStatus } from "./status";

export interface Scheduler {
  /** Starts a run now, or lets the one under way go on. */
  runNow(): void;
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

/** Runs the copy now and every `intervalSeconds`; never throws, and tells of its troubles in `status`. */
export function startSchedule(options: ScheduleOptions): Scheduler {
  const { store, clock, intervalSeconds, historyDays, rereadDays, log } = options;
  const listeners = new Set<() => void>();
  let ledger: readonly SyncWindowRow[] | null = null;
  let wanted: Wanted = { runAt: clock.now(), historyDays, rereadDays };
  let state: SyncReply["state"] = "running";
  let lastError: string | null = null;
  let first: { at: number; covered: number } | null = null;
  let isStopped = false;
  let wake = () => {};

  const tell = () => {
    for (const listener of listeners) {
      listener();
    }
  };

  async function run(): Promise<number> {
    state = lastError === null ? "running" : "failing";
    try {
      await runSync(options, {
        onLedger: (read, asked) => {
          if (ledger && coveredSeconds(read) > coveredSeconds(ledger)) {
            lastError = null;
            state = "running";
          }
          ledger = read;
          wanted = asked;
          first ??= { at: clock.now(), covered: coveredSeconds(read) };
          tell();
        },
        onTrouble: (error) => {
          lastError = error.message;
          state = "failing";
          tell();
        },
        isStopped: () => isStopped,
      });
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

  async function loop(): Promise<void> {
    while (!isStopped) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const pause = await run();
      await Promise.race([clock.sleep(pause), woken]);
    }
  }

  const looping = loop();

  return {
    runNow: () => wake(),
    status: async () => {
      ledger ??= await readWindows(store.db);
      const elapsed = first ? (clock.now() - first.at) / 1000 : 0;
      const pace = first && elapsed > 0 ? (coveredSeconds(ledger) - first.covered) / elapsed : null;
      return describeStatus({ wanted, ledger, state, rejected: await countRejected(store.db), lastError, pace });
    },
    coverageOf: async ({ fromAt, toAt }) => {
      ledger ??= await readWindows(store.db);
      const through = ledger.at(-1)?.toAt ?? null;
      const whole = { fromAt, toAt: Math.min(toAt, through ?? fromAt) };
      const isReached = through !== null && through > fromAt;
      return {
        dataThrough: through === null ? null : new Date(through).toISOString(),
        complete:
          isReached &&
          uncovered(
            whole,
            ledger.filter((row) => row.state === "copied"),
          ).length === 0,
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
  return ledger.reduce((sum, row) => sum + (row.toAt - row.fromAt) / 1000, 0);
}

/** Where it failed, without the message: a store's message can quote a customer's data. */
function traceOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? []) : [];
  return `${error instanceof Error ? error.name : typeof error}${frames.slice(0, 6).join("")}`;
}
