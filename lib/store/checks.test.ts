import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checksReplySchema } from "@/lib/shared/contract";
import { ledgerRow } from "@/lib/sync/test-ledger";
import { answeredBy, conversation, type Fields, queueEntry, writeRecords } from "@/lib/sync/test-records";
import { readChecks } from "./checks";
import { readHourCounts } from "./conversations";
import type { Store } from "./engine";
import { replaceWindows } from "./ledger";
import { openTestStore } from "./test-store";

/** Unix seconds of ten o'clock, when the records start, in hexadecimal. */
const TEN_O_CLOCK = (Date.parse("2025-10-01T10:00:00Z") / 1000).toString(16);
const HALF_PAST_THREE_LATER = (Date.parse("2025-10-01T15:30:00Z") / 1000).toString(16);

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

async function checksOf(...records: Fields[]) {
  await writeRecords(store, records);
  const checks = await readChecks(store.db);
  expect(checksReplySchema.safeParse({ checks }).error).toBeUndefined();
  return new Map(checks.map((check) => [check.id, [check.checked, check.odd, check.isAlarming]]));
}

describe("the checks on what the source sends", () => {
  it("find nothing in an empty store", async () => {
    const checks = await checksOf();
    expect([...checks.values()]).toEqual(Array.from(checks, () => [0, 0, false]));
  });

  it("compare session ids with start times, where the ids begin with one", async () => {
    const checks = await checksOf(
      conversation("c-1", { sessionId: `${TEN_O_CLOCK}4afb07c72ac5` }),
      conversation("c-2", { sessionId: `${HALF_PAST_THREE_LATER}4afb07c72ac5` }),
      conversation("c-3", { sessionId: "ffffffffaaaaaaaaaaaaaaaa" }),
      conversation("c-4", { sessionId: "s-4" }),
      conversation("c-5"),
    );
    expect(checks.get("session-ids")).toEqual([2, 1, false]);
  });

  it("are alarmed where most session ids differ by a quarter of an hour or more", async () => {
    const skewed = (id: string) => conversation(id, { sessionId: `${HALF_PAST_THREE_LATER}4afb07c72ac5` });
    const right = conversation("c-3", { sessionId: `${TEN_O_CLOCK}4afb07c72ac5` });
    expect((await checksOf(skewed("c-1"), skewed("c-2"), right)).get("session-ids")).toEqual([3, 2, true]);
  });

  it("count times that run backwards, in conversations, waits and segments", async () => {
    const late = { ...answeredBy("u-1", { interactionDuration: -5 }), EnterTime: "2025-10-01T10:00:30" };
    const checks = await checksOf(
      conversation("c-1", { sessionEndTime: "2025-10-01T09:59:00" }),
      conversation("c-2", { destinations: [queueEntry("qu-1", late), queueEntry("qu-1")] }),
    );
    // Two conversations, two destinations and a segment; one of each runs backwards.
    expect(checks.get("backwards")).toEqual([5, 3, false]);
  });

  it("count values that the vendor's page does not name, and not those that are missing", async () => {
    const checks = await checksOf(
      conversation("c-1", { finalStatus: "PARKED", channel: "telegram", disconnectingEvent: "Meteor" }),
      conversation("c-2", { destinations: [queueEntry("qu-1"), { destinationType: "Robot" }] }),
    );
    expect(checks.get("final-status")).toEqual([2, 1, false]);
    expect(checks.get("channel")).toEqual([2, 1, false]);
    expect(checks.get("disconnecting-event")).toEqual([2, 1, false]);
    expect(checks.get("destination-type")).toEqual([2, 1, false]);
  });

  it("do not call a missing value unknown", async () => {
    const checks = await checksOf(
      conversation("c-1", { finalStatus: null, channel: "", disconnectingEvent: null, destinations: [{}] }),
    );
    for (const id of ["final-status", "channel", "disconnecting-event", "destination-type"]) {
      expect(checks.get(id)?.[1], id).toBe(0);
    }
  });

  it("compare the announced totals with the rows that came, and count rows that were known", async () => {
    const window = (from: number, fields: object) => ledgerRow({ fromAt: from, toAt: from + 10 }, 1, fields);
    await replaceWindows(store.db, { fromAt: 0, toAt: 40 }, [
      window(0, { rows: 250, numResults: 250 }),
      window(10, { rows: 250, numResults: 300, knownRows: 40 }),
      window(20, { rows: 50, numResults: 14 }),
      window(30, { rows: 5, numResults: null }),
    ]);
    const checks = await checksOf();
    expect(checks.get("num-results")).toEqual([3, 1, false]);
    expect(checks.get("seen-twice")).toEqual([555, 40, false]);
  });
});

describe("conversations by the hour", () => {
  it("are counted over the five weeks before the newest, oldest first", async () => {
    const at = (id: string, sessionStartTime: string) => conversation(id, { sessionStartTime });
    await writeRecords(store, [
      at("c-1", "2025-10-01T10:00:00"),
      at("c-2", "2025-10-01T10:59:59"),
      at("c-3", "2025-10-01T09:59:59"),
      at("c-4", "2025-08-27T10:59:58"),
      at("c-5", "2025-08-28T11:00:00"),
    ]);
    const hour = Date.parse("2025-10-01T10:00:00Z") / 3_600_000;
    expect(await readHourCounts(store.db)).toEqual([
      { hour: Date.parse("2025-08-28T11:00:00Z") / 3_600_000, conversations: 1 },
      { hour: hour - 1, conversations: 1 },
      { hour, conversations: 2 },
    ]);
  });

  it("are none in an empty store", async () => {
    expect(await readHourCounts(store.db)).toEqual([]);
  });
});
