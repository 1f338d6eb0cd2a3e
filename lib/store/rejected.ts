import type { Kysely } from "kysely";
import type { RejectedReply } from "@/lib/shared/contract";
import type { Database } from "./schema";
import type { RejectedRecordRow } from "./schema-copying";

/** Records that could not be read, newest first. */
export async function readRejected(db: Kysely<Database>, limit: number): Promise<RejectedReply["items"]> {
  const rows = await db
    .selectFrom("rejectedRecords")
    .select(["reason", "record", "rejectedAt"])
    .orderBy("rejectedAt", "desc")
    .orderBy("recordHash")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, rejectedAt: new Date(row.rejectedAt).toISOString() }));
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
