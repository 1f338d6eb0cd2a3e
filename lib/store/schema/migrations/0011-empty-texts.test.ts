import { type Migration, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { answeredBy, conversation, missedBy, queueEntry, writeRecords } from "@/lib/sync/normalize/test-records";
import * as emptyTexts from "./0011-empty-texts";

const migration: Migration = emptyTexts;
const FAMILIES = ["destinations", "agentSegments", "missedAssignments"] as const;
const DIRECT = { destinationType: "AgentSegment", ...answeredBy("u-1"), ...missedBy("u-4") };
const RECORDS = [
  conversation("c-1", {
    destinations: [queueEntry("qu-1", missedBy("u-1", "u-2")), queueEntry("qu-2", missedBy("u-2"))],
  }),
  conversation("c-2", { destinations: [queueEntry("qu-1", { ...answeredBy("u-1"), ...missedBy("u-3") }), DIRECT] }),
];

describe("a store that was filled when what had no queue had a null, and each missed assignment a key", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  const read = () =>
    Promise.all(
      FAMILIES.map(async (family) => {
        const rows = await store.db.selectFrom(family).selectAll().execute();
        return rows.map((row) => JSON.stringify(row)).sort();
      }),
    );

  it("has both as the copy writes them today", async () => {
    await writeRecords(store, RECORDS);
    const written = await read();
    for (const family of FAMILIES) {
      await sql`update ${sql.table(family)} set queue_id = nullif(queue_id, '')`.execute(store.db);
    }
    await sql`update destinations set outcome = nullif(outcome, '')`.execute(store.db);
    await sql`update missed_assignments set assignment_key = conversation_id || '|' || agent_id || '|' || assigned_at
    `.execute(store.db);
    expect(await read()).not.toEqual(written);
    // In one transaction, as the migrator does it.
    await store.db.transaction().execute((transaction) => migration.up(transaction));
    expect(await read()).toEqual(written);
  });
});
