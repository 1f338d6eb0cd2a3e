import { createKoreClient, type KoreClient } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import type { Clock } from "@/lib/kore/limiter";
import type { SyncReply } from "@/lib/shared/contract";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import { countIncomplete } from "@/lib/store/sync/incomplete";
import { readWindows } from "@/lib/store/sync/ledger";
import { readOpen } from "@/lib/store/sync/unfinished";
import type { Wanted } from "@/lib/sync/plan/plan";
import { runSync } from "@/lib/sync/run/run";
import { loadRunState } from "@/lib/sync/run/run-state";
import { describeStatus } from "@/lib/sync/schedule/status";
import type { Simulator } from "../../simulator/server";

export const UNLIMITED = 1_000_000;
const NO_TRAFFIC = { requests: 0, requestsPerMinute: UNLIMITED, rows: 0, rowsPerSecond: 0 };

/** A client of the simulator without a limit of its own. */
export function clientOf({ url, credentials }: Simulator, clock: Clock, timeZoneOffset = 0): KoreClient {
  const { accountId, streamId, clientId, clientSecret } = credentials;
  const signed = { clientId, clientSecret, subject: "test", algorithm: "HS256" as const };
  const account = { host: url, accountId, streamId, credentials: signed, timeZoneOffset };
  return createKoreClient({ ...account, requestsPerMinute: UNLIMITED }, clock);
}

export interface ScheduledOptions {
  client: KoreClient;
  clock: Clock;
  historyDays: number;
  rereadDays?: number;
  intervalSeconds?: number;
  requestsPerMinute?: number;
  store?: Store;
  random?: () => number;
}

export interface Facts {
  requests: number;
  rows: number;
  written: number;
}

/** The copy as the scheduler runs it, one run at each call, and what the status says after it. */
export interface Scheduled {
  store: Store;
  /** One run: what it read, and the error with which it ended, if it did. */
  run(): Promise<Facts & { error: KoreError | null }>;
  status(): Promise<SyncReply>;
}

export async function startScheduled(options: ScheduledOptions): Promise<Scheduled> {
  const { clock, historyDays, rereadDays = 7 } = options;
  const store = options.store ?? (await openStore({ dataDir: null, memoryLimit: "512MB" }));
  const given = { intervalSeconds: 120, requestsPerMinute: UNLIMITED, random: () => 0.5, ...options };
  const runState = await loadRunState(store);
  let wanted: Wanted = { runAt: clock.now(), historyDays, rereadDays };
  let lastError: string | null = null;

  async function run() {
    const sum: Facts = { requests: 0, rows: 0, written: 0 };
    const watcher = {
      onLedger: (_: unknown, asked: Wanted) => {
        wanted = asked;
      },
      onWindow: ({ requests, rows, written }: Facts) => {
        sum.requests += requests;
        sum.rows += rows;
        sum.written += written;
      },
      onTrouble: () => {},
      signal: new AbortController().signal,
    };
    try {
      await runSync({ ...given, store, rereadDays }, watcher, runState);
      lastError = null;
      return { ...sum, error: null };
    } catch (error) {
      if (!(error instanceof KoreError)) {
        throw error;
      }
      lastError = error.message;
      return { ...sum, error };
    }
  }

  return { store, run, status: () => statusOf(store, wanted, lastError) };
}

async function statusOf(store: Store, wanted: Wanted, lastError: string | null): Promise<SyncReply> {
  return describeStatus({
    wanted,
    ledger: await readWindows(store.db),
    state: lastError === null ? "idle" : "failing",
    isPaused: false,
    incomplete: await countIncomplete(store.db, { fromAt: 0, toAt: Number.MAX_SAFE_INTEGER }),
    unfinished: await readOpen(store.db),
    lastError,
    throughput: null,
    traffic: NO_TRAFFIC,
  });
}
