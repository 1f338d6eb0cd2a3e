import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { answeredBy, conversation, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { countOutdatedRecords } from "./incomplete";
import { countWaiting, readOpen, readUnfinished } from "./unfinished";

const at = (time: string) => Date.parse(`2025-10-01T${time}Z`);
const started = (time: string, ended: string | null, fields = {}) => ({
  sessionStartTime: `2025-10-01T${time}`,
  ...(ended !== null && { sessionEndTime: `2025-10-01T${ended}` }),
  ...fields,
});

const RECORDS = [
  conversation("over", started("10:00:00", "10:05:00")),
  conversation("no-end", started("10:01:00", null)),
  conversation("open", started("10:04:00", "10:04:30", { finalStatus: "TRANSIENT_OPEN" })),
  conversation(
    "answered-and-going-on",
    started("11:00:00", "11:00:30", {
      finalStatus: "TRANSIENT_OPEN",
      destinations: [queueEntry("qu-1", answeredBy("u-1"))],
    }),
  ),
  conversation("ended-late", started("12:00:00", "20:00:00")),
];

describe("conversations that can still change", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  it("are those that stand open or have no end, those close to each other together", async () => {
    expect(await readUnfinished(store.db, { endedAfter: at("21:00:00"), startedBefore: at("13:00:00") })).toEqual([
      { firstAt: at("10:01:00"), lastAt: at("10:04:00"), open: 2 },
      { firstAt: at("11:00:00"), lastAt: at("11:00:00"), open: 1 },
    ]);
  });

  it("are also those that started long ago and ended of late", async () => {
    const late = { endedAfter: at("19:00:00"), startedBefore: at("13:00:00") };
    expect((await readUnfinished(store.db, late)).at(-1)).toEqual({
      firstAt: at("12:00:00"),
      lastAt: at("12:00:00"),
      open: 0,
    });
    expect(await readUnfinished(store.db, { ...late, startedBefore: at("12:00:00") })).toHaveLength(2);
  });

  it("stand open, or have ended of late: those that stand open alone are found too", async () => {
    const open = await readOpen(store.db);
    expect(open.map((span) => span.open)).toEqual([2, 1]);
    expect(open[0]).toEqual({ firstAt: at("10:01:00"), lastAt: at("10:04:00"), open: 2 });
  });

  it("are counted within windows: all of the recent ones, and of the older ones what can still change", async () => {
    const windows = [
      { fromAt: at("10:00:00"), toAt: at("10:04:00") },
      { fromAt: at("10:30:00"), toAt: at("12:30:00") },
    ];
    const endedAfter = at("19:00:00");
    expect(await countWaiting(store.db, windows, { allFrom: at("10:00:00"), endedAfter })).toBe(4);
    expect(await countWaiting(store.db, windows, { allFrom: at("13:00:00"), endedAfter })).toBe(3);
    expect(await countWaiting(store.db, windows, { allFrom: at("13:00:00"), endedAfter: at("21:00:00") })).toBe(2);
    expect(await countWaiting(store.db, [], { allFrom: 0, endedAfter: 0 })).toBe(0);
  });

  it("are counted without what older rules read, which waits to be read again in any case", async () => {
    const windows = [{ fromAt: at("00:00:00"), toAt: at("23:00:00") }];
    const all = { allFrom: at("00:00:00"), endedAfter: 0 };
    const before = await countWaiting(store.db, windows, all);
    await store.db.updateTable("rawRecords").set({ rulesVersion: 1 }).where("startedAt", "=", at("10:00:00")).execute();
    const outdated = await countOutdatedRecords(store.db);
    expect(outdated).toBeGreaterThan(0);
    expect(await countWaiting(store.db, windows, all)).toBe(before - outdated);
  });
});
