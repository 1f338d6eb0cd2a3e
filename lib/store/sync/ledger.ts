import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";

/** The finished windows, oldest first. */
export function readWindows(db: Kysely<Database>): Promise<SyncWindowRow[]> {
  return db.selectFrom("syncWindows").selectAll().orderBy("fromAt").execute();
}

/** Windows side by side in one state, as one. */
export type Stretch = Pick<SyncWindowRow, "fromAt" | "toAt" | "state">;

/** The finished windows as stretches, oldest first: a thousand windows are mostly one stretch. */
export async function readStretches(db: Kysely<Database>): Promise<Stretch[]> {
  const stretches: RawBuilder<Stretch> = sql`
    select min(from_at) as from_at, max(to_at) as to_at, state from (
      select from_at, to_at, state, sum(begins) over (order by from_at) as stretch from (
        select from_at, to_at, state,
          case when lag(to_at) over w = from_at and lag(state) over w = state then 0 else 1 end as begins
        from sync_windows window w as (order by from_at)) windows) numbered
    group by state, stretch order by 1`;
  return (await stretches.execute(db)).rows;
}

/** Deletes the windows that were read after an instant. */
export async function forgetWindowsReadAfter(db: Kysely<Database>, instant: number): Promise<void> {
  await db.deleteFrom("syncWindows").where("fetchedAt", ">", instant).execute();
}

/** Replaces the ledger's rows that begin in [fromAt, toAt); runs in the transaction of the rows they cover. */
export async function replaceWindows(
  transaction: Kysely<Database>,
  { fromAt, toAt }: { fromAt: number; toAt: number },
  windows: readonly SyncWindowRow[],
): Promise<void> {
  await transaction.deleteFrom("syncWindows").where("fromAt", ">=", fromAt).where("fromAt", "<", toAt).execute();
  if (windows.length > 0) {
    await transaction
      .insertInto("syncWindows")
      .values([...windows])
      .execute();
  }
}
