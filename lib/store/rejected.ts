import type { Kysely } from "kysely";
import type { RejectedReply } from "@/lib/shared/contract";
import type { Database } from "./schema";

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
