import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKoreClient } from "@/lib/kore/client";
import type { Clock } from "@/lib/kore/limiter";
import { formatVendorTime, parseVendorTime } from "@/lib/kore/time";
import type { TimeWindow } from "@/lib/kore/windows";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import { readWindows } from "@/lib/store/sync/ledger";
import { historyOf } from "@/lib/sync/plan/plan";
import { startSimulator } from "../../simulator/server";
import type { CentreSettings } from "../../simulator/settings";
import { stoppedClock } from "../support/copy";
import { createPaperVendor, type PaperRecord } from "../support/paper-vendor";
import { clientOf, type Facts, type ScheduledOptions, startScheduled } from "../support/scheduled";
import { copiedOf, isStatedMissing, readCopied, truthOf } from "../support/truth";

const NOW = Date.parse("2026-03-11T04:00:00Z");
const INTERVAL = 2 * MINUTE_MS;
const CENTRE: CentreSettings = {
  seed: 5,
  conversationsPerDay: 600,
  homeZone: "Asia/Kolkata",
  lateShare: 0.2,
  lateMinutes: 60,
};

let store: Store;
beforeEach(async () => {
  store = await openStore({ dataDir: null, memoryLimit: "512MB" });
});
afterEach(() => store.close());

/** Runs that follow each other after the interval, as the scheduler has them. */
async function startRuns(options: Omit<ScheduledOptions, "store">) {
  const { clock } = options;
  const copy = await startScheduled({ ...options, store });
  const runFor = async (milliseconds: number, pause = INTERVAL): Promise<Facts> => {
    const sum: Facts = { requests: 0, rows: 0, written: 0 };
    for (const end = clock.now() + milliseconds; clock.now() < end; ) {
      const { error, ...facts } = await copy.run();
      expect(error).toBeNull();
      sum.requests += facts.requests;
      sum.rows += facts.rows;
      sum.written += facts.written;
      await clock.sleep(pause);
    }
    return sum;
  };
  return { ...copy, runFor };
}

/** What is stored of the starts in each window of the ledger is what the source showed when that window was read. */
async function expectWhatWasShown(): Promise<void> {
  const copied = [...(await readCopied(store))];
  for (const window of await readWindows(store.db)) {
    // Seconds at the edges come in two windows, and stand as the later of the two readings has them.
    const inside: TimeWindow = { fromAt: window.fromAt + SECOND_MS, toAt: window.toAt - SECOND_MS };
    const stored = copied.filter(([, { startedAt }]) => startedAt >= inside.fromAt && startedAt < inside.toAt);
    expect(new Map(stored)).toEqual(truthOf(CENTRE, inside, window.fetchedAt).good);
  }
}

/** How old a reading may be by the age of what was read, in minutes. */
const TIERS = [
  { age: 15, every: 0 },
  { age: 2 * 60, every: 15 },
  { age: 24 * 60, every: 4 * 60 },
  { age: 7 * 24 * 60, every: 24 * 60 },
];

async function expectFreshReadings(now: number): Promise<void> {
  for (const { fromAt, fetchedAt } of await readWindows(store.db)) {
    const tier = TIERS.find(({ age }) => now - fromAt <= age * MINUTE_MS);
    const oldest = (tier?.every ?? Number.POSITIVE_INFINITY) * MINUTE_MS + INTERVAL;
    expect(now - fetchedAt, new Date(fromAt).toISOString()).toBeLessThanOrEqual(oldest);
  }
}

describe("a copy of conversations that appear late, change and end", () => {
  it("follows the source by the hours, and equals it once that stands still; then nothing is written any more", async () => {
    const clock = stoppedClock(NOW);
    let stillFrom = Number.POSITIVE_INFINITY;
    const shown = () => Math.min(clock.now(), stillFrom);
    const source = await startSimulator({ ...CENTRE, requestsPerMinute: 1e6, now: shown });
    const copy = await startRuns({ client: clientOf(source, { ...clock, now: shown }), clock, historyDays: 3 });

    const first = await copy.runFor(INTERVAL);
    await expectWhatWasShown();
    const followed = await copy.runFor(6 * HOUR_MS);
    expect(followed.written, "new and changed ones").toBeGreaterThan(100);
    expect(followed.written, "unchanged ones are not written again").toBeLessThan(followed.rows / 2);
    await expectWhatWasShown();
    await expectFreshReadings(clock.now() - INTERVAL);

    stillFrom = clock.now();
    await copy.runFor(26 * HOUR_MS, 10 * MINUTE_MS);
    const history = historyOf({ runAt: clock.now(), historyDays: 3, rereadDays: 7 });
    const inHistory = ([, { startedAt }]: [string, { startedAt: number }]) => startedAt >= history.fromAt;
    expect(await copy.status()).toMatchObject({ complete: true, gaps: [] });
    const copied = new Map([...(await readCopied(store))].filter(inHistory));
    expect(copied).toEqual(truthOf(CENTRE, history, stillFrom).good);
    expect(copied.size).toBeGreaterThan(first.written / 3);

    const still = await copy.runFor(25 * HOUR_MS, 30 * MINUTE_MS);
    expect(still.rows).toBeGreaterThan(copied.size / 2);
    expect(still.written).toBe(0);
    await source.close();
  });

  it("loses nothing where the clock was set a day ahead and back again", async () => {
    let ahead = 0;
    const right = stoppedClock(NOW);
    const clock: Clock = { ...right, now: () => right.now() + ahead };
    const source = await startSimulator({ ...CENTRE, lateShare: 0, requestsPerMinute: 1e6, now: right.now });
    const copy = await startRuns({ client: clientOf(source, right), clock, historyDays: 2 });
    await copy.runFor(10 * MINUTE_MS);
    for (const jump of [DAY_MS, 0, -3 * HOUR_MS, 0]) {
      ahead = jump;
      await copy.runFor(20 * MINUTE_MS);
    }
    await copy.runFor(3 * HOUR_MS);
    const status = await copy.status();
    const copied = await readCopied(store);
    const window = { fromAt: right.now() - 2 * DAY_MS + SECOND_MS, toAt: right.now() };
    const missing = [...truthOf(CENTRE, window, right.now()).good].filter(([id]) => !copied.has(id));
    expect(missing.filter(([, { startedAt }]) => !isStatedMissing(status, startedAt))).toEqual([]);
    expect(status.gaps).toEqual([]);
    expect(Date.parse(status.dataThrough ?? "")).toBeLessThanOrEqual(right.now());
    await source.close();
  });
});

describe("a conversation that changed", () => {
  const at = (ago: number) => formatVendorTime(NOW - ago, 0);
  const agent = { agentId: "a-1", assignedAt: at(8 * MINUTE_MS), acceptedTime: at(7 * MINUTE_MS), status: "Answered" };
  const missed = { agentId: "a-2", assignedAt: at(9 * MINUTE_MS), nonResponseEvent: "Ignored" };
  const entry = { destinationType: "QueueEntry", queueId: "q-1", EnterTime: at(9 * MINUTE_MS) };
  const before: PaperRecord = {
    conversationId: "changed",
    sessionStartTime: at(10 * MINUTE_MS),
    sessionEndTime: at(5 * MINUTE_MS),
    channel: "Voice",
    dispositions: ["Resolved", "Billing"],
    sessionleveltags: [{ name: "topic", value: "bill" }],
    destinations: [
      { ...entry, nonRespondingAgents: [missed] },
      { ...entry, queueId: "q-2", respondingAgent: agent },
    ],
  };
  const same: PaperRecord = { ...before, conversationId: "same" };

  async function copyThatBecomes(after: PaperRecord) {
    const records = { now: [before, same] };
    const clock = stoppedClock(NOW);
    const startOf = (record: PaperRecord) => parseVendorTime(record.sessionStartTime, 0) ?? 0;
    const vendor = createPaperVendor(({ fromAt, toAt }) =>
      records.now.filter((record) => startOf(record) >= fromAt && startOf(record) < toAt),
    );
    const credentials = { clientId: "cs-1", clientSecret: "secret", subject: "test", algorithm: "HS256" as const };
    const account = { host: "http://vendor.test", accountId: "acc", streamId: "st", credentials, timeZoneOffset: 0 };
    const client = createKoreClient({ ...account, requestsPerMinute: 1e6 }, clock, vendor);
    const copy = await startRuns({ client, clock, historyDays: 1 });
    await copy.runFor(INTERVAL);
    records.now = [after, same];
    return { ...copy, ...(await copy.runFor(INTERVAL)) };
  }

  const changes: [string, Partial<PaperRecord>][] = [
    ["has lost a destination, with its agent and what was missed", { destinations: [entry] }],
    [
      "has lost all its destinations, tags and dispositions",
      { destinations: [], sessionleveltags: [], dispositions: [] },
    ],
    ["ended at another time", { sessionEndTime: at(MINUTE_MS) }],
    ["has not ended after all", { sessionEndTime: undefined, finalStatus: "TRANSIENT_OPEN" }],
    ["started at another time", { sessionStartTime: at(12 * MINUTE_MS) }],
  ];

  it.each(changes)("and %s replaces its old rows whole, and the unchanged one is not written", async (_, change) => {
    const after = { ...before, ...change };
    const { written, rows } = await copyThatBecomes(after);
    expect({ written, rows }).toEqual({ written: 1, rows: 2 });
    const expected = [after, same].map((record) => {
      const { id, startedAt, text } = copiedOf(record, 0);
      return [id, { startedAt, text }] as const;
    });
    expect(await readCopied(store)).toEqual(new Map(expected));
  });
});

describe("readings again", () => {
  it("use at most half of the allowance of an hour, over however many runs", async () => {
    const clock = stoppedClock(NOW);
    const asked: { at: number; isLive: boolean }[] = [];
    const vendor = createPaperVendor(({ toAt }) => {
      asked.push({ at: clock.now(), isLive: toAt > clock.now() - INTERVAL });
      return [];
    });
    const credentials = { clientId: "cs-1", clientSecret: "secret", subject: "test", algorithm: "HS256" as const };
    const account = { host: "http://vendor.test", accountId: "acc", streamId: "st", credentials, timeZoneOffset: 0 };
    const client = createKoreClient({ ...account, requestsPerMinute: 1e6 }, clock, vendor);
    const perMinute = 0.5;
    const copy = await startRuns({ client, clock, historyDays: 8, requestsPerMinute: perMinute });
    await copy.runFor(8 * HOUR_MS);
    const rereads = asked.filter(({ isLive }) => !isLive).map(({ at }) => at);
    const inHourFrom = (from: number) => rereads.filter((at) => at >= from && at < from + HOUR_MS).length;
    const most = Math.max(...rereads.map(inHourFrom));
    expect(most).toBeLessThanOrEqual((perMinute * 60) / 2 + 2);
    expect(most, "and as much as that where it is needed").toBeGreaterThanOrEqual((perMinute * 60) / 2);
  });
});
