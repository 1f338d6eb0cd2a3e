import { createInterface } from "node:readline";
import { createKoreClient, type KoreClient } from "@/lib/kore/client";
import { sleep } from "@/lib/shared/aborting";
import { openStore } from "@/lib/store/engine/open-store";
import { startSchedule } from "@/lib/sync/schedule/schedule";
import type { Credentials } from "../../simulator/credentials";

/** What an instance in a process of its own is told, as JSON. */
export interface InstanceJob {
  databaseUrl: string;
  url: string;
  credentials: Credentials;
  now: number;
  historyDays: number;
  /** Whether time passes; otherwise it stays `now`. */
  isMoving: boolean;
}

/**
 * `instance-child.ts <job>`: the copy of one instance as the application runs it, until it is told "stop". It prints
 * "window" for each that it asks for, and its status as JSON at every change; it is told "run", "pause" or "resume".
 */
async function serve({ databaseUrl, url, credentials, historyDays, ...job }: InstanceJob): Promise<void> {
  const { accountId, streamId, clientId, clientSecret } = credentials;
  const clock = {
    now: () => job.now + (job.isMoving ? Math.floor(performance.now()) : 0),
    sleep,
  };
  const requestsPerMinute = 1_000_000;
  const signed = { clientId, clientSecret, subject: "test", algorithm: "HS256" as const };
  const account = { host: url, accountId, streamId, credentials: signed, timeZoneOffset: 0, requestsPerMinute };
  const client = createKoreClient(account, clock);
  const counted: KoreClient = {
    ...client,
    fetchWindow: (window, options) => {
      say("window");
      return client.fetchWindow(window, options);
    },
  };
  const store = await openStore({ dataDir: null, databaseUrl });
  const timing = { historyDays, rereadDays: 1, intervalSeconds: 3600, requestsPerMinute };
  const log = { info: () => {}, error: say };
  const scheduler = startSchedule({ store, client: counted, clock, random: Math.random, log, ...timing });
  scheduler.subscribe(async () => say(JSON.stringify(await scheduler.status())));
  for await (const wish of createInterface({ input: process.stdin })) {
    if (wish === "stop") {
      break;
    }
    await (wish === "run" ? scheduler.runNow() : scheduler.setPaused(wish === "pause"));
  }
  await scheduler.stop();
  await store.close();
}

const say = (line: string) => process.stdout.write(`${line}\n`);

await serve(JSON.parse(process.argv[2] ?? ""));
process.exit(0);
