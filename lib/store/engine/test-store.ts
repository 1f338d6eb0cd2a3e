import { type Kysely, sql } from "kysely";
import { inject } from "vitest";
import type { Database } from "@/lib/store/schema/schema";
import { openDuckDb } from "./duckdb";
import type { Store, StoreOptions } from "./engine";

type TestOptions = Pick<StoreOptions, "queryTimeoutMs">;

/**
 * How the unit tests open an empty store: in memory. The integration tests put PostgreSQL in its place, and run the
 * same tests again.
 */
export const testEngine: { open(options?: TestOptions): Promise<Store> } = {
  open: (options) => openDuckDb({ dataDir: null, memoryLimit: "256MB", threads: 1, ...options }, copyTables),
};

export const openTestStore = (options?: TestOptions) => testEngine.open(options);

/** The tables of a store that the migrations made once for all tests: to run them takes seven times as long. */
async function copyTables(db: Kysely<Database>): Promise<void> {
  await sql`attach ${sql.lit(inject("emptyStore"))} as empty_store (read_only)`.execute(db);
  await sql`copy from database empty_store to memory`.execute(db);
  await sql`detach empty_store`.execute(db);
}
