import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CamelCasePlugin, CompiledQuery, Kysely, type RawBuilder, sql } from "kysely";
import { AppendedRows, DuckDbDialect } from "./duckdb-dialect";
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
      // Each checkpoint writes the last row group anew: seldom ones cost less than the longer log that they leave.
      checkpoint_threshold: "128MB",
      ...(dataDir === null ? {} : { temp_directory: join(dataDir, "spill") }),
    },
  });
  const db = new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] });
  await migrate(db);
  return { db, insertRows: appendRows, close: () => db.destroy() };
}

/** Rows go in column by column through DuckDB's appender: as SQL they take longer to parse than to store. */
async function appendRows<T extends keyof Database>(
  db: Kysely<Database>,
  table: T,
  rows: readonly Database[T][],
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const names = await columnNames(db, table);
  const columns = names.map((name) => rows.map((row) => (row as unknown as Record<string, unknown>)[name] ?? null));
  await db.executeQuery(CompiledQuery.raw(`append to ${table}`, [new AppendedRows(snakeOf(table), columns)]));
}

const knownColumns = new Map<string, string[]>();

/** The names of a table's columns as the rows have them, in the table's order. */
async function columnNames(db: Kysely<Database>, table: string): Promise<string[]> {
  const known = knownColumns.get(table);
  if (known) {
    return known;
  }
  const query: RawBuilder<{ name: string }> = sql`
    select column_name as name from information_schema.columns
    where table_name = ${snakeOf(table)} order by ordinal_position`;
  const names = (await query.execute(db)).rows.map(({ name }) => camelOf(name));
  knownColumns.set(table, names);
  return names;
}

const camelOf = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snakeOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
