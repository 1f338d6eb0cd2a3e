import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKoreClient } from "@/lib/kore/client";
import { createTestClock } from "@/lib/kore/test-clock";
import { formatVendorTime, parseVendorTime } from "@/lib/kore/time";
import type { TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import type { RejectedRecordRow } from "@/lib/store/schema/schema-sync";
import { readRejectedAgain } from "@/lib/sync/run/rejected";
import { startSchedule } from "@/lib/sync/schedule/schedule";
import { stoppedClock } from "../support/copy";
import { createPaperVendor, type PaperRecord } from "../support/paper-vendor";
import { startScheduled } from "../support/scheduled";
import { copiedOf, readCopied } from "../support/truth";

const NOW = Date.parse("2026-03-11T10:20:30Z");
const ACCOUNT = {
  host: "http://vendor.test",
  accountId: "acc",
  streamId: "st",
  credentials: { clientId: "cs-1", clientSecret: "secret", subject: "test", algorithm: "HS256" as const },
  timeZoneOffset: 0,
  requestsPerMinute: 1_000_000,
};

/** A call that started so long before now. */
const call = (conversationId: string, ago: number, fields: object = {}): PaperRecord => ({
  conversationId,
  sessionStartTime: formatVendorTime(NOW - ago, 0),
  channel: "Voice",
  ...fields,
});
/** A call of which nothing tells when it started; the source itself knows. */
const timeless = (conversationId: string, ago: number, fields: object = {}): PaperRecord => {
  const call = { conversationId, sessionStartTime: "soon", channel: "Voice" };
  return { ...call, knownStart: formatVendorTime(NOW - ago, 0), ...fields };
};
const textOf = (record: PaperRecord) => JSON.stringify(record);

let store: Store;
beforeEach(async () => {
  store = await openStore({ dataDir: null, memoryLimit: "256MB" });
});
afterEach(() => store.close());

/** A copy of records that the test changes; `rereadAfter` lets so much time pass and runs again. */
async function copyOf(records: { now: PaperRecord[] }) {
  const clock = stoppedClock(NOW);
  const startOf = ({ knownStart, sessionStartTime }: PaperRecord) =>
    parseVendorTime(String(knownStart ?? sessionStartTime), 0) ?? 0;
  const rowsOf = ({ fromAt, toAt }: TimeWindow) =>
    records.now.filter((record) => startOf(record) >= fromAt && startOf(record) < toAt);
  const client = createKoreClient(ACCOUNT, clock, createPaperVendor(rowsOf));
  const copy = await startScheduled({ store, client, clock, historyDays: 4 });
  await copy.run();
  const rereadAfter = async (milliseconds: number, pause = 2 * MINUTE_MS) => {
    for (const end = clock.now() + milliseconds; clock.now() < end; ) {
      await clock.sleep(Math.min(pause, end - clock.now()));
      await copy.run();
    }
  };
  return { ...copy, client, clock, rereadAfter };
}

const readRejected = () => store.db.selectFrom("rejectedRecords").selectAll().orderBy("record").execute();
const idsCopied = async () => [...(await readCopied(store)).keys()].sort();

describe("records that cannot be read", () => {
  it("are kept with the reason and the source's own text, and counted, and do not cost the others", async () => {
    const bad = timeless("bad", HOUR_MS);
    const nameless = { ...call("nameless", 2 * HOUR_MS), conversationId: { at: 1, of: 2 } };
    const copy = await copyOf({ now: [call("good", HOUR_MS), bad, nameless] });
    expect(await idsCopied()).toEqual(["good"]);
    const kept = await readRejected();
    expect(kept.map(({ record }) => record)).toEqual([textOf(bad), textOf(nameless)]);
    expect(kept.map(({ reason }) => reason)).toEqual([
      "sessionStartTime: nothing in the record tells when it started",
      "record: has neither conversationId nor sessionId",
    ]);
    expect(kept.map(({ rejectedAt }) => rejectedAt)).toEqual([NOW, NOW]);
    expect(await copy.status()).toMatchObject({ rejected: 2, complete: true });
  });

  it("are counted once however often they come", async () => {
    const copy = await copyOf({ now: [timeless("bad", 5 * MINUTE_MS)] });
    await copy.rereadAfter(HOUR_MS);
    expect(await copy.status()).toMatchObject({ rejected: 1 });
  });

  it("are rejected no longer once they have become good, though other windows are read then", async () => {
    const records = { now: [timeless("a", 5 * MINUTE_MS), timeless("b", 3 * HOUR_MS), call("c", 30 * HOUR_MS)] };
    const copy = await copyOf(records);
    expect(await copy.status()).toMatchObject({ rejected: 2 });
    records.now = [call("a", 5 * MINUTE_MS), call("b", 3 * HOUR_MS), call("c", 30 * HOUR_MS)];
    await copy.rereadAfter(2 * MINUTE_MS);
    expect(await idsCopied()).toEqual(["a", "c"]);
    expect(await copy.status()).toMatchObject({ rejected: 1 });
    await copy.rereadAfter(5 * HOUR_MS, 10 * MINUTE_MS);
    expect(await idsCopied()).toEqual(["a", "b", "c"]);
    expect(await readRejected()).toEqual([]);
    expect(await copy.status()).toMatchObject({ rejected: 0, complete: true });
  });

  it("are rejected no longer where they have become others that cannot be read, or have gone", async () => {
    const worse = timeless("a", 5 * MINUTE_MS, { channel: "Chat" });
    const records = { now: [timeless("a", 5 * MINUTE_MS), timeless("b", 5 * MINUTE_MS)] };
    const copy = await copyOf(records);
    records.now = [worse];
    await copy.rereadAfter(30 * HOUR_MS, 10 * MINUTE_MS);
    expect((await readRejected()).map(({ record }) => record)).toEqual([textOf(worse)]);
  });

  it("stay rejected where only their neighbours were read again", async () => {
    const bad = timeless("bad", 20 * HOUR_MS);
    const copy = await copyOf({ now: [bad, call("good", 5 * MINUTE_MS)] });
    await copy.rereadAfter(20 * MINUTE_MS);
    expect((await readRejected()).map(({ record }) => record)).toEqual([textOf(bad)]);
  });
});

describe("a new version that understands what an older one rejected", () => {
  /** As an older version has left it that could not read it. */
  const rejectedBefore = async (records: readonly unknown[], rejectedAt = NOW - HOUR_MS) => {
    const rows: RejectedRecordRow[] = records.map((record) => {
      const text = JSON.stringify(record);
      const recordHash = createHash("sha256").update(text).digest("base64");
      const reason = "destinations: was not understood";
      return { recordHash, reason, record: text, rejectedAt, fromAt: NOW - 48 * HOUR_MS, toAt: NOW };
    });
    await store.db.insertInto("rejectedRecords").values(rows).execute();
  };

  it("stores it as if it had been read then, and keeps what it cannot read either", async () => {
    const now = call("now", HOUR_MS, { dispositions: ["Resolved"] });
    const never = timeless("never", HOUR_MS);
    await rejectedBefore([now, never]);
    expect(await readRejectedAgain(store, 0)).toBe(1);
    const { id, startedAt, text } = copiedOf(now, 0);
    expect(await readCopied(store)).toEqual(new Map([[id, { startedAt, text }]]));
    expect((await readRejected()).map(({ record }) => record)).toEqual([textOf(never)]);
    expect(await readRejectedAgain(store, 0)).toBe(0);
  });

  it("takes the latest of several texts of one conversation, and replaces what was copied before", async () => {
    const first = call("x", HOUR_MS, { finalStatus: "TRANSIENT_OPEN" });
    const second = call("x", HOUR_MS, { finalStatus: "CLOSED" });
    await rejectedBefore([second], NOW - 1);
    await rejectedBefore([first], NOW - HOUR_MS);
    expect(await readRejectedAgain(store, 0)).toBe(2);
    const { id, startedAt, text } = copiedOf(second, 0);
    expect(await readCopied(store)).toEqual(new Map([[id, { startedAt, text }]]));
  });

  it("does not put an old text in the place of one that was copied since", async () => {
    const since = call("x", HOUR_MS, { finalStatus: "CLOSED" });
    await copyOf({ now: [since] });
    await rejectedBefore([call("x", HOUR_MS, { finalStatus: "TRANSIENT_OPEN" })]);
    await readRejectedAgain(store, 0);
    expect((await readCopied(store)).get("x")?.text).toBe(copiedOf(since, 0).text);
    expect(await readRejected()).toEqual([]);
  });

  it("reads any number of them", async () => {
    const many = Array.from({ length: 1203 }, (_, index) => call(`c-${index}`, HOUR_MS));
    await rejectedBefore([...many, timeless("never", HOUR_MS)]);
    expect(await readRejectedAgain(store, 0)).toBe(1203);
    expect(await idsCopied()).toHaveLength(1203);
    expect(await readRejected()).toHaveLength(1);
  });

  it("does so when it starts", async () => {
    const { client } = await copyOf({ now: [] });
    await rejectedBefore([call("x", HOUR_MS)], NOW);
    const told: string[] = [];
    const log = { info: (message: string) => told.push(message), error: (message: string) => told.push(message) };
    const clock = createTestClock(NOW);
    const settings = { historyDays: 2, rereadDays: 7, intervalSeconds: 120, requestsPerMinute: 60 };
    const scheduler = startSchedule({ store, client, clock, random: () => 0.5, log, ...settings });
    await expect.poll(async () => (await scheduler.status()).state, { timeout: 20_000 }).toBe("idle");
    await scheduler.stop();
    expect(await idsCopied()).toEqual(["x"]);
    expect(told).toEqual(["1 records that could not be read before are stored now."]);
  });
});
