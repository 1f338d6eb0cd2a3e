import { type Kysely, type RawBuilder, sql } from "kysely";
import type { EngineCache } from "./engine";
import type { Database } from "./schema";

/** So much more than needed is given up at once: each time, whoever asks meanwhile has that much less room for it. */
const SPARE_BYTES = 16 * 2 ** 20;

/**
 * DuckDB keeps every block that it has read until its limit of memory is reached, and gives the longest unused ones up
 * only to come under it: so the limit is lowered for a moment. Where the blocks are in use it refuses, and nothing is
 * given up. `limit`: what it is at other times.
 */
export function createDuckDbCache(db: Kysely<Database>, limit: string): EngineCache {
  const heldBytes = async () => {
    const held: RawBuilder<{ bytes: number }> = sql`select sum(memory_usage_bytes) as bytes from duckdb_memory()`;
    return (await held.execute(db)).rows[0]?.bytes ?? 0;
  };
  const setLimit = (text: string) => sql`set memory_limit = ${sql.lit(text)}`.execute(db);
  return {
    heldBytes,
    async keepWithin(bytes) {
      if ((await heldBytes()) <= bytes) {
        return;
      }
      try {
        await setLimit(`${Math.max(SPARE_BYTES, bytes - SPARE_BYTES)}B`);
      } catch {
        // In use: the next time.
      } finally {
        await setLimit(limit);
      }
    },
  };
}
