import { type Kysely, type RawBuilder, sql } from "kysely";
import type { RejectedReply } from "@/lib/shared/contract";
import { isoOf } from "@/lib/shared/instants";
import type { Database } from "@/lib/store/schema/schema";
import type { RejectedRecordRow } from "@/lib/store/schema/schema-sync";

/** How many records could not be read, by the reason; those of most records first. */
export async function countRejectedByReason(db: Kysely<Database>): Promise<RejectedReply["reasons"]> {
  const counts: RawBuilder<RejectedReply["reasons"][number]> = sql`
    select reason, cast(count(*) as integer) as records from rejected_records group by reason order by 2 desc, 1`;
  return (await counts.execute(db)).rows;
}

/** Records that could not be read, newest first: where they are too many, the newest of each reason. */
export async function readRejected(db: Kysely<Database>, limit: number): Promise<RejectedReply["items"]> {
  const newest = sql<boolean>`record_hash in (select record_hash from (
      select record_hash, rejected_at,
        row_number() over (partition by reason order by rejected_at desc, record_hash) as place
      from rejected_records) numbered
    order by place, rejected_at desc, record_hash limit ${sql.lit(limit)})`;
  const rows = await db
    .selectFrom("rejectedRecords")
    .select(["reason", "record", "rejectedAt"])
    .where(newest)
    .orderBy("rejectedAt", "desc")
    .orderBy("recordHash")
    .execute();
  return rows.map((row) => ({ ...row, rejectedAt: isoOf(row.rejectedAt) }));
}

/** Records that could not be read, oldest first, from the one after `last` on. */
export async function readRejectedAfter(
  db: Kysely<Database>,
  last: RejectedRecordRow | null,
  limit: number,
): Promise<RejectedRecordRow[]> {
  return db
    .selectFrom("rejectedRecords")
    .selectAll()
    .$if(last !== null, (query) =>
      query.where(({ and, eb, or }) =>
        or([
          eb("rejectedAt", ">", last?.rejectedAt ?? 0),
          and([eb("rejectedAt", "=", last?.rejectedAt ?? 0), eb("recordHash", ">", last?.recordHash ?? "")]),
        ]),
      ),
    )
    .orderBy("rejectedAt")
    .orderBy("recordHash")
    .limit(limit)
    .execute();
}

/** Those that may stand in a window. */
export async function readRejectedWithin(
  db: Kysely<Database>,
  { fromAt, toAt }: { fromAt: number; toAt: number },
): Promise<RejectedRecordRow[]> {
  return db.selectFrom("rejectedRecords").selectAll().where("fromAt", "<", toAt).where("toAt", ">", fromAt).execute();
}

export async function forgetRejected(db: Kysely<Database>, recordHashes: readonly string[]): Promise<void> {
  if (recordHashes.length > 0) {
    await db
      .deleteFrom("rejectedRecords")
      .where("recordHash", "in", [...recordHashes])
      .execute();
  }
}

/**
 * Stores records that could not be read. `window` is one that was read whole: those of an earlier reading of it are gone,
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
