import { openDuckDb } from "./duckdb";
import type { Store, StoreOptions } from "./engine";
import { openPostgres } from "./postgres";

/**
 * Opens the store, on PostgreSQL where a URL names it and embedded otherwise, and brings the tables to their newest
 * form. @throws StoreStartError that says what to do.
 */
export function openStore({ databaseUrl, ...embedded }: StoreOptions): Promise<Store> {
  return databaseUrl === undefined ? openDuckDb(embedded) : openPostgres(databaseUrl, embedded.queryTimeoutMs);
}
