import type { Migration } from "kysely";
import { expect, it } from "vitest";
import { idHashOf } from "@/lib/store/engine/ids";
import * as idHash from "@/lib/store/schema/migrations/0007-id-hash";
import { conversation, openStoreWith } from "@/lib/sync/normalize/test-records";

const migration: Migration = idHash;

it("gives ids that are stored already the number that those to come are given", async () => {
  const ids = ["c-1", "", "süß 😀 عميل", "x".repeat(400)].map((id) => `${id}!`);
  const store = await openStoreWith(ids.map((id) => conversation(id)));
  await store.db.schema.alterTable("rawRecords").dropColumn("idHash").execute();
  await migration.up(store.db);
  const rows = await store.db.selectFrom("rawRecords").select(["conversationId", "idHash"]).execute();
  expect(Object.fromEntries(rows.map((row) => [row.conversationId, row.idHash]))).toEqual(
    Object.fromEntries(ids.map((id) => [id, idHashOf(id)])),
  );
  // By hand: `printf '%s' 'c-1!' | sha256sum`, its first thirteen digits.
  expect(idHashOf("c-1!")).toBe(0x440094f4149b0);
  await store.close();
});
