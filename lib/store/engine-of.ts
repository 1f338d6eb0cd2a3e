import type { Kysely } from "kysely";
import { DuckDbAdapter } from "./duckdb-dialect";

/** For migrations, where the engines want different keys. */
export function isPostgres(db: Kysely<unknown>): boolean {
  return !(db.getExecutor().adapter instanceof DuckDbAdapter);
}
