import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { RejectedRecordRow } from "@/lib/store/schema/schema-sync";
import { readSetting, writeSetting } from "@/lib/store/settings/settings";
import { ledgerRow } from "@/lib/sync/plan/test-ledger";
import { readStretches, readWindows, replaceWindows } from "./ledger";
import { countRejected, readRejected, replaceRejected } from "./rejected";

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

describe("the stored ledger", () => {
  const row = (fromAt: number, toAt: number, fetchedAt = 1) => ledgerRow({ fromAt, toAt }, fetchedAt);

  it("gives its windows back as they were, oldest first", async () => {
    const failed = ledgerRow({ fromAt: 0, toAt: 10 }, 5, { state: "failed", reason: "status 500", numResults: 14 });
    await replaceWindows(store.db, { fromAt: 0, toAt: 30 }, [row(20, 30), failed]);
    expect(await readWindows(store.db)).toEqual([failed, row(20, 30)]);
  });

  it("says which stretches its windows make: side by side and in one state", async () => {
    const failed = ledgerRow({ fromAt: 30, toAt: 40 }, 5, { state: "failed", reason: "status 500" });
    const windows = [row(50, 60), row(0, 10), row(10, 20, 9), row(20, 30), failed, row(40, 50), row(70, 80)];
    await replaceWindows(store.db, { fromAt: 0, toAt: 90 }, windows);
    expect(await readStretches(store.db)).toEqual([
      { fromAt: 0, toAt: 30, state: "copied" },
      { fromAt: 30, toAt: 40, state: "failed" },
      { fromAt: 40, toAt: 60, state: "copied" },
      { fromAt: 70, toAt: 80, state: "copied" },
    ]);
  });

  it("replaces the windows that begin in a span, and no others", async () => {
    await replaceWindows(store.db, { fromAt: 0, toAt: 40 }, [row(0, 10), row(10, 20), row(20, 30), row(30, 40)]);
    await replaceWindows(store.db, { fromAt: 10, toAt: 30 }, [row(10, 30, 2)]);
    expect(await readWindows(store.db)).toEqual([row(0, 10), row(10, 30, 2), row(30, 40)]);
    await replaceWindows(store.db, { fromAt: 0, toAt: 10 }, []);
    expect(await readWindows(store.db)).toEqual([row(10, 30, 2), row(30, 40)]);
  });
});

describe("records that could not be read", () => {
  const rejected = (recordHash: string, fields: Partial<RejectedRecordRow> = {}): RejectedRecordRow => ({
    recordHash,
    reason: "channel: Invalid input",
    record: `{"id":"${recordHash}"}`,
    rejectedAt: 1000,
    fromAt: 0,
    toAt: 10,
    ...fields,
  });
  const hashes = async () =>
    (await store.db.selectFrom("rejectedRecords").select("recordHash").orderBy("recordHash").execute()).map(
      (row) => row.recordHash,
    );

  it("are kept once, by what they are, as they came last", async () => {
    await replaceRejected(store.db, null, [rejected("a")]);
    await replaceRejected(store.db, null, [rejected("a", { rejectedAt: 2000 }), rejected("b")]);
    expect(await countRejected(store.db)).toBe(2);
    expect(await readRejected(store.db, 10)).toEqual([
      { reason: "channel: Invalid input", record: '{"id":"a"}', rejectedAt: "1970-01-01T00:00:02.000Z" },
      { reason: "channel: Invalid input", record: '{"id":"b"}', rejectedAt: "1970-01-01T00:00:01.000Z" },
    ]);
  });

  it("are gone where their window was read anew without them", async () => {
    await replaceRejected(store.db, null, [rejected("a"), rejected("b"), rejected("later", { fromAt: 10, toAt: 20 })]);
    await replaceRejected(store.db, { fromAt: 0, toAt: 10 }, [rejected("b")]);
    expect(await hashes()).toEqual(["b", "later"]);
  });

  it("are shown newest first, and no more than asked for", async () => {
    await replaceRejected(store.db, null, [
      rejected("a"),
      rejected("b", { rejectedAt: 3000 }),
      rejected("c", { rejectedAt: 2000 }),
    ]);
    expect((await readRejected(store.db, 2)).map(({ record }) => record)).toEqual(['{"id":"b"}', '{"id":"c"}']);
  });

  it("are none at first", async () => {
    expect(await countRejected(store.db)).toBe(0);
    expect(await readRejected(store.db, 10)).toEqual([]);
  });
});

describe("what people have set", () => {
  it("is missing until it is set, and then what was set last", async () => {
    expect(await readSetting(store.db, "sync.paused")).toBeNull();
    await writeSetting(store.db, "sync.paused", "true");
    await writeSetting(store.db, "sync.paused", "false");
    await writeSetting(store.db, "other", "x");
    expect(await readSetting(store.db, "sync.paused")).toBe("false");
  });
});
