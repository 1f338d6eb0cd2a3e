import type { Kysely } from "kysely";
import { intersect, type TimeWindow } from "@/lib/kore/windows";
import { DAY_MS } from "@/lib/shared/instants";
import type { Database } from "@/lib/store/schema/schema";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { countWaiting } from "@/lib/store/sync/unfinished";
import { copiedRows } from "./ledger";
import { lateWindows, oldestReadAgain, type Wanted } from "./plan";
import { readUnfinishedWindows } from "./unfinished";

/**
 * How many conversations of a range wait for a re-reading longer than they should: their last reading is twice as old as
 * the planner lets it become. Null counts all that is copied. Costs no query over conversations where nothing is late.
 */
export async function countStale(
  db: Kysely<Database>,
  wanted: Wanted,
  ledger: readonly SyncWindowRow[],
  range: TimeWindow | null = null,
): Promise<number> {
  const unfinished = wanted.unfinished ?? (await readUnfinishedWindows(db, wanted));
  const late = lateWindows({ ...wanted, unfinished }, copiedRows(ledger));
  const parts = range ? late.flatMap((window) => intersect(window, range) ?? []) : late;
  return countWaiting(db, parts, { allFrom: oldestReadAgain(wanted), endedAfter: wanted.runAt - DAY_MS });
}
