import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Incomplete } from "@/lib/shared/contract";
import type { ReportRange } from "@/lib/shared/range";
import type { Database, RawRecordRow } from "@/lib/store/schema/schema";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";

/** Starts in [fromAt, toAt), Unix milliseconds. */
interface Span {
  fromAt: number;
  toAt: number;
}

/** Starts from `startAt` up to `endAt`, in Unix milliseconds. */
type Starts = Pick<ReportRange, "startAt" | "endAt">;

/**
 * What of a range is in no number, or not as the source has it by now. A record that could not be read counts wherever
 * it may have started: anywhere in the span that it is kept with.
 */
export async function countIncomplete(db: Kysely<Database>, { fromAt, toAt }: Span): Promise<Incomplete> {
  const range = { startAt: fromAt, endAt: toAt };
  const [{ setAside }, unread, stale] = await Promise.all([
    db
      .selectFrom("rejectedRecords")
      .select(({ fn }) => fn.countAll<number>().as("setAside"))
      .where("fromAt", "<", toAt)
      .where("toAt", ">", fromAt)
      .executeTakeFirstOrThrow(),
    countUnread(db, range),
    countOutdatedRecords(db, range),
  ]);
  return { setAside, unread, stale };
}

/** How many conversations of a range (or of all) have a field that could not be read. */
export async function countUnread(db: Kysely<Database>, range?: Starts): Promise<number> {
  const { total } = await db
    .selectFrom("unreadFields")
    .select(sql<number>`cast(count(distinct conversation_id) as integer)`.as("total"))
    .$if(range !== undefined, (query) =>
      query.where("startedAt", ">=", range?.startAt ?? 0).where("startedAt", "<", range?.endAt ?? 0),
    )
    .executeTakeFirstOrThrow();
  return total;
}

/** A field that could not be read, in how many conversations, and when the first and the last of them started. */
export interface UnreadField {
  field: string;
  conversations: number;
  firstAt: number;
  lastAt: number;
}

/** The fields that could not be read anywhere, those of most conversations first. */
export async function countUnreadByField(db: Kysely<Database>): Promise<UnreadField[]> {
  const query: RawBuilder<UnreadField> = sql`
    select field, cast(count(distinct conversation_id) as integer) as conversations,
      min(started_at) as first_at, max(started_at) as last_at
    from unread_fields group by field order by 2 desc, 1`;
  return (await query.execute(db)).rows;
}

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
