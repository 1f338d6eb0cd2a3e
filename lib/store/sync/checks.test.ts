import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checksReplySchema } from "@/lib/shared/contract";
import { parseListQuery } from "@/lib/shared/query";
import { scopeFor } from "@/lib/shared/test-scope";
import { listConversations } from "@/lib/store/conversations/conversation-list";
import { readHourCounts } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { readOptions } from "@/lib/store/filters/options";
import { answeredBy, conversation, type Fields, queueEntry, writeRecords } from "@/lib/sync/normalize/test-records";
import { ledgerRow } from "@/lib/sync/plan/test-ledger";
import { readErased } from "./absent";
import { readChecks } from "./checks";
import { countOutdatedRecords, countUnread } from "./incomplete";
import { replaceWindows } from "./ledger";

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
  expect(checksReplySchema.safeParse({ checks, erased: await readErased(store.db, 10) }).error).toBeUndefined();
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

  it("count fields that could not be read, those of most records first, and say how to list them", async () => {
    const late = { sessionStartTime: "2025-10-03T23:00:00" };
    await checksOf(
      conversation("c-1", { csatScore: "good", sessionEndTime: { at: 1, by: 2 } }),
      conversation("c-2", { csatScore: [1, 2], ...late }),
      conversation("c-3", { csatScore: "-", npsScore: null }),
    );
    const unread = (await readChecks(store.db)).filter(({ conversations }) => conversations);
    expect(unread).toMatchObject([
      {
        id: "unread-csatScore",
        label: "2 records: csatScore of an unknown form",
        checked: 3,
        odd: 2,
        isAlarming: false,
        conversations: { from: "2025-09-30", to: "2025-10-04", unread: "csatScore" },
      },
      {
        label: "1 record: sessionEndTime of an unknown form",
        odd: 1,
        conversations: { from: "2025-09-30", to: "2025-10-02", unread: "sessionEndTime" },
      },
    ]);
    const query = (unreadField: string) =>
      parseListQuery(new URLSearchParams({ from: "2025-09-30", to: "2025-10-04", unread: unreadField }), {
        timeZone: "UTC",
        now: 0,
      });
    const idsOf = async (field: string) =>
      (await listConversations(store.db, scopeFor(), query(field))).items.map(({ id }) => id).sort();
    expect(await idsOf("csatScore")).toEqual(["c-1", "c-2"]);
    expect(await idsOf("!csatScore")).toEqual(["c-3"]);
    expect(await idsOf("npsScore")).toEqual([]);
    expect((await readOptions(store.db, scopeFor())).unread.map(({ value }) => value)).toEqual([
      "csatScore",
      "sessionEndTime",
    ]);
    expect([await countUnread(store.db), await countOutdatedRecords(store.db)]).toEqual([2, 0]);
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
