import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Range } from "@/lib/shared/range";
import type { Database } from "./schema";

/** Starts from `startAt` up to `endAt`, in Unix milliseconds. */
export type Starts = Pick<Range, "startAt" | "endAt">;

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

/** The fields that could not be read, with the number of conversations of each, most first. */
export async function countUnreadByField(db: Kysely<Database>): Promise<{ field: string; conversations: number }[]> {
  const query: RawBuilder<{ field: string; conversations: number }> = sql`
    select field, cast(count(distinct conversation_id) as integer) as conversations
    from unread_fields group by field order by 2 desc, 1`;
  return (await query.execute(db)).rows;
}
