import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { scopeOf } from "@/lib/auth/scope";
import { createKoreClient } from "@/lib/kore/client";
import { HOUR_MS } from "@/lib/shared/instants";
import { parseListQuery } from "@/lib/shared/query";
import { readConversation } from "@/lib/store/conversations/conversation-detail";
import { listConversations } from "@/lib/store/conversations/conversation-list";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import { readContext } from "@/lib/sync/normalize/context";
import { startScheduled } from "../integration/support/scheduled";
import { type Simulator, startSimulator } from "../simulator/server";
import { createFastClock, type FastClock } from "./fast-clock";
import { print } from "./print";
import type { SoakJob, SoakReading } from "./soak-child";

/**
 * `npm run bench:soak`: an hour (BENCH_SOAK_MINUTES) of the copy with its clock run 200 times as fast: a source that
 * changes, renames and erases, faults in 15 % of the requests, and four listeners that come and go. Ends with exit code 1
 * where the store is not what a fresh copy of the source's last state is, or the memory grew.
 *
 * The copy runs in a child process made of the application's own parts (scheduler, status feed, event stream), not in
 * the built server: that one reads the machine's clock, on purpose, and a clock that production code can be told is one
 * that can be wrong.
 */
const MINUTES = Number(process.env.BENCH_SOAK_MINUTES ?? 60);
const SPEED = 200;
const HISTORY_DAYS = 3;
const REREAD_DAYS = 2;
/** Time for a full re-reading, and a second one to confirm erasures. */
const SETTLING_MS = 60 * HOUR_MS;
/** While nothing changes any more, faster than that is only a question of the machine. */
const SETTLING_SPEED = 1500;
const MOST_GROWTH = 0.05;
/** Tolerance for timers and listeners that start or end during a sample. */
const MORE_BY_CHANCE = 3;

const CENTRE = {
  seed: 7,
  conversationsPerDay: 400,
  homeZone: "Asia/Kolkata",
  lateShare: 0.1,
  lateMinutes: 30,
  erasedShare: 0.05,
  erasedMinutes: 60,
  renameHours: 20,
};
/** 15 % of the requests go wrong, in five ways. */
const FAULTS = { error500: 0.03, error503: 0.03, resetBeforeReply: 0.03, resetMidBody: 0.03, truncatedJson: 0.03 };

const ALL = scopeOf("administrator");

const startAt = Date.parse("2026-03-11T04:00:00Z");
const began = Date.now();
const running: FastClock = { at: startAt, since: began, speed: SPEED };
const clock = createFastClock(running);
let stillFrom = Number.POSITIVE_INFINITY;
const source = await startSimulator({
  ...CENTRE,
  requestsPerMinute: 1_000_000,
  now: () => Math.min(clock.now(), stillFrom),
  faults: FAULTS,
});
const dataDir = await mkdtemp(join(tmpdir(), "callboard-soak-"));
const readings: SoakReading[] = [];

const child = startChild({
  dataDir,
  url: source.url,
  credentials: source.credentials,
  clock: running,
  historyDays: HISTORY_DAYS,
  rereadDays: REREAD_DAYS,
  listeners: 4,
});
const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
const real = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

await Promise.race([real(MINUTES * 60_000), ended]);
const measured = [...readings];
// The source stands still and injects no more faults: the copy may catch up with it.
stillFrom = clock.now();
source.setFaults(null);
const settling: FastClock = { at: stillFrom, since: Date.now(), speed: SETTLING_SPEED };
clock.follow(settling);
child.stdin?.write(`${JSON.stringify(settling)}\n`);
await Promise.race([real(SETTLING_MS / SETTLING_SPEED), ended]);
child.stdin?.write("stop\n");
const stopAt = Date.now();
const code = await ended;
const stoppedSeconds = (Date.now() - stopAt) / 1000;

const soaked = await openStore({ dataDir });
const comparedAt = clock.now();
const fresh = await copyAfresh(source, comparedAt);
const [held, wanted] = [await conversationsOf(soaked), await conversationsOf(fresh)];
const differing = [...wanted].filter(([id, text]) => held.get(id) !== text).map(([id]) => id);
const extra = [...held.keys()].filter((id) => !wanted.has(id));
await Promise.all([soaked.close(), fresh.close(), source.close()]);
await rm(dataDir, { recursive: true, force: true });

const quarter = (number: number) =>
  measured.slice(Math.floor((measured.length * (number - 1)) / 4), Math.floor((measured.length * number) / 4));
const resident = (number: number) => mean(quarter(number).map(({ residentBytes }) => residentBytes));
const growth = resident(4) / resident(2) - 1;
const last = readings.at(-1);
print("real minutes, simulated days", `${MINUTES}, ${((MINUTES * SPEED) / 1440).toFixed(1)}`);
print("requests, statuses heard", `${source.requestCount()}, ${last?.heard}`);
print("conversations held, of a fresh copy", `${held.size}, ${wanted.size}`);
print("conversations that differ, too many", `${differing.length}, ${extra.length}`);
print("resident MB by quarter", [1, 2, 3, 4].map((number) => (resident(number) / 2 ** 20).toFixed(0)).join(", "));
print("growth from the second to the last quarter", `${(100 * growth).toFixed(1)} %`);
const [timers, listeners] = [timersOf, listenersOf].map((most) => [most(quarter(2)), most(quarter(4))]);
print("timers at most, in the second and the last quarter", timers?.join(", ") ?? "");
print("listeners at most, in the second and the last quarter", listeners?.join(", ") ?? "");
print("seconds to stop, exit code", `${stoppedSeconds.toFixed(1)}, ${code}`);

const faults = [
  ...(code === 0 ? [] : ["the copy's process did not end by itself with exit code 0"]),
  ...(differing.length + extra.length === 0 && wanted.size > 0
    ? []
    : [`the store is not what a fresh copy is: ${[...differing, ...extra].slice(0, 5).join(", ")}`]),
  ...([timers, listeners].every(([before = 0, after = 0] = []) => after <= before + MORE_BY_CHANCE)
    ? []
    : ["timers or listeners were left behind"]),
  ...(growth <= MOST_GROWTH ? [] : ["the memory grew by more than 5 %"]),
];
for (const fault of faults) {
  console.error(`Does not hold: ${fault}.`);
}
process.exitCode = faults.length === 0 ? 0 : 1;

function startChild(job: SoakJob): ChildProcess {
  const file = new URL("./soak-child.ts", import.meta.url).pathname;
  // With the heap of `npm start`.
  const started = spawn(process.execPath, ["--heap-growing-percent=40", "--import", "tsx", file, JSON.stringify(job)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  createInterface({ input: started.stdout as NodeJS.ReadableStream }).on("line", (line) =>
    readings.push(JSON.parse(line)),
  );
  return started;
}

/** A copy that never saw anything but the source's last state. */
async function copyAfresh({ url, credentials }: Simulator, now: number): Promise<Store> {
  const { accountId, streamId, clientId, clientSecret } = credentials;
  const signed = { clientId, clientSecret, subject: "soak", algorithm: "HS256" as const };
  const account = { host: url, accountId, streamId, credentials: signed, timeZoneOffset: 0, requestsPerMinute: 1e6 };
  const standing = { now: () => now, sleep: async () => {} };
  // In real time, as the child's client: tokens expire by it.
  const client = createKoreClient(account, { now: Date.now, sleep: real });
  const copy = await startScheduled({ client, clock: standing, historyDays: HISTORY_DAYS, rereadDays: REREAD_DAYS });
  const { error } = await copy.run();
  if (error) {
    throw error;
  }
  return copy.store;
}

/** All conversations of the history's days that stand still, whole, by id. */
async function conversationsOf({ db }: Store): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  // A fresh copy holds the history as of its own time: what both hold.
  const from = new Date(comparedAt - HISTORY_DAYS * 24 * HOUR_MS + HOUR_MS).toISOString().slice(0, 16);
  const to = new Date(stillFrom).toISOString().slice(0, 16);
  let cursor: string | undefined;
  do {
    const search = new URLSearchParams({ from, to, limit: "500", ...(cursor && { cursor }) });
    const query = parseListQuery(search, { timeZone: "UTC", now: comparedAt });
    const page = await listConversations(db, ALL, query);
    for (const { id } of page.items) {
      found.set(id, JSON.stringify(await readConversation(db, ALL, id, { timeZone: "UTC", readContext })));
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function timersOf(of: readonly SoakReading[]): number {
  return Math.max(...of.map(({ timers }) => timers));
}

function listenersOf(of: readonly SoakReading[]): number {
  return Math.max(...of.map(({ listeners }) => listeners));
}
