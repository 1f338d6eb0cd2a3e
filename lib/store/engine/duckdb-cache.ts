import { stat } from "node:fs/promises";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import type { DuckDbDialect } from "./duckdb-dialect";
import type { EngineCache } from "./engine";

/** So much more than needed is given up at once, so that it is seldom done. */
const SPARE_BYTES = 16 * 2 ** 20;

/**
 * A shorter log is left alone: each checkpoint writes row groups anew, so frequent ones cost more than the log does. The
 * first comes as soon as the log is longer than the file: rows appended to written ones take a block of memory a column,
 * some 50 MB in all, which is better taken at once than in the middle of a day.
 */
const MOST_LOG_BYTES = 8 * 2 ** 20;

/**
 * DuckDB keeps every block that it has read until its limit of memory is reached, and gives the longest unused ones up
 * only to come under it: so the limit is lowered for a moment in which no query runs, since one could not
 * have the memory that it needs then. `limit`: what it is at other times.
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
        // Refused where more than that cannot be given up: the next time.
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
