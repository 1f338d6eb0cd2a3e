import { scopeOf } from "@/lib/auth/scope";
import { createKoreClient } from "@/lib/kore/client";
import type { Clock } from "@/lib/kore/limiter";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import { runSync } from "@/lib/sync/run/run";
import { loadRunState } from "@/lib/sync/run/run-state";
import { type SimulatorOptions, startSimulator } from "../../simulator/server";

export const EVERYTHING = scopeOf("administrator");

/** A clock that stands still at `now` unless somebody sleeps: then it moves on at once. */
export function stoppedClock(now: number): Clock {
  let at = now;
  return {
    now: () => at,
    sleep: async (milliseconds) => {
      at += milliseconds;
    },
  };
}

export interface CopyOptions {
  simulator: Omit<SimulatorOptions, "now">;
  now: number;
  historyDays: number;
  timeZoneOffset: number;
  /** Where the copy goes; an embedded store in memory where nothing is said. */
  openStore?: () => Promise<Store>;
}

/** The whole way: the simulator over HTTP, the client, the sync, and a store. */
export async function copyFromSimulator({ simulator, now, historyDays, timeZoneOffset, ...options }: CopyOptions) {
  const clock = stoppedClock(now);
  const source = await startSimulator({ requestsPerMinute: 1_000_000, ...simulator, now: () => now });
  const store = await (options.openStore ?? (() => openStore({ dataDir: null })))();
  const { accountId, streamId, clientId, clientSecret } = source.credentials;
  const client = createKoreClient(
    {
      host: source.url,
      accountId,
      streamId,
      credentials: { clientId, clientSecret, subject: "test", algorithm: "HS256" },
      timeZoneOffset,
      requestsPerMinute: 1_000_000,
    },
    clock,
  );
  const runState = await loadRunState(store);
  const timing = { rereadDays: 7, intervalSeconds: 1e9, requestsPerMinute: 1_000_000 };
  const run = () =>
    runSync(
      { store, client, clock, random: () => 0.5, historyDays, ...timing },
      { onLedger: () => {}, onWindow: () => {}, onTrouble: () => {}, signal: new AbortController().signal },
      runState,
    );
  await run();
  return { store, source, run, close: () => Promise.all([store.close(), source.close()]) };
}
