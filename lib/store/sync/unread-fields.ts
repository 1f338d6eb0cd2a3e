import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ReportRange } from "@/lib/shared/range";
import type { Database } from "@/lib/store/schema/schema";

/** Starts from `startAt` up to `endAt`, in Unix milliseconds. */
export type Starts = Pick<ReportRange, "startAt" | "endAt">;

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
