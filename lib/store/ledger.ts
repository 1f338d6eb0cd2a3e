import type { Kysely } from "kysely";
import type { Database, RejectedRecordRow, SyncWindowRow } from "./schema";

/** The finished windows, oldest first. */
export function readWindows(db: Kysely<Database>): Promise<SyncWindowRow[]> {
  return db.selectFrom("syncWindows").selectAll().orderBy("fromAt").execute();
}

/** Forgets what the ledger says to have been read after an instant. */
export async function forgetWindowsReadAfter(db: Kysely<Database>, instant: number): Promise<void> {
  await db.deleteFrom("syncWindows").where("fetchedAt", ">", instant).execute();
}

/** Replaces the ledger's rows that begin in [fromAt, toAt); runs in the transaction of the rows they vouch for. */
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

/**
 * Keeps records that could not be read. `window` is one that was read whole: those of an earlier reading of it are gone,
 * since what is still unreadable came again.
 */
export async function replaceRejected(
  transaction: Kysely<Database>,
  window: { fromAt: number; toAt: number } | null,
  rows: readonly RejectedRecordRow[],
): Promise<void> {
  if (window) {
    await transaction
      .deleteFrom("rejectedRecords")
      .where("fromAt", ">=", window.fromAt)
      .where("toAt", "<=", window.toAt)
      .execute();
  }
  if (rows.length > 0) {
    const hashes = rows.map((row) => row.recordHash);
    await transaction.deleteFrom("rejectedRecords").where("recordHash", "in", hashes).execute();
    await transaction
      .insertInto("rejectedRecords")
      .values([...rows])
      .execute();
  }
}

export async function countRejected(db: Kysely<Database>): Promise<number> {
  const { total } = await db
    .selectFrom("rejectedRecords")
    .select((query) => query.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  return total;
}
