import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CamelCasePlugin, Kysely, type RawBuilder, sql } from "kysely";
import { DuckDbDialect } from "./duckdb-dialect";
import { migrate } from "./migrate";
import type { Database } from "./schema";

/** The open store. `insertRows` is the one way in for bulk rows, since the engines spell it differently. */
export interface Store {
  db: Kysely<Database>;
  insertRows<T extends keyof Database>(db: Kysely<Database>, table: T, rows: readonly Database[T][]): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Folder of the embedded file; null keeps the store in memory, for tests. */
  dataDir: string | null;
  memoryLimit?: string;
  threads?: number;
}

/** Opens the embedded store, makes the folder and brings the tables to their newest form. */
export async function openStore({ dataDir, memoryLimit = "2GB", threads = 2 }: StoreOptions): Promise<Store> {
  if (dataDir !== null) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  }
  const dialect = new DuckDbDialect({
    path: dataDir === null ? ":memory:" : join(dataDir, "callboard.duckdb"),
    settings: {
      memory_limit: memoryLimit,
      threads: String(threads),
      ...(dataDir === null ? {} : { temp_directory: join(dataDir, "spill") }),
    },
  });
  const db = new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] });
  await migrate(db);
  return { db, insertRows: insertAsJson, close: () => db.destroy() };
}

/** All rows travel as one JSON parameter: a statement with a parameter a value takes longer to parse than to run. */
async function insertAsJson<T extends keyof Database>(
  db: Kysely<Database>,
  table: T,
  rows: readonly Database[T][],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const types = await columnTypes(db, table);
  const columns = Object.entries(types);
  const named = rows.map((row) => {
    const values = new Map(Object.entries(row));
    return Object.fromEntries(columns.map(([column]) => [column, values.get(camelOf(column)) ?? null]));
  });
  const structure = sql.lit(JSON.stringify([types]));
  await sql`insert into ${sql.table(table)} by name
    select unnest(from_json_strict(${JSON.stringify(named)}::json, ${structure}), recursive := true)`.execute(db);
}

const knownTypes = new Map<string, Record<string, string>>();

async function columnTypes(db: Kysely<Database>, table: string): Promise<Record<string, string>> {
  const known = knownTypes.get(table);
  if (known) {
    return known;
  }
  const query: RawBuilder<{ name: string; type: string }> = sql`
    select column_name as name, data_type as type from information_schema.columns
    where table_name = ${snakeOf(table)} order by ordinal_position`;
  const { rows } = await query.execute(db);
  const types = Object.fromEntries(rows.map(({ name, type }) => [name, type]));
  knownTypes.set(table, types);
  return types;
}

const camelOf = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snakeOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
