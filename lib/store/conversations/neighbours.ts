import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ConversationNeighbours } from "@/lib/shared/conversation";
import type { ListQuery } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import type { Records } from "@/lib/store/filters/grains";
import { selectFrom } from "@/lib/store/filters/selection";
import type { Database } from "@/lib/store/schema/schema";
import { countSelection } from "./conversation-list";
import { comesAfter, orderBy, type Place, SORT_COLUMNS } from "./conversation-order";

/**
 * The conversations before and after one in a list, across its pages' borders, and its own place, counted from 0. All
 * null where the conversation is not in that list, or not in what the scope may see.
 */
export async function readNeighbours(
  db: Kysely<Database>,
  scope: Scope,
  query: ListQuery & { records?: Records },
  id: string,
): Promise<ConversationNeighbours> {
  const list = selectFrom("conversation", scope, query);
  const own: RawBuilder<Place> = sql`
    select ${SORT_COLUMNS[query.sort]} as value, t.conversation_id as id ${list} and t.conversation_id = ${id} limit 1`;
  const [place, total] = await Promise.all([
    own.execute(db).then(({ rows }) => rows[0]),
    countSelection(db, scope, query),
  ]);
  if (!place) {
    return { previous: null, next: null, position: null, total };
  }
  const behind = query;
  const ahead = { ...query, isDescending: !query.isDescending };
  const nearest = async (order: ListQuery) => {
    const one: RawBuilder<{ id: string }> = sql`
      select t.conversation_id as id ${list} and ${comesAfter(order, place)} order by ${orderBy(order)} limit 1`;
    return (await one.execute(db)).rows[0]?.id ?? null;
  };
  const before: RawBuilder<{ total: number }> = sql`
    select count(*) as total ${list} and ${comesAfter(ahead, place)}`;
  const [previous, next, position] = await Promise.all([
    nearest(ahead),
    nearest(behind),
    before.execute(db).then(({ rows }) => rows[0]?.total ?? 0),
  ]);
  return { previous, next, position, total };
}
