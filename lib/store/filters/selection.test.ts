import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Filters } from "@/lib/shared/filters";
import type { Scope } from "@/lib/shared/scope";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { answeredBy, conversation, missedBy, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import type { Grain } from "./grains";
import { selectFrom } from "./selection";

const GRAINS: readonly Grain[] = ["conversation", "entry", "segment", "missed", "tag", "disposition"];
const ALL_TIME = { from: "", to: "", timeZone: "UTC", startAt: 0, endAt: 8.64e15 };

/** One conversation in queue A alone, one in A and then B, one in B alone, one that the bot kept. */
const RECORDS = [
  conversation("in-a", {
    destinations: [queueEntry("A", { ...answeredBy("u-1"), ...missedBy("u-2") })],
    sessionleveltags: [{ name: "vip", value: "1" }],
    dispositions: ["Resolved"],
  }),
  conversation("in-a-then-b", {
    destinations: [queueEntry("A", missedBy("u-1")), queueEntry("B", { ...answeredBy("u-3"), ...missedBy("u-4") })],
    sessionleveltags: [{ name: "vip", value: "2" }],
    dispositions: ["Own"],
  }),
  conversation("in-b", {
    destinations: [queueEntry("B", answeredBy("u-3"))],
    dispositions: ["Resolved"],
    channel: "System Mail",
  }),
  conversation("of-the-bot", { finalStatus: "BotResolved", sessionleveltags: [{ name: "vip", value: "3" }] }),
];

describe("a selection within a scope", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  async function select(grain: Grain, scope: Scope, filters: Filters = {}, column = sql`t.conversation_id`) {
    const query: RawBuilder<{ value: string }> = sql`
      select ${column} as value ${selectFrom(grain, scope, { range: ALL_TIME, filters })} order by 1`;
    return (await query.execute(store.db)).rows.map(({ value }) => value);
  }

  const ofQueue = (...queues: string[]) => scopeFor({ queues });

  it("sees every conversation where the scope sets no limit, also those of no queue", async () => {
    expect(await select("conversation", scopeFor())).toEqual(["in-a", "in-a-then-b", "in-b", "of-the-bot"]);
  });

  it("sees only the conversations that came through the scope's queues, and none of the bot's alone", async () => {
    expect(await select("conversation", ofQueue("A"))).toEqual(["in-a", "in-a-then-b"]);
    expect(await select("conversation", ofQueue("B"))).toEqual(["in-a-then-b", "in-b"]);
    expect(await select("conversation", ofQueue("A", "B"))).toEqual(["in-a", "in-a-then-b", "in-b"]);
  });

  it("tells apart ids of which one holds the other", async () => {
    const records = ["A", "AB", "B", "A B"].map((queue) => {
      const destinations = [queueEntry(queue, { ...answeredBy(`of-${queue}`), ...missedBy(`not-${queue}`) })];
      return conversation(`in-${queue}`, { destinations, sessionleveltags: [{ name: "vip" }] });
    });
    const other = await openStoreWith(records);
    const found = async (grain: Grain, filters: Filters) => {
      const query: RawBuilder<{ value: string }> = sql`
        select t.conversation_id as value ${selectFrom(grain, scopeFor(), { range: ALL_TIME, filters })} order by 1`;
      return (await query.execute(other.db)).rows.map(({ value }) => value);
    };
    for (const grain of GRAINS) {
      expect(await found(grain, { queue: ["B"] }), grain).toEqual(["in-B"]);
      expect(await found(grain, { queue: ["!A", "!A B"] }), grain).toEqual(["in-AB", "in-B"]);
      expect(await found(grain, { agent: ["&of-A", "&not-A"] }), grain).toEqual(["in-A"]);
    }
    await other.close();
  });

  it("sees only the entries, segments and missed assignments of the scope's queues", async () => {
    const queue = sql`t.queue_id`;
    expect(await select("entry", ofQueue("A"), {}, queue)).toEqual(["A", "A"]);
    expect(await select("segment", ofQueue("A"), {}, queue)).toEqual(["A"]);
    expect(await select("missed", ofQueue("A"), {}, sql`t.agent_id`)).toEqual(["u-1", "u-2"]);
    expect(await select("missed", ofQueue("B"), {}, sql`t.agent_id`)).toEqual(["u-4"]);
  });

  it("sees only the tags and dispositions of the scope's conversations", async () => {
    expect(await select("tag", ofQueue("A"), {}, sql`t.value`)).toEqual(["1", "2"]);
    expect(await select("tag", ofQueue("B"), {}, sql`t.value`)).toEqual(["2"]);
    expect(await select("disposition", ofQueue("B"), {}, sql`d.disposition`)).toEqual(["Own", "Resolved"]);
  });

  it.each(GRAINS)("sees nothing of %s where the scope has no queue, whatever is asked for", async (grain) => {
    expect(await select(grain, ofQueue())).toEqual([]);
    expect(await select(grain, ofQueue(), { queue: ["A"] })).toEqual([]);
    expect(await select(grain, ofQueue(), { queue: ["!A"], channel: ["Voice"] })).toEqual([]);
    expect(await select(grain, ofQueue(), { disposition: ["Not given"] })).toEqual([]);
  });

  it.each(GRAINS)("sees nothing of %s where the scope names a queue that there is not", async (grain) => {
    expect(await select(grain, ofQueue("nowhere"))).toEqual([]);
  });

  it("cannot be widened by a filter: what is asked for and what may be seen must both hold", async () => {
    expect(await select("conversation", ofQueue("A"), { queue: ["B"] })).toEqual(["in-a-then-b"]);
    expect(await select("entry", ofQueue("A"), { queue: ["B"] })).toEqual([]);
    expect(await select("segment", ofQueue("A"), { queue: ["B"] })).toEqual([]);
    expect(await select("entry", ofQueue("A"), { queue: ["A", "B"] }, sql`t.queue_id`)).toEqual(["A", "A"]);
    expect(await select("conversation", ofQueue("A"), { queue: ["!A"] })).toEqual([]);
    expect(await select("entry", ofQueue("A"), { agent: ["u-3"] })).toEqual([]);
    expect(await select("conversation", ofQueue("A"), { channel: ["System Mail"] })).toEqual([]);
  });

  it("leaves out a queue, a tag or an agent with an exclamation mark", async () => {
    expect(await select("conversation", scopeFor(), { queue: ["!A"] })).toEqual(["in-b", "of-the-bot"]);
    expect(await select("conversation", scopeFor(), { tag: ["!vip"] })).toEqual(["in-b"]);
    expect(await select("conversation", scopeFor(), { tag: ["!vip:2"] })).toEqual(["in-a", "in-b", "of-the-bot"]);
    expect(await select("conversation", scopeFor(), { agent: ["!u-3"] })).toEqual(["in-a", "of-the-bot"]);
  });

  it("finds the same conversations whether a few queues or agents are asked for or hundreds", async () => {
    const others = Array.from({ length: 300 }, (_, index) => `other-${index}`);
    for (const filters of [{ queue: ["B"] }, { queue: ["!B"] }, { agent: ["u-1"] }, { agent: ["!u-3"] }] as Filters[]) {
      const [id = "", values = []] = Object.entries(filters)[0] ?? [];
      const mark = values[0]?.startsWith("!") ? "!" : "";
      const many = { [id]: [...values, ...others.map((other) => `${mark}${other}`)] };
      for (const grain of GRAINS) {
        expect(await select(grain, scopeFor(), many), `${grain} ${id}`).toEqual(
          await select(grain, scopeFor(), filters),
        );
      }
    }
    expect(await select("conversation", ofQueue("A", ...others))).toEqual(["in-a", "in-a-then-b"]);
  });

  it("takes no part of a list of ids for an id", async () => {
    const none = Array.from({ length: 20 }, (_, index) => `!none-${index}`);
    for (const queue of [["A\u001fB"], ["A\u001fB", ...none]]) {
      expect(await select("conversation", scopeFor(), { queue }), String(queue.length)).toEqual([]);
    }
    const everything = await select("conversation", scopeFor());
    expect(await select("conversation", scopeFor(), { queue: ["!"] })).toEqual(everything);
    expect(await select("conversation", scopeFor(), { agent: ["!", ...none] })).toEqual(everything);
  });

  it("asks for each of the required values", async () => {
    const required = (id: string, ...values: string[]) => ({ [id]: values.map((value) => `&${value}`) });
    const found = (filters: Filters) => select("conversation", scopeFor(), filters);
    expect(await found(required("queue", "A", "B"))).toEqual(["in-a-then-b"]);
    expect(await found(required("agent", "u-1", "u-2"))).toEqual(["in-a"]);
    expect(await found(required("tag", "vip", "vip:2", "session/vip"))).toEqual(["in-a-then-b"]);
    expect(await found(required("tag", "vip", "none"))).toEqual([]);
    expect(await found(required("disposition", "Own"))).toEqual(["in-a-then-b"]);
    expect(await found(required("disposition", "Own", "Resolved"))).toEqual([]);
    expect(await found(required("disposition", "Not given"))).toEqual(["of-the-bot"]);
    expect(await found(required("disposition", "Not given", "Own"))).toEqual([]);
    expect(await found(required("firstQueue", "A", "Bot"))).toEqual([]);
  });

  it("takes what a filter asks for as a value, never as SQL", async () => {
    const attack = ["' or true --", "Voice') or (1=1", "%", "\\", "\u0000", "A\ud800"];
    for (const value of attack) {
      for (const id of ["channel", "queue", "agent", "tag", "disposition", "status"] as const) {
        expect(await select("conversation", scopeFor(), { [id]: [value] }), `${id} ${value}`).toEqual([]);
      }
    }
    expect(await select("conversation", scopeFor())).toHaveLength(4);
  });
});
