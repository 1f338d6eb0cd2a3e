import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { conversation, openStoreWith } from "@/lib/sync/normalize/test-records";
import { countStale } from "./stale";
import { ledgerRow } from "./test-ledger";

const NOW = Date.parse("2025-10-31T12:00:00Z");
const WANTED = { runAt: NOW, historyDays: 30, rereadDays: 7 };
const text = (instant: number) => new Date(instant).toISOString().slice(0, 19);
const started = (id: string, ago: number, ended: number | null) =>
  conversation(id, {
    sessionStartTime: text(NOW - ago),
    ...(ended !== null && { sessionEndTime: text(NOW - ended) }),
  });

const RECORDS = [
  started("yesterday", DAY_MS + HOUR_MS, DAY_MS),
  started("of-this-week", 6 * DAY_MS, 6 * DAY_MS - HOUR_MS),
  started("old-and-open", 20 * DAY_MS, null),
  started("old-beside-it", 20 * DAY_MS, 19 * DAY_MS),
  started("old-and-ended-of-late", 25 * DAY_MS, 2 * HOUR_MS),
];

describe("conversations that wait for a re-reading", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  const readAgo = (ago: number) => [ledgerRow({ fromAt: NOW - 30 * DAY_MS, toAt: NOW }, NOW - ago)];

  it("are none while the readings are as old as they may be", async () => {
    expect(await countStale(store.db, WANTED, readAgo(HOUR_MS))).toBe(0);
    // Late by four hours' readings, not by a day's: nobody called within that day.
    expect(await countStale(store.db, WANTED, readAgo(2 * DAY_MS - HOUR_MS))).toBe(0);
  });

  it("are those of the week, and older ones that can still change, once readings are twice as old as they may be", async () => {
    expect(await countStale(store.db, WANTED, readAgo(2 * DAY_MS + HOUR_MS))).toBe(4);
  });

  it("are counted within a range", async () => {
    const ledger = readAgo(3 * DAY_MS);
    const within = (from: number, to: number) => ({ fromAt: NOW - from, toAt: NOW - to });
    expect(await countStale(store.db, WANTED, ledger, within(2 * DAY_MS, 0))).toBe(1);
    expect(await countStale(store.db, WANTED, ledger, within(21 * DAY_MS, 10 * DAY_MS))).toBe(1);
    expect(await countStale(store.db, WANTED, ledger, within(15 * DAY_MS, 10 * DAY_MS))).toBe(0);
  });

  it("are none where a failed window was never read", async () => {
    const failed = readAgo(3 * DAY_MS).map((row) => ({ ...row, state: "failed" as const }));
    expect(await countStale(store.db, WANTED, failed)).toBe(0);
  });
});
