import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { raiseDataVersion, readDataVersion } from "./data-version";

describe("the data's version", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  it("is 0 at first, and grows by one with each change of either writer", async () => {
    expect(await readDataVersion(store.db)).toBe(0);
    await raiseDataVersion(store.db);
    await raiseDataVersion(store.db, "copy");
    await raiseDataVersion(store.db, "copy");
    expect(await readDataVersion(store.db)).toBe(3);
  });

  it("grows with the transaction alone", async () => {
    const before = await readDataVersion(store.db);
    const failing = store.db.transaction().execute(async (transaction) => {
      await raiseDataVersion(transaction, "copy");
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    expect(await readDataVersion(store.db)).toBe(before);
  });

  it("is raised by a person while the copy's transaction is under way, and neither fails", async () => {
    const before = await readDataVersion(store.db);
    await store.db.transaction().execute(async (transaction) => {
      await transaction.selectFrom("settings").selectAll().execute();
      await store.db.transaction().execute((other) => raiseDataVersion(other));
      await raiseDataVersion(transaction, "copy");
    });
    expect(await readDataVersion(store.db)).toBe(before + 2);
  });
});
