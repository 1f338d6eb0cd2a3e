import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "./engine";

describe("the embedded store", () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "callboard-store-"));
    store = await openStore({ dataDir: folder });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const tag = {
    conversationId: "c-1",
    startedAt: 1_767_225_600_123,
    level: "user" as const,
    name: 'a"b',
    value: "é\n😀",
  };

  it("keeps what was written when it is opened again", async () => {
    await store.insertRows(store.db, "conversationTags", [tag]);
    await store.close();
    store = await openStore({ dataDir: folder });
    expect(await store.db.selectFrom("conversationTags").selectAll().execute()).toEqual([tag]);
  });

  it("answers counts and sums as numbers, and a column named count as a column", async () => {
    await store.insertRows(store.db, "conversationTags", [tag, tag]);
    const { rows } = await sql`select count(*) as count from conversation_tags`.execute(store.db);
    expect(rows).toEqual([{ count: 2 }]);
  });

  it("counts the rows that an update or a delete touched", async () => {
    await store.insertRows(store.db, "conversationTags", [tag, tag]);
    const updated = await store.db.updateTable("conversationTags").set({ value: "x" }).executeTakeFirst();
    expect(updated.numUpdatedRows).toBe(2n);
    const deleted = await store.db.deleteFrom("conversationTags").where("value", "=", "x").executeTakeFirst();
    expect(deleted.numDeletedRows).toBe(2n);
  });

  it("undoes a transaction that fails, and deletes and inserts the same rows within one", async () => {
    await store.insertRows(store.db, "conversationTags", [tag]);
    const failing = store.db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("conversationTags").execute();
      await store.insertRows(transaction, "conversationTags", [tag, tag]);
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await store.db.selectFrom("conversationTags").selectAll().execute()).toHaveLength(1);
  });
});
