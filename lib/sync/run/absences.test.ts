import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRecord } from "@/lib/kore/client";
import type { TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS } from "@/lib/shared/instants";
import { scopeFor } from "@/lib/shared/test-scope";
import { readConversation } from "@/lib/store/conversations/conversation-detail";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { readErased } from "@/lib/store/sync/absent";
import { readDataVersion } from "@/lib/store/sync/data-version";
import { readWindows } from "@/lib/store/sync/ledger";
import { addSelectionEvidence } from "@/lib/store/sync/selection-evidence";
import { answeredBy, conversation, type Fields, queueEntry } from "@/lib/sync/normalize/test-records";
import { ledgerRow } from "@/lib/sync/plan/test-ledger";
import { commitWindow, normalizeAll } from "./commit";

const at = (time: string) => Date.parse(`2025-10-01T${time}Z`);
const WINDOW: TimeWindow = { fromAt: at("10:00:00"), toAt: at("11:00:00") };
const READ_AT = at("12:00:00");

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** A reading of the window, so many hours after noon. */
async function read(hours: number, records: readonly unknown[], fields: Partial<SyncWindowRow> = {}, window = WINDOW) {
  const fetchedAt = READ_AT + hours * HOUR_MS;
  const fetched = await normalizeAll(records.map(readRecord), 0, window, fetchedAt);
  const row = { ...ledgerRow(window, fetchedAt), ...fields };
  return commitWindow(store, await readWindows(store.db), fetched, row);
}

const knowsStart = () => store.db.transaction().execute((db) => addSelectionEvidence(db, { seen: 40, against: 0 }));

async function known(): Promise<void> {
  for (let window = 0; window < 3; window += 1) {
    await knowsStart();
  }
}

async function ids(): Promise<string[]> {
  const rows = await store.db.selectFrom("conversations").select("conversationId").orderBy("conversationId").execute();
  return rows.map(({ conversationId }) => conversationId);
}

const absent = () => store.db.selectFrom("absentConversations").selectAll().orderBy("conversationId").execute();

const started = (id: string, time: string, fields: Fields = {}) =>
  conversation(id, { sessionStartTime: `2025-10-01T${time}`, sessionEndTime: `2025-10-01T${time}`, ...fields });
const FULL = { destinations: [queueEntry("qu-1", answeredBy("u-1"))], sessionleveltags: [{ name: "a", value: "1" }] };
const A = started("a", "10:20:00", FULL);
const B = started("b", "10:30:00", { ...FULL, dispositions: ["Resolved"] });

describe("a conversation that was erased at the source", () => {
  it("goes with the second whole reading on end that does not hold it, out of every family, and only when is kept of it", async () => {
    await known();
    await read(0, [A, B]);
    await read(1, [B]);
    expect(await ids()).toEqual(["a", "b"]);
    const before = await readDataVersion(store.db);
    await read(2, [B]);
    expect(await ids()).toEqual(["b"]);
    for (const family of ["rawRecords", "destinations", "agentSegments", "conversationTags"] as const) {
      const rows = await store.db.selectFrom(family).select("conversationId").execute();
      expect(rows, family).toEqual([{ conversationId: "b" }]);
    }
    expect(await absent()).toEqual([
      {
        conversationId: "a",
        startedAt: at("10:20:00"),
        lastSeenAt: READ_AT,
        firstMissedAt: READ_AT + HOUR_MS,
        erasedAt: READ_AT + 2 * HOUR_MS,
        replacedBy: null,
      },
    ]);
    expect(await readDataVersion(store.db)).toBeGreaterThan(before);
  });

  it("is no longer found by its address, which tells those who see all queues what became of it", async () => {
    await known();
    for (const [hours, records] of [[A, B, S], [C], [C]].entries()) {
      await read(hours, records);
    }
    const reading = { timeZone: "UTC", readContext: () => null };
    const whyNot = (id: string, queues: "all" | string[] = "all") =>
      readConversation(store.db, scopeFor({ queues }), id, reading).catch((error: Error) => error.message);
    expect(await whyNot("a")).toBe(
      "This conversation was erased at the source: readings from 2025-10-01T13:00:00.000Z on no longer held it.",
    );
    expect(await whyNot("s-1")).toBe("This session of the bot’s has become the conversation c-1.");
    const none = "There is no conversation with this id in what you may see.";
    expect([await whyNot("a", ["qu-1"]), await whyNot("z")]).toEqual([none, none]);
    expect(await readErased(store.db, 10)).toMatchObject([
      { id: "a", lastSeenAt: "2025-10-01T12:00:00.000Z", firstMissedAt: "2025-10-01T13:00:00.000Z" },
      { id: "b" },
    ]);
  });

  it("is back as it was once any reading brings it", async () => {
    await known();
    await read(0, [A, B]);
    const before = await store.db.selectFrom("agentSegments").selectAll().orderBy("conversationId").execute();
    await read(1, [B]);
    await read(2, [B]);
    await read(3, [A], {}, { fromAt: at("10:20:00"), toAt: at("10:20:01") });
    expect(await ids()).toEqual(["a", "b"]);
    expect(await absent()).toEqual([]);
    expect(await store.db.selectFrom("agentSegments").selectAll().orderBy("conversationId").execute()).toEqual(before);
  });

  it("stays where a reading held it in between, or one in between was truncated or failed", async () => {
    await known();
    await read(0, [A, B]);
    await read(1, [B]);
    await read(2, [A, B]);
    await read(3, [B]);
    await read(4, [], { state: "truncated" });
    await read(5, [B]);
    await read(6, [], { state: "failed", reason: "status 500" });
    await read(7, [B]);
    expect(await ids()).toEqual(["a", "b"]);
    await read(8, [B]);
    expect(await ids()).toEqual(["b"]);
  });

  it("stays at the edge of the windows read: within the second of overlap", async () => {
    await known();
    const edges = [
      started("c", "10:00:01"),
      started("d", "10:00:02"),
      started("e", "10:59:58"),
      started("f", "10:59:59"),
    ];
    await read(0, edges);
    await read(1, []);
    await read(2, []);
    expect(await ids()).toEqual(["c", "f"]);
  });

  it("stays while it is not known that the source selects by the start, and goes once it is", async () => {
    await read(0, [A, B]);
    for (const hours of [1, 2, 3]) {
      await read(hours, [B]);
    }
    expect(await ids()).toEqual(["a", "b"]);
    await known();
    await read(4, [B]);
    expect(await ids()).toEqual(["b"]);
  });

  it("stays where the source selects by another time", async () => {
    await known();
    await read(0, [A, B]);
    await read(1, [B, ...["07", "08", "09"].map((hour) => started(`from-${hour}`, `${hour}:30:00`))]);
    await read(2, [B]);
    await read(3, [B]);
    expect(await ids()).toContain("a");
    expect(await absent()).toEqual([]);
  });

  it("is not taken for erased where it came so that it cannot be read, nor where that may be", async () => {
    await known();
    await read(0, [A, B]);
    for (const hours of [1, 2, 3]) {
      await read(hours, [B, { ...A, sessionStartTime: "yesterday", sessionId: null, destinations: "none" }]);
    }
    for (const hours of [4, 5, 6]) {
      await read(hours, [B, ["not a record"]]);
    }
    expect(await ids()).toContain("a");
  });

  it("is missed in no window that held more than can be reached", async () => {
    await known();
    await read(0, [A, B]);
    const fetched = await normalizeAll([readRecord(B)], 0, WINDOW, READ_AT + HOUR_MS);
    for (let time = 0; time < 3; time += 1) {
      await commitWindow(store, await readWindows(store.db), fetched, null);
    }
    expect(await absent()).toEqual([]);
  });
});

const S = started("s-1", "10:20:00", { conversationId: undefined, sessionId: "s-1", finalStatus: "BotResolved" });
const C = started("c-1", "10:20:00", { sessionId: "s-1", ...FULL });

describe("a session of the bot's that becomes an agent's conversation", () => {
  it("is one conversation with the first reading that holds the conversation alone", async () => {
    await read(0, [S]);
    expect(await ids()).toEqual(["s-1"]);
    await read(1, [C]);
    expect(await ids()).toEqual(["c-1"]);
    expect(await absent()).toMatchObject([{ conversationId: "s-1", replacedBy: "c-1", erasedAt: READ_AT + HOUR_MS }]);
  });

  it("is one with several conversations of it", async () => {
    await read(0, [S]);
    await read(1, [C, { ...C, conversationId: "c-2" }]);
    expect(await ids()).toEqual(["c-1", "c-2"]);
  });

  it("stays beside it where one reading holds both", async () => {
    await read(0, [S]);
    await read(1, [S, C]);
    await read(2, [C, S]);
    expect(await ids()).toEqual(["c-1", "s-1"]);
  });

  it("stays while only part of a window was read, and goes with all of it", async () => {
    await read(0, [S]);
    await read(1, [C], { state: "truncated" });
    expect(await ids()).toEqual(["c-1", "s-1"]);
    await read(2, [C]);
    expect(await ids()).toEqual(["c-1"]);
  });

  it("goes also at the edge of a window, where it would have come with the conversation", async () => {
    const edge = { fromAt: at("10:20:00"), toAt: at("10:30:00") };
    await read(0, [S]);
    await read(1, [C], {}, edge);
    expect(await ids()).toEqual(["c-1"]);
  });

  it("stays until its own window was read, where the conversation started in another", async () => {
    await known();
    const later = { ...C, sessionStartTime: "2025-10-01T11:05:00" };
    await read(0, [S]);
    await read(1, [later], {}, { fromAt: at("11:00:00"), toAt: at("12:00:00") });
    expect(await ids()).toEqual(["c-1", "s-1"]);
    await read(2, [S]);
    expect(await ids()).toEqual(["c-1", "s-1"]);
    await read(3, []);
    expect(await ids()).toEqual(["c-1"]);
  });

  it("comes back where a reading holds it again, beside the conversation", async () => {
    await read(0, [S]);
    await read(1, [C]);
    await read(2, [S, C]);
    expect(await ids()).toEqual(["c-1", "s-1"]);
    expect(await absent()).toEqual([]);
  });
});
