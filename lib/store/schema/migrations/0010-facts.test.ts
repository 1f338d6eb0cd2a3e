import { type Migration, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { answeredBy, conversation, missedBy, queueEntry, writeRecords } from "@/lib/sync/normalize/test-records";
import * as facts from "./0010-facts";

const migration: Migration = facts;
const FAMILIES = [
  "conversations",
  "destinations",
  "agentSegments",
  "missedAssignments",
  "conversationTags",
  "conversationTones",
] as const;
const LISTS = ["conversation_queues", "conversation_agents"];
const FACTS = [
  "channel",
  "direction",
  "final_status",
  "disconnecting_event",
  "conversation_outcome",
  "last_intent",
  ...LISTS,
];

const FIELDS = {
  destinations: [queueEntry("qu-1", { ...answeredBy("u-1"), ...missedBy("u-2") })],
  sessionleveltags: [{ name: "a", value: "1" }],
};
const RECORDS = [
  conversation("c-1", { ...FIELDS, metaInfo: { dialog_tone: [{ tone_name: "joy" }] } }),
  conversation("c-2", {
    ...FIELDS,
    channel: "rtm",
    disconnectingEvent: null,
    metaInfo: { dialog_tone: [{ tone_name: "joy" }] },
  }),
  conversation("of-the-bot"),
];

describe("a store that was filled before families repeated their conversation’s facts", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  const read = () =>
    Promise.all(
      FAMILIES.map(async (family) => {
        const rows = await store.db.selectFrom(family).selectAll().orderBy("conversationId").execute();
        return rows.map((row) => Object.entries(row).sort());
      }),
    );

  it("has them as the copy writes them today", async () => {
    await writeRecords(store, RECORDS);
    const written = await read();
    expect(written.map((rows) => rows.length)).toEqual([3, 2, 2, 2, 2, 2]);
    for (const family of FAMILIES) {
      for (const fact of family === "conversations" ? LISTS : FACTS) {
        await sql`alter table ${sql.table(family)} drop column ${sql.ref(fact)}`.execute(store.db);
      }
    }
    // In one transaction, as the migrator does it.
    await store.db.transaction().execute((transaction) => migration.up(transaction));
    expect(await read()).toEqual(written);
  });
});
