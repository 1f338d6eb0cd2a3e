import { once } from "node:events";
import { createKoreClient } from "@/lib/kore/client";
import { openStore } from "@/lib/store/engine/open-store";
import { runSync } from "@/lib/sync/run/run";
import { loadRunState } from "@/lib/sync/run/run-state";
import type { Credentials } from "../../simulator/credentials";

/** What a copy in a process of its own is told, as JSON. */
export interface Job {
  url: string;
  credentials: Credentials;
  now: number;
  historyDays: number;
}

/**
 * `copy-child.ts <folder> <job>`: a first copy that may be killed at any moment. It says "ready" when it is loaded,
 * begins when it is told anything, and ends with 0 once all is copied.
 */
async function copy(dataDir: string, { url, credentials, now, historyDays }: Job): Promise<void> {
  const { accountId, streamId, clientId, clientSecret } = credentials;
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const clock = { now: () => now, sleep };
  const requestsPerMinute = 1_000_000;
  const signed = { clientId, clientSecret, subject: "test", algorithm: "HS256" as const };
  const account = { host: url, accountId, streamId, credentials: signed, timeZoneOffset: 0, requestsPerMinute };
  const client = createKoreClient(account, clock);
  process.stdout.write("ready\n");
  await once(process.stdin, "data");
  process.stdin.destroy();
  const store = await openStore({ dataDir, memoryLimit: "256MB" });
  const timing = { historyDays, rereadDays: 7, intervalSeconds: 1e9, requestsPerMinute };
  await runSync(
    { store, client, clock, random: Math.random, ...timing },
    { onLedger: () => {}, onWindow: () => {}, onTrouble: () => {}, signal: new AbortController().signal },
    await loadRunState(store),
  );
  await store.close();
}

const [dataDir = "", job = ""] = process.argv.slice(2);
await copy(dataDir, JSON.parse(job));
