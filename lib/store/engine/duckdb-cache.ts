import { stat } from "node:fs/promises";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import type { DuckDbDialect } from "./duckdb-dialect";
import type { EngineCache } from "./engine";

/** Frees this much more than needed, so that it is seldom done. */
const SPARE_BYTES = 16 * 2 ** 20;

/**
 * A shorter log is left alone: each checkpoint writes row groups anew, so frequent ones cost more than the log does. The
 * first comes as soon as the log is longer than the file: rows appended to written ones take a block of memory a column,
 * some 50 MB in all, which is better taken at once than in the middle of a day.
 */
const MOST_LOG_BYTES = 8 * 2 ** 20;

/**
 * DuckDB keeps every block that it has read and evicts the least recently used ones only at its memory limit. So the
 * limit is lowered for a moment in which no query runs: a running one would lack memory. `limit`: at other times.
 */
export function createDuckDbCache(
  db: Kysely<Database>,
  dialect: DuckDbDialect,
  { file, limit }: { file: string; limit: string },
): EngineCache {
  const heldBytes = async () => {
    const held: RawBuilder<{ bytes: number }> = sql`select sum(memory_usage_bytes) as bytes from duckdb_memory()`;
    return (await held.execute(db)).rows[0]?.bytes ?? 0;
  };
  return {
    heldBytes,
    async keepWithin(bytes) {
      if ((await heldBytes()) <= bytes) {
        return;
      }
      await dialect.alone(async (connection) => {
        const setLimit = (text: string) => connection.run(`set memory_limit = '${text}'`);
        // Fails where too little can be evicted: the next call tries again.
        await setLimit(`${Math.max(SPARE_BYTES, bytes - SPARE_BYTES)}B`).catch(() => {});
        await setLimit(limit);
      });
    },
    async writeBack() {
      const [logBytes, fileBytes] = await Promise.all([sizeOf(`${file}.wal`), sizeOf(file)]);
      if (logBytes > Math.min(MOST_LOG_BYTES, fileBytes)) {
        await dialect.alone((connection) => connection.run("checkpoint"));
      }
    },
  };
}

/** In bytes; 0 where there is no such file. */
async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}
