import { createInterface } from "node:readline";
import { streamStatus } from "@/app/_server/status-stream";
import { createKoreClient } from "@/lib/kore/client";
import { sleep } from "@/lib/shared/aborting";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import { type Scheduler, startSchedule } from "@/lib/sync/schedule/schedule";
import { createStatusFeed, type StatusFeed } from "@/lib/sync/schedule/status-feed";
import type { Credentials } from "../simulator/credentials";
import { createFastClock, type FastClock } from "./fast-clock";

/** What the child is told, as JSON. */
export interface SoakJob {
  dataDir: string;
  url: string;
  credentials: Credentials;
  clock: FastClock;
  historyDays: number;
  rereadDays: number;
  listeners: number;
}

/** What it prints each second. */
export interface SoakReading {
  residentBytes: number;
  heapBytes: number;
  listeners: number;
  /** Statuses that the listeners got since the start. */
  heard: number;
  timers: number;
  state: string;
  complete: boolean;
  requests: number;
  lastError: string | null;
}

/** A listener's stay, in real milliseconds: some drop at once, some stay. */
const STAYS_MS = [50, 400, 1500, 6000];

/** The copy and its event streams as the application runs them, in a process of their own by a fast clock. */
async function run(job: SoakJob): Promise<void> {
  const fast = createFastClock(job.clock);
  const store = await openStore({ dataDir: job.dataDir, memoryLimit: "256MB" });
  const scheduler = startCopy(job, store, fast);
  const feed = createStatusFeed(scheduler);
  const listeners = startListeners(feed, job.listeners);
  const reporting = setInterval(async () => {
    const { state, complete, traffic, lastError } = await scheduler.status();
    const { rss, heapUsed } = process.memoryUsage();
    const timers = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const reading: SoakReading = {
      residentBytes: rss,
      heapBytes: heapUsed,
      listeners: feed.subscribers(),
      heard: listeners.heard(),
      timers,
      state,
      complete,
      requests: traffic.requests,
      lastError,
    };
    process.stdout.write(`${JSON.stringify(reading)}\n`);
  }, 1000);

  for await (const line of createInterface({ input: process.stdin })) {
    if (line === "stop") {
      break;
    }
    fast.follow(JSON.parse(line));
  }
  process.stdin.destroy();
  clearInterval(reporting);
  await listeners.stop();
  feed.close();
  await scheduler.stop();
  await store.close();
}

function startCopy(job: SoakJob, store: Store, fast: ReturnType<typeof createFastClock>): Scheduler {
  const clock = { now: fast.now, sleep: (ms: number, signal?: AbortSignal) => sleep(ms / fast.speed(), signal) };
  const { accountId, streamId, clientId, clientSecret } = job.credentials;
  const credentials = { clientId, clientSecret, subject: "soak", algorithm: "HS256" as const };
  const requestsPerMinute = 60;
  // The client keeps real time, since a token lives for minutes of it, and has the allowance of the fast minutes.
  const account = { host: job.url, accountId, streamId, credentials, timeZoneOffset: 0 };
  const client = createKoreClient(
    { ...account, requestsPerMinute: requestsPerMinute * job.clock.speed },
    { now: Date.now, sleep },
  );
  return startSchedule({
    store,
    clock,
    client,
    random: Math.random,
    log: { info: () => {}, error: (message: string) => process.stderr.write(`${message}\n`) },
    historyDays: job.historyDays,
    rereadDays: job.rereadDays,
    intervalSeconds: 120,
    requestsPerMinute,
  });
}

/** So many who come and go, each after its own stay. */
function startListeners(feed: StatusFeed, count: number) {
  const stopping = new AbortController();
  let heard = 0;

  async function comeAndGo(number: number): Promise<void> {
    for (let visit = number; !stopping.signal.aborted; visit += 1) {
      const leaving = new AbortController();
      const reader = streamStatus(feed, leaving.signal).getReader();
      const stay = sleep(STAYS_MS[visit % STAYS_MS.length] ?? 0, stopping.signal).catch(() => {});
      // By turns it goes as a browser that closes, and as a reader that cancels.
      void stay.then(() => (visit % 2 === 0 ? leaving.abort() : reader.cancel()));
      while (!(await reader.read()).done) {
        heard += 1;
      }
      await stay;
    }
  }

  const listening = Array.from({ length: count }, (_, number) => comeAndGo(number));
  const stop = async () => {
    stopping.abort();
    await Promise.all(listening);
  };
  return { heard: () => heard, stop };
}

await run(JSON.parse(process.argv[2] ?? "{}"));
// By itself: whatever still runs would be left behind by the application too.
