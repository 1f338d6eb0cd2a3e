import { afterEach, beforeEach, expect, it } from "vitest";
import { CallboardError } from "@/lib/shared/errors";
import { HOUR_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { idHashOf } from "@/lib/store/engine/ids";
import { openTestStore } from "@/lib/store/engine/test-store";
import { readDataVersion } from "@/lib/store/sync/data-version";
import { countOutdatedRecords } from "@/lib/store/sync/incomplete";
import { LeaseLost } from "@/lib/store/sync/lease";
import {
  answeredBy,
  conversation,
  type Fields,
  queueEntry,
  rowsOf,
  STARTED_AT,
  writeRecords,
} from "@/lib/sync/normalize/test-records";
import { createRenewal, renewRecords } from "./renew";

const READING = { timeZoneOffset: 0, readAt: Date.parse("2026-11-30T00:00:00Z") };

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

const RECORD = conversation("c-1", { destinations: [queueEntry("qu-1", answeredBy("u-1"))], csatScore: "good" });

/** Stores records as an older version did that read nothing but the start. */
async function writeOutdated(records: readonly Fields[]): Promise<void> {
  await writeRecords(store, records);
  await store.db.updateTable("rawRecords").set({ rulesVersion: 1, contentHash: "of version 1" }).execute();
  await store.db.updateTable("conversations").set({ channel: "as it was read before" }).execute();
  await store.db.deleteFrom("unreadFields").execute();
  await store.db.deleteFrom("agentSegments").execute();
}

const all = async () => {
  const families = ["conversations", "rawRecords", "destinations", "agentSegments", "unreadFields"] as const;
  return Promise.all(families.map((family) => store.db.selectFrom(family).selectAll().execute()));
};

it("makes the rows of stored records anew, as if they had been read now", async () => {
  await writeOutdated([RECORD]);
  expect(await countOutdatedRecords(store.db)).toBe(1);
  expect(await countOutdatedRecords(store.db, { startAt: STARTED_AT, endAt: STARTED_AT + 1 })).toBe(1);
  expect(await countOutdatedRecords(store.db, { startAt: STARTED_AT + 1, endAt: STARTED_AT + HOUR_MS })).toBe(0);
  const before = await readDataVersion(store.db);
  expect(await renewRecords(store, READING)).toBe(1);
  const { conversations, rawRecords, destinations, agentSegments, unreadFields } = rowsOf(RECORD);
  expect(await all()).toEqual([conversations, rawRecords, destinations, agentSegments, unreadFields]);
  expect(await countOutdatedRecords(store.db)).toBe(0);
  expect(await readDataVersion(store.db)).toBeGreaterThan(before);
  expect(await renewRecords(store, READING)).toBe(0);
  expect(await writeRecords(store, [RECORD])).toEqual({ written: 0, known: 1 });
});

it("goes slice by slice, the newest first, and on where it ended", async () => {
  const at = (index: number) => new Date(STARTED_AT + index * 1000).toISOString().slice(0, 19);
  await writeOutdated(
    Array.from({ length: 600 }, (_, index) => conversation(`c-${index}`, { sessionStartTime: at(index) })),
  );
  const slice = await renewRecords(store, READING);
  expect(slice).toBeLessThan(600);
  expect(await countOutdatedRecords(store.db)).toBe(600 - slice);
  const newest = { startAt: STARTED_AT + (600 - slice) * 1000, endAt: STARTED_AT + HOUR_MS };
  expect(await countOutdatedRecords(store.db, newest)).toBe(0);
  const told: string[] = [];
  const log = { info: (message: string) => told.push(message), error: (message: string) => told.push(message) };
  const renewal = createRenewal(0, () => READING.readAt, log);
  while (await renewal.next(store)) {
    // One slice after the other.
  }
  expect(await countOutdatedRecords(store.db)).toBe(0);
  expect(told).toEqual([`${600 - slice} stored records were read again by the rules of this version.`]);
});

it("sets aside what cannot be believed any longer, with the reason", async () => {
  const future = conversation("c-2", { sessionStartTime: "2099-10-01T10:00:00" });
  await writeOutdated([RECORD, future]);
  expect(await renewRecords(store, READING)).toBe(2);
  const ids = await store.db.selectFrom("conversations").select("conversationId").execute();
  expect(ids).toEqual([{ conversationId: "c-1" }]);
  expect(await store.db.selectFrom("rejectedRecords").selectAll().execute()).toMatchObject([
    { reason: "sessionStartTime: nothing in the record tells when it started", record: JSON.stringify(future) },
  ]);
});

it("leaves nothing of a conversation whose id newer rules read otherwise", async () => {
  await writeOutdated([RECORD]);
  const conversationId = "\u200bc-1";
  await store.db.updateTable("conversations").set({ conversationId }).execute();
  await store.db.updateTable("destinations").set({ conversationId }).execute();
  await store.db
    .updateTable("rawRecords")
    .set({ conversationId, idHash: idHashOf(conversationId) })
    .execute();
  expect(await renewRecords(store, READING)).toBe(1);
  expect(await countOutdatedRecords(store.db)).toBe(0);
  const { conversations, rawRecords, destinations, agentSegments, unreadFields } = rowsOf(RECORD);
  expect(await all()).toEqual([conversations, rawRecords, destinations, agentSegments, unreadFields]);
});

it("tries again later where the store did not answer, and gives up where it failed itself", async () => {
  await writeOutdated([RECORD]);
  const told: string[] = [];
  const log = { info: (message: string) => told.push(message), error: (message: string) => told.push(message) };
  const renewal = createRenewal(0, () => READING.readAt, log);
  const failing = (error: Error): Store => ({ ...store, confirm: () => Promise.reject(error) });
  expect(await renewal.next(failing(new CallboardError("store_unavailable", "Down.")))).toBe(false);
  expect(await renewal.next(failing(new LeaseLost()))).toBe(false);
  expect(told).toEqual([]);
  expect(await renewal.next(store)).toBe(true);
  expect(await countOutdatedRecords(store.db)).toBe(0);
});
