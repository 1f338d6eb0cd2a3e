import { type Migration, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import * as tones from "./0008-tones";

const migration: Migration = tones;

/** The context of a record as older versions kept it. */
function contextOf(parts: object): string {
  return JSON.stringify({ dispositionRemarks: [], skills: [], tones: [], profile: { age: "0" }, ...parts });
}

const TONES = [
  { name: "joy", level: 1, count: 2 },
  { name: 'sad],"profile":{', level: -2.5, count: null },
  { name: "joy", level: -3, count: null },
];
const SPITEFUL = ['"tones":[{"name":"x"}],"profile":{'];
const CONTEXTS = [
  ["c-1", contextOf({ tones: TONES, skills: SPITEFUL })],
  ["c-2", contextOf({ dispositionRemarks: SPITEFUL })],
] as const;

describe("a store that was filled before tones had a table", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
    await sql`alter table raw_records add column context varchar`.execute(store.db);
    for (const [id, context] of CONTEXTS) {
      await sql`insert into raw_records (conversation_id, started_at, content_hash, record, context)
        values (${id}, 0, '', '{}', ${context})`.execute(store.db);
    }
    await sql`drop table conversation_tones`.execute(store.db);
    await migration.up(store.db);
  });
  afterAll(() => store.close());

  it("gets those of its conversations, the later level of each, and nothing that only looks like one", async () => {
    const rows = await store.db.selectFrom("conversationTones").selectAll().orderBy("level").execute();
    expect(rows.map(({ conversationId, tone, level }) => [conversationId, tone, level])).toEqual([
      ["c-1", "joy", -3],
      ["c-1", 'sad],"profile":{', -2.5],
    ]);
  });
});
