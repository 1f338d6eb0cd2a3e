import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CamelCasePlugin, CompiledQuery, Kysely } from "kysely";
import { migrate } from "@/lib/store/schema/migrate";
import type { Database } from "@/lib/store/schema/schema";
import { createDuckDbCache } from "./duckdb-cache";
import { AppendedRows } from "./duckdb-connection";
import { DuckDbDialect } from "./duckdb-dialect";
import { startError } from "./duckdb-errors";
import type { Store, StoreOptions } from "./engine";
import { QUERY_TIMEOUT_MS, QueryLimits } from "./query-limits";
import { snakeOf, TableColumns } from "./table-columns";

/** Queries of questions under way at once: one person's leave the others some, and the process threads of its pool. */
const PLACES = { total: 4, perPerson: 2 };

/**
 * Opens the embedded store and makes the folder; `makeTables` brings the tables to their newest form.
 * @throws StoreStartError that says what to do.
 */
export async function openDuckDb(options: EmbeddedOptions, makeTables = migrate): Promise<Store> {
  try {
    return await open(options, makeTables);
  } catch (error) {
    throw startError(error);
  }
}

type EmbeddedOptions = Omit<StoreOptions, "databaseUrl">;

async function open(options: EmbeddedOptions, makeTables: typeof migrate): Promise<Store> {
  const { dataDir, memoryLimit = "2GB", threads = 2, queryTimeoutMs = QUERY_TIMEOUT_MS } = options;
  if (dataDir !== null) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  }
  const file = dataDir === null ? null : join(dataDir, "callboard.duckdb");
  const dialect = new DuckDbDialect({
    path: file ?? ":memory:",
    settings: {
      memory_limit: memoryLimit,
      threads: String(threads),
      // Each checkpoint writes the last row group anew: seldom ones cost less than the longer log that they leave.
      checkpoint_threshold: "512MB",
      ...(dataDir === null ? {} : { temp_directory: join(dataDir, "spill") }),
    },
    limits: new QueryLimits(queryTimeoutMs, PLACES),
  });
  const db = new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] });
  try {
    await makeTables(db);
  } catch (error) {
    // The file is let go of, so that another start can have it.
    await db.destroy();
    throw error;
  }
  // In memory there is nothing to read again from.
  const cache = file === null ? null : createDuckDbCache(db, dialect, { file, limit: memoryLimit });
  return {
    db,
    insertRows: createAppend(),
    confirm: async () => {},
    lease: null,
    cache,
    ping: () => dialect.ping(),
    close: () => db.destroy(),
  };
}

/** Rows go in column by column through DuckDB's appender: as SQL they take longer to parse than to store. */
function createAppend(): Store["insertRows"] {
  const tableColumns = new TableColumns();
  return async (db, table, rows) => {
    if (rows.length === 0) {
      return;
    }
    const columns = await tableColumns.of(db, table);
    const values = columns.map(({ name }) =>
      rows.map((row) => (row as unknown as Record<string, unknown>)[name] ?? null),
    );
    await db.executeQuery(CompiledQuery.raw(`append to ${table}`, [new AppendedRows(snakeOf(table), values)]));
  };
}
