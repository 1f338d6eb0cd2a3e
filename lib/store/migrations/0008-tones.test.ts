import { type Migration, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine";
import { openTestStore } from "@/lib/store/test-store";
import { conversation, rowsOf } from "@/lib/sync/test-records";
import * as tones from "./0008-tones";

const migration: Migration = tones;

const TONES = [
  { tone_name: "joy", level: 1, count: 2, totalLevel: 2 },
  { tone_name: 'sad],"profile":{', level: -2.5 },
  { tone_name: "joy", level: -3 },
];
const SPITEFUL = ['"tones":[{"name":"x"}],"profile":{'];

describe("a store that was filled before tones had a table", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
    const records = [
      conversation("c-1", { metaInfo: { agentTransferConfig: { dialog_tone: TONES } }, skills: SPITEFUL }),
      conversation("c-2", { dispositionRemarks: SPITEFUL }),
    ];
    await store.insertRows(
      store.db,
      "rawRecords",
      records.flatMap((record) => rowsOf(record).rawRecords),
    );
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
