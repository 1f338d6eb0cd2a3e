import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "./engine";
import { openStore } from "./open-store";

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

  const row = { conversationId: "c-1", startedAt: 1_767_225_600_123, disposition: 'a"b\né😀' };

  it("keeps what was written when it is opened again", async () => {
    await store.insertRows(store.db, "conversationDispositions", [row]);
    await store.close();
    store = await openStore({ dataDir: folder });
    expect(await store.db.selectFrom("conversationDispositions").selectAll().execute()).toEqual([row]);
  });

  it("answers counts and sums as numbers, and a column named count as a column", async () => {
    await store.insertRows(store.db, "conversationDispositions", [row, row]);
    const { rows } = await sql`select count(*) as count from conversation_dispositions`.execute(store.db);
    expect(rows).toEqual([{ count: 2 }]);
  });

  it("counts the rows that an update or a delete touched", async () => {
    await store.insertRows(store.db, "conversationDispositions", [row, row]);
    const updated = await store.db.updateTable("conversationDispositions").set({ disposition: "x" }).executeTakeFirst();
    expect(updated.numUpdatedRows).toBe(2n);
    const deleted = await store.db
      .deleteFrom("conversationDispositions")
      .where("disposition", "=", "x")
      .executeTakeFirst();
    expect(deleted.numDeletedRows).toBe(2n);
  });

  it("undoes a transaction that fails, and deletes and inserts the same rows within one", async () => {
    await store.insertRows(store.db, "conversationDispositions", [row]);
    const failing = store.db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom("conversationDispositions").execute();
      await store.insertRows(transaction, "conversationDispositions", [row, row]);
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(await store.db.selectFrom("conversationDispositions").selectAll().execute()).toHaveLength(1);
  });
});
