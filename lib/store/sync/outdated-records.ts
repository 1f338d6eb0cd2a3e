import type { Kysely } from "kysely";
import type { Database, RawRecordRow } from "@/lib/store/schema/schema";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";
import type { Starts } from "./unread-fields";

/** How many conversations of a range (or of all) have rows that were made by older rules and wait to be made again. */
export async function countOutdatedRecords(db: Kysely<Database>, range?: Starts): Promise<number> {
  const { total } = await db
    .selectFrom("rawRecords")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where("rulesVersion", "<", RULES_VERSION)
    .$if(range !== undefined, (query) =>
      query.where("startedAt", ">=", range?.startAt ?? 0).where("startedAt", "<", range?.endAt ?? 0),
    )
    .executeTakeFirstOrThrow();
  return total;
}

/** The newest of them, at most so many. */
export function readOutdatedRecords(
  db: Kysely<Database>,
  limit: number,
): Promise<Pick<RawRecordRow, "conversationId" | "startedAt" | "record">[]> {
  return db
    .selectFrom("rawRecords")
    .select(["conversationId", "startedAt", "record"])
    .where("rulesVersion", "<", RULES_VERSION)
    .orderBy("rulesVersion", "desc")
    .orderBy("startedAt", "desc")
    .orderBy("conversationId")
    .limit(limit)
    .execute();
}
