import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { writeSetting } from "@/lib/store/settings/settings";
import { createLease, type Lease, LeaseLost } from "@/lib/store/sync/lease";
import { waitFor } from "../../tools/wait";
import { type PostgresServer, startPostgres } from "../support/postgres";

describe("the right to copy", () => {
  let server: PostgresServer;
  let store: Store;
  let ours: Lease;
  let theirs: Lease;
  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    store = await server.openStore();
    ours = createLease(store.db, "ours");
    theirs = createLease(store.db, "theirs");
    return () => store.close();
  });
  afterAll(() => server.close());

  /** As if its holder had not kept it for longer than it lasts. */
  const runOut = () => store.db.updateTable("copyLease").set({ endsAt: 1 }).execute();

  /** A transaction of the copy that writes something. */
  const commit = (lease: Lease, token: number | null) =>
    store.db.transaction().execute(async (transaction) => {
      await writeSetting(transaction, "written", "yes");
      await lease.fence(token ?? 0)(transaction);
    });
  /** Whether a query on this database waits for a lock. */
  const isSomebodyWaiting = async () => {
    const query = sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return (await query.execute(store.db)).rows.length > 0 || undefined;
  };
  const written = () => store.db.selectFrom("settings").selectAll().where("key", "=", "written").execute();

  it("is one's at a time, until it is given back", async () => {
    const token = await ours.hold("we");
    expect(token).not.toBeNull();
    expect(await theirs.hold("they")).toBeNull();
    expect(await ours.hold("we still"), "keeping it is no change of hands").toBe(token);
    expect((await theirs.read()).published).toBe("we still");
    await ours.release();
    expect(await theirs.hold("they")).toBe((token ?? 0) + 1);
    expect(await ours.hold("we")).toBeNull();
  });

  it("goes to another once it has run out, and each of ten who want it at once knows whose it is", async () => {
    await ours.hold("we");
    await runOut();
    const many = Array.from({ length: 10 }, (_, index) => createLease(store.db, `other-${index}`));
    const tokens = await Promise.all(many.map((lease) => lease.hold("")));
    expect(tokens.filter((token) => token !== null)).toEqual([2]);
    expect(await ours.hold("we")).toBeNull();
  });

  it("commits while it is held, and every commit counts and keeps it", async () => {
    const token = await ours.hold("we");
    await runOut();
    await commit(ours, token);
    expect(await written()).toHaveLength(1);
    expect(await theirs.hold("they")).toBeNull();
    expect((await theirs.read()).commits).toBe(1);
  });

  it("commits nothing once it is lost, not even after it is regained with the plans of before", async () => {
    const token = await ours.hold("we");
    await runOut();
    await theirs.hold("they");
    await expect(commit(ours, token)).rejects.toThrow(LeaseLost);
    await theirs.release();
    const regained = await ours.hold("we");
    await expect(commit(ours, token)).rejects.toThrow(LeaseLost);
    expect(await written()).toEqual([]);
    await commit(ours, regained);
    expect(await written()).toHaveLength(1);
  });

  it("is not taken over amid a commit, and whoever waits for it then sees all that was committed", async () => {
    const token = await ours.hold("we");
    let taking: Promise<number | null> = Promise.resolve(null);
    await store.db.transaction().execute(async (transaction) => {
      await writeSetting(transaction, "written", "yes");
      await ours.fence(token ?? 0)(transaction);
      taking = theirs.hold("they");
      await waitFor("the other to wait for the commit", 20, isSomebodyWaiting);
    });
    expect(await taking).toBeNull();
    expect(await written()).toHaveLength(1);
  });
});
