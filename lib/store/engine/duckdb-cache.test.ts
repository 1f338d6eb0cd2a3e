import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "./engine";
import { openStore } from "./open-store";

const MEGABYTE = 2 ** 20;
const LIMIT = "256MB";

describe("what DuckDB keeps of the blocks that it has read", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "callboard-cache-"));
  let store: Store;

  beforeAll(async () => {
    const filling = await openStore({ dataDir, memoryLimit: LIMIT });
    await sql`create table wide as select i, md5(i::text) || md5((i + 1)::text) as text from range(1200000) t(i)`.execute(
      filling.db,
    );
    await filling.close();
    store = await openStore({ dataDir, memoryLimit: LIMIT });
  });

  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  const read = async () =>
    (await sql<{ longest: number }>`select max(length(text)) as longest, max(text) from wide`.execute(store.db)).rows;
  const held = async () => (await store.cache?.heldBytes()) ?? 0;
  const limit = async () =>
    (await sql<{ text: string }>`select current_setting('memory_limit') as text`.execute(store.db)).rows[0]?.text;

  it("is given up beyond what is wanted, and read again when it is needed", async () => {
    const first = await read();
    expect(await held()).toBeGreaterThan(30 * MEGABYTE);
    await store.cache?.keepWithin(24 * MEGABYTE);
    expect(await held()).toBeLessThanOrEqual(24 * MEGABYTE);
    expect(await read()).toEqual(first);
  });

  it("is given up only while nobody asks: no question ever lacks the memory for its answer", async () => {
    const heavy = () => sql`select text, count(*) from wide group by text order by text desc limit 5`.execute(store.db);
    let isAsking = true;
    let turns = 0;
    const giving = (async () => {
      while (isAsking) {
        await store.cache?.keepWithin(16 * MEGABYTE);
        turns += 1;
      }
    })();
    const answers = await Promise.allSettled([read(), heavy(), read(), heavy(), read()]);
    isAsking = false;
    await giving;
    expect(answers.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(turns).toBeGreaterThan(10);
  });

  it("is left alone while a transaction is open, and given up after it", async () => {
    await read();
    await store.db.transaction().execute(async (transaction) => {
      await sql`select 1`.execute(transaction);
      const before = await held();
      await store.cache?.keepWithin(24 * MEGABYTE);
      expect(await held()).toBe(before);
    });
    await store.cache?.keepWithin(24 * MEGABYTE);
    expect(await held()).toBeLessThanOrEqual(24 * MEGABYTE);
  });

  it("stays where there is no more of it than that, and the engine’s own limit stays what it was", async () => {
    const before = await limit();
    await read();
    const kept = await held();
    await store.cache?.keepWithin(kept);
    expect(await held()).toBe(kept);
    await store.cache?.keepWithin(kept - 1);
    expect(await limit()).toBe(before);
  });
});

it("holds what was written lately until it is written back, which no transaction is disturbed by", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "callboard-written-"));
  const store = await openStore({ dataDir, memoryLimit: LIMIT });
  await sql`create table recent (i bigint, text varchar)`.execute(store.db);
  // Fewer than a row group, which would go to the file at once.
  await sql`insert into recent select i, md5(i::text) || md5((-i)::text) || md5((2 * i)::text) from range(100000) t(i)`.execute(
    store.db,
  );
  const unwritten = async () => {
    const tag = sql<{ bytes: number }>`
      select memory_usage_bytes as bytes from duckdb_memory() where tag = 'IN_MEMORY_TABLE'`;
    return (await tag.execute(store.db)).rows[0]?.bytes ?? 0;
  };
  expect(await unwritten()).toBeGreaterThan(8 * MEGABYTE);
  await store.db.transaction().execute(async (transaction) => {
    await sql`insert into recent values (-1, 'last')`.execute(transaction);
    await store.cache?.writeBack();
  });
  expect(await unwritten()).toBeGreaterThan(8 * MEGABYTE);
  await store.cache?.writeBack();
  expect(await unwritten()).toBeLessThan(MEGABYTE);
  const last = await sql<{ text: string }>`select text from recent where i = -1`.execute(store.db);
  expect(last.rows).toEqual([{ text: "last" }]);
  await store.close();
  rmSync(dataDir, { recursive: true });
});

it("is written back at once where the file holds less than the log, and then once the log is long", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "callboard-first-"));
  const store = await openStore({ dataDir, memoryLimit: LIMIT });
  const logBytes = () => statSync(join(dataDir, "callboard.duckdb.wal"), { throwIfNoEntry: false })?.size ?? 0;
  const insert = (rows: number) =>
    sql`insert into recent select md5(i::text) from range(${sql.lit(rows)}) t(i)`.execute(store.db);
  await sql`create table recent (text varchar)`.execute(store.db);
  await insert(20_000);
  expect(logBytes()).toBeGreaterThan(0.5 * MEGABYTE);
  await store.cache?.writeBack();
  expect(logBytes()).toBe(0);
  await insert(1000);
  const short = logBytes();
  expect(short).toBeGreaterThan(0);
  await store.cache?.writeBack();
  expect(logBytes()).toBe(short);
  await store.close();
  rmSync(dataDir, { recursive: true });
});

it("is none of ours where the store lies in memory", async () => {
  const store = await openStore({ dataDir: null });
  expect(store.cache).toBeNull();
  await store.close();
});
