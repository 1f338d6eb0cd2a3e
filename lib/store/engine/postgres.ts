import { randomUUID } from "node:crypto";
import { CamelCasePlugin, Kysely, sql } from "kysely";
import type pg from "pg";
import { migrate } from "@/lib/store/schema/migrate";
import type { Database } from "@/lib/store/schema/schema";
import { createLease } from "@/lib/store/sync/lease";
import type { Store } from "./engine";
import { endPools, openPools, type Pools, StoreDialect } from "./postgres-dialect";
import { startError } from "./postgres-errors";
import { QUERY_TIMEOUT_MS, QueryLimits } from "./query-limits";
import { type Column, TableColumns } from "./table-columns";

/** Queries of questions under way at once, each on a connection. */
const PLACES = { total: 6, perPerson: 4 };

/** Opens the store on a PostgreSQL server. @throws StoreStartError that says what to do, and quotes no part of the URL. */
export async function openPostgres(url: string, queryTimeoutMs = QUERY_TIMEOUT_MS): Promise<Store> {
  let pools: Pools | null = null;
  try {
    pools = openPools(url, queryTimeoutMs, PLACES.total);
    await requireUtf8(pools.work);
    const limits = new QueryLimits(queryTimeoutMs, PLACES);
    const db = new Kysely<Database>({ dialect: new StoreDialect(pools, limits), plugins: [new CamelCasePlugin()] });
    await migrate(db);
    const { control } = pools;
    const lease = createLease(db, randomUUID());
    return {
      db,
      insertRows: createBulkInsert(),
      confirm: async () => {},
      lease,
      cache: null,
      ping: async () => void (await control.query("select 1")),
      close: () => db.destroy(),
    };
  } catch (error) {
    await (pools && endPools(pools).catch(() => {}));
    throw startError(error);
  }
}

async function requireUtf8(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query("select current_setting('server_encoding') as encoding");
  if (rows[0]?.encoding !== "UTF8") {
    throw new Error("encoding");
  }
}

/** So many rows a statement, which bounds the text that is sent at once. */
const CHUNK_ROWS = 1000;

const FEW_ROWS = 500;

/**
 * Bulk rows, and new statistics each time that a table has doubled: the server's own come up to a minute late, and
 * without any it joins a fresh copy row by row.
 */
function createBulkInsert(): Store["insertRows"] {
  const tableColumns = new TableColumns();
  const tallies = new Map<string, { rows: number; nextAt: number }>();
  return async (db, table, rows) => {
    if (rows.length === 0) {
      return;
    }
    await unnestRows(db, table, await tableColumns.of(db, table), rows);
    const tally = tallies.get(table) ?? { rows: 0, nextAt: FEW_ROWS };
    tally.rows += rows.length;
    tallies.set(table, tally);
    if (tally.rows >= tally.nextAt) {
      tally.nextAt = tally.rows * 2;
      await sql`analyze ${sql.table(table)}`.execute(db);
    }
  };
}

/** Rows go in by one array a column: as many parameters as columns, however many rows. */
async function unnestRows<T extends keyof Database>(
  db: Kysely<Database>,
  table: T,
  columns: readonly Column[],
  rows: readonly Database[T][],
): Promise<void> {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)));
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const chunk = rows.slice(from, from + CHUNK_ROWS) as unknown as Record<string, unknown>[];
    const arrays = columns.map(({ name, type }) => {
      return sql`cast(${chunk.map((row) => row[name] ?? null)} as ${sql.raw(type)}[])`;
    });
    await sql`insert into ${sql.table(table)} (${names}) select * from unnest(${sql.join(arrays)})`.execute(db);
  }
}
