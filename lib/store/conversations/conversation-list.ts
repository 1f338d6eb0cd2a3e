import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ConversationItem } from "@/lib/shared/conversation";
import type { ListQuery, Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { inIds } from "@/lib/store/engine/ids";
import { ASSIGNMENTS } from "@/lib/store/filters/conditions";
import type { Records } from "@/lib/store/filters/grains";
import { selectFrom } from "@/lib/store/filters/selection";
import type { Database } from "@/lib/store/schema/schema";
import { ITEM_COLUMNS, type ItemRow, toItems } from "./conversation-items";
import { comesAfter, orderBy, readCursor, SORT_COLUMNS, writeCursor } from "./conversation-order";

/**
 * One page of the conversations that filters and scope leave, and where the next begins.
 * @throws CallboardError `invalid_parameter` for a cursor that this list did not give.
 */
export async function listConversations(
  db: Kysely<Database>,
  scope: Scope,
  query: ListQuery & { records?: Records },
): Promise<{ items: ConversationItem[]; nextCursor: string | null }> {
  const column = SORT_COLUMNS[query.sort];
  const after = query.cursor === undefined ? null : readCursor(query.cursor, query.sort);
  const place = after ? sql`and ${comesAfter(query, { value: after[1], id: after[2] })}` : sql``;
  const offset = query.offset && !after ? sql`offset ${query.offset}` : sql``;
  // Keys first, whole rows then: to carry every column through the sorting would take several times as long.
  const page: RawBuilder<Key & { sortValue: string | number }> = sql`
    select t.conversation_id as id, t.started_at, ${column} as sort_value ${selectFrom("conversation", scope, query)} ${place}
    order by ${orderBy(query)} limit ${query.limit + 1} ${offset}`;
  const { rows: keys } = await page.execute(db);
  const shown = keys.slice(0, query.limit);
  const last = keys.length > query.limit ? shown.at(-1) : undefined;
  const rows = await readRows(db, shown);
  return {
    items: await toItems(db, scope, rows),
    nextCursor: last ? writeCursor([query.sort, last.sortValue, last.id]) : null,
  };
}

interface Key {
  id: string;
  startedAt: number;
}

async function readRows(db: Kysely<Database>, keys: readonly Key[]): Promise<ItemRow[]> {
  if (keys.length === 0) {
    return [];
  }
  const ids = keys.map(({ id }) => id);
  const starts = keys.map(({ startedAt }) => startedAt);
  const rows = await db
    .selectFrom("conversations")
    .select(ITEM_COLUMNS)
    .where("startedAt", ">=", Math.min(...starts))
    .where("startedAt", "<=", Math.max(...starts))
    .where(inIds(sql.ref("conversationId"), ids))
    .execute();
  const byId = new Map(rows.map((row) => [row.conversationId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many conversations filters and scope leave. */
export async function countSelection(
  db: Kysely<Database>,
  scope: Scope,
  selection: Selection & { records?: Records },
): Promise<number> {
  const query: RawBuilder<{ total: number }> =
    sql`select count(*) as total ${selectFrom("conversation", scope, selection)}`;
  return (await query.execute(db)).rows[0]?.total ?? 0;
}

/** How many records of a metric the selection leaves; a missed assignment counts once. */
export async function countRecords(
  db: Kysely<Database>,
  scope: Scope,
  { range, filters, search }: Selection,
  { grain, where }: Records,
): Promise<number> {
  const count = grain === "missed" ? ASSIGNMENTS : sql`count(*)`;
  const query: RawBuilder<{ total: number }> =
    sql`select ${count} as total ${selectFrom(grain, scope, { range, filters, search })} and ${where}`;
  return (await query.execute(db)).rows[0]?.total ?? 0;
}
