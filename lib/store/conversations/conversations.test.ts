import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import {
  answeredBy,
  conversation,
  type Fields,
  missedBy,
  queueEntry,
  writeRecords,
} from "@/lib/sync/normalize/test-records";
import { readNames } from "./names";

const TABLES = [
  "conversations",
  "rawRecords",
  "destinations",
  "agentSegments",
  "missedAssignments",
  "conversationTags",
  "conversationDispositions",
] as const;

function full(id: string, fields: Fields = {}): Fields {
  return conversation(id, {
    destinations: [queueEntry("qu-1", { ...answeredBy("u-1"), ...missedBy("u-2") })],
    sessionleveltags: [{ name: "a", value: "1" }],
    dispositions: ["Resolved"],
    ...fields,
  });
}

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** How many rows each family has of each conversation. */
async function countsById(): Promise<Record<string, number>[]> {
  const countIn = async (table: (typeof TABLES)[number]) => {
    const ids = (await store.db.selectFrom(table).select("conversationId").execute()).map((row) => row.conversationId);
    return Object.fromEntries(ids.map((id) => [id, ids.filter((other) => other === id).length]));
  };
  return Promise.all(TABLES.map(countIn));
}

describe("writing conversations", () => {
  it("writes a row in every family, once, however often it is done", async () => {
    expect(await writeRecords(store, [full("c-1"), full("c-2")])).toEqual({ written: 2, known: 0 });
    expect(await writeRecords(store, [full("c-1"), full("c-2")])).toEqual({ written: 0, known: 2 });
    expect(await countsById()).toEqual(TABLES.map(() => ({ "c-1": 1, "c-2": 1 })));
  });

  it("replaces a changed one whole, and leaves the others alone", async () => {
    await writeRecords(store, [full("c-1"), full("c-2")]);
    expect(await writeRecords(store, [conversation("c-1"), full("c-2"), full("c-3")])).toEqual({
      written: 2,
      known: 2,
    });
    const [conversations, rawRecords, ...others] = await countsById();
    const each = { "c-1": 1, "c-2": 1, "c-3": 1 };
    expect([conversations, rawRecords]).toEqual([each, each]);
    expect(others).toEqual(others.map(() => ({ "c-2": 1, "c-3": 1 })));
  });

  it("moves one whose start has changed", async () => {
    await writeRecords(store, [full("c-1")]);
    await writeRecords(store, [full("c-1", { sessionStartTime: "2025-10-02T10:00:00" })]);
    const rows = await store.db.selectFrom("destinations").select("startedAt").execute();
    expect(rows).toEqual([{ startedAt: Date.parse("2025-10-02T10:00:00Z") }]);
  });

  it("does nothing for nothing", async () => {
    expect(await writeRecords(store, [])).toEqual({ written: 0, known: 0 });
  });

  it("keeps every text as it is, and every value of a bulk that is larger than one chunk", async () => {
    const texts = ["a'b", 'a"b', "é\n😀", "\t", "\\", "%s $1", "null", "{}"];
    const tags = Array.from({ length: 5000 }, (_, index) => ({
      name: `t-${index}`,
      value: texts[index % texts.length],
    }));
    await writeRecords(store, [conversation("c-1", { sessionleveltags: tags })]);
    const rows = await store.db.selectFrom("conversationTags").select(["name", "value", "startedAt"]).execute();
    const kept = new Map(rows.map(({ name, value }) => [name, value]));
    expect(rows).toHaveLength(5000);
    expect(tags.filter(({ name, value }) => kept.get(name) !== value?.trim())).toEqual([]);
    expect(new Set(rows.map(({ startedAt }) => startedAt))).toEqual(new Set([Date.parse("2025-10-01T10:00:00Z")]));
  });
});

describe("what a database cannot hold", () => {
  const NUL = "\0";
  const HALF = "\ud83d";

  it("is kept as the sign for it, in keys too, so that writing twice changes nothing", async () => {
    const odd = full(`c-${NUL}1`, {
      channel: `Vo${HALF}ice`,
      botId: `${NUL}st`,
      sessionleveltags: [{ name: `a${NUL}b`, value: `${NUL}` }],
      dispositions: [`Re${NUL}solved`],
      dispositionRemarks: [`said ${NUL}`],
    });
    expect(await writeRecords(store, [odd])).toEqual({ written: 1, known: 0 });
    expect(await writeRecords(store, [odd])).toEqual({ written: 0, known: 1 });
    const [conversationRow] = await store.db.selectFrom("conversations").selectAll().execute();
    expect(conversationRow).toMatchObject({ conversationId: "c-\ufffd1", channel: "Vo\ufffdice", botId: "\ufffdst" });
    const tags = await store.db.selectFrom("conversationTags").select(["name", "value"]).execute();
    expect(tags).toEqual([{ name: "a\ufffdb", value: "\ufffd" }]);
    const raw = await store.db.selectFrom("rawRecords").select("record").executeTakeFirstOrThrow();
    expect(JSON.parse(raw.record)).toMatchObject({ conversationId: `c-${NUL}1`, channel: `Vo${HALF}ice` });
    expect(raw.record).not.toContain(NUL);
  });

  it("finds nothing and breaks nothing where somebody asks for it", async () => {
    await writeRecords(store, [full("c-1")]);
    const asked = store.db.selectFrom("conversations").select("channel").where("conversationId", "=", `c-1${NUL}`);
    expect(await asked.execute()).toEqual([]);
  });
});

describe("names of queues and agents", () => {
  const at = (day: number) => ({ sessionStartTime: `2025-10-${String(day).padStart(2, "0")}T10:00:00` });
  const named = (id: string, day: number, queueName?: string) =>
    conversation(id, { ...at(day), destinations: [queueEntry("qu-1", { queueName })] });
  const nameOf = async () => (await readNames(store.db, "queue")).get("qu-1");

  it("are those of the record that started last, in whatever order the records come", async () => {
    await writeRecords(store, [named("c-2", 2, "New"), named("c-1", 1, "Old")]);
    expect(await nameOf()).toBe("New");
    await writeRecords(store, [named("c-0", 1, "Older"), named("c-00", 1, "Oldest")]);
    expect(await nameOf()).toBe("New");
    await writeRecords(store, [named("c-3", 3, "Newest")]);
    expect(await nameOf()).toBe("Newest");
  });

  it("are not lost by a later record without a name", async () => {
    await writeRecords(store, [named("c-1", 1, "Sales"), named("c-2", 2), named("c-3", 3, "")]);
    expect(await nameOf()).toBe("Sales");
  });

  it("are the same whichever of two records of one second comes first", async () => {
    await writeRecords(store, [named("c-1", 1, "A"), named("c-2", 1, "B")]);
    await writeRecords(store, [named("c-3", 1, "A")]);
    expect(await nameOf()).toBe("B");
  });

  it("are kept apart for a queue and an agent of one id, and are there once", async () => {
    const destinations = [queueEntry("x", { queueName: "Queue", ...answeredBy("x", { name: "Agent" }) })];
    await writeRecords(store, [conversation("c-1", { destinations }), conversation("c-2", { destinations })]);
    expect(await readNames(store.db, "queue")).toEqual(new Map([["x", "Queue"]]));
    expect(await readNames(store.db, "agent")).toEqual(new Map([["x", "Agent"]]));
    expect(await store.db.selectFrom("names").selectAll().execute()).toHaveLength(2);
  });
});
