import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ConversationItem } from "@/lib/shared/conversation";
import { maskName, maskText } from "@/lib/shared/mask";
import type { ListQuery, Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { comesAfter, orderBy, readCursor, SORT_COLUMNS, writeCursor } from "./conversation-order";
import { readNames } from "./names";
import type { ConversationRow, Database } from "./schema";
import { selectFrom } from "./selection";

/**
 * One page of the conversations that filters and scope leave, and where the next begins.
 * @throws CallboardError `invalid_parameter` for a cursor that this list did not give.
 */
export async function listConversations(
  db: Kysely<Database>,
  scope: Scope,
  query: ListQuery,
): Promise<{ items: ConversationItem[]; nextCursor: string | null }> {
  const column = SORT_COLUMNS[query.sort];
  const after = query.cursor === undefined ? null : readCursor(query.cursor, query.sort);
  const place = after ? sql`and ${comesAfter(query, { value: after[1], id: after[2] })}` : sql``;
  const offset = query.offset && !after ? sql`offset ${query.offset}` : sql``;
  // Keys first, whole rows then: to carry every column through the sorting would take several times as long.
  const page: RawBuilder<{ id: string; sortValue: string | number }> = sql`
    select t.conversation_id as id, ${column} as sort_value ${selectFrom("conversation", scope, query)} ${place}
    order by ${orderBy(query)} limit ${query.limit + 1} ${offset}`;
  const { rows: keys } = await page.execute(db);
  const shown = keys.slice(0, query.limit);
  const last = keys.length > query.limit ? shown.at(-1) : undefined;
  const rows = await readRows(db, query, shown);
  return {
    items: await toItems(db, scope, rows),
    nextCursor: last ? writeCursor([query.sort, last.sortValue, last.id]) : null,
  };
}

async function readRows(
  db: Kysely<Database>,
  { range }: Selection,
  keys: readonly { id: string }[],
): Promise<ConversationRow[]> {
  const ids = keys.map(({ id }) => id);
  if (ids.length === 0) {
    return [];
  }
  const rows = await db
    .selectFrom("conversations")
    .selectAll()
    .where("conversationId", "in", ids)
    .where("startedAt", ">=", range.startAt)
    .where("startedAt", "<", range.endAt)
    .execute();
  const byId = new Map(rows.map((row) => [row.conversationId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** How many conversations filters and scope leave. */
export async function countSelection(db: Kysely<Database>, scope: Scope, selection: Selection): Promise<number> {
  const query: RawBuilder<{ total: number }> =
    sql`select count(*) as total ${selectFrom("conversation", scope, selection)}`;
  return (await query.execute(db)).rows[0]?.total ?? 0;
}

/** Items in the order of the rows, with the queues, agents and dispositions that go with each. */
export async function toItems(
  db: Kysely<Database>,
  scope: Scope,
  rows: readonly ConversationRow[],
): Promise<ConversationItem[]> {
  const ids = rows.map((row) => row.conversationId);
  if (ids.length === 0) {
    return [];
  }
  const starts = rows.map((row) => row.startedAt);
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const [queues, agents, dispositions, queueNames, agentNames] = await Promise.all([
    db
      .selectFrom("destinations")
      .select(["conversationId", "queueId as value"])
      .where("conversationId", "in", ids)
      .where("startedAt", ">=", first)
      .where("startedAt", "<=", last)
      .where("isEntry", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("agentSegments")
      .select(["conversationId", "agentId as value"])
      .where("conversationId", "in", ids)
      .where("startedAt", ">=", first)
      .where("startedAt", "<=", last)
      .where("isAnswered", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("conversationDispositions")
      .select(["conversationId", "disposition as value"])
      .where("conversationId", "in", ids)
      .where("startedAt", ">=", first)
      .where("startedAt", "<=", last)
      .execute(),
    readNames(db, "queue"),
    readNames(db, "agent"),
  ]);
  const valuesOf = (
    family: { conversationId: string; value: string | null }[],
    id: string,
    names?: Map<string, string>,
  ) => [
    ...new Set(
      family.flatMap((row) =>
        row.conversationId === id && row.value !== null ? [names?.get(row.value) ?? row.value] : [],
      ),
    ),
  ];
  return rows.map((row) => ({
    ...toItemColumns(row, scope),
    queues: valuesOf(queues, row.conversationId, queueNames),
    agents: valuesOf(agents, row.conversationId, agentNames),
    dispositions: valuesOf(dispositions, row.conversationId),
  }));
}

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

function toItemColumns(
  row: ConversationRow,
  scope: Scope,
): Omit<ConversationItem, "queues" | "agents" | "dispositions"> {
  const name = scope.canSeePersonalData ? row.customerName : maskName(row.customerName);
  const reach = row.customerPhone ?? row.customerEmail;
  return {
    id: row.conversationId,
    sessionId: row.sessionId,
    startedAt: new Date(row.startedAt).toISOString(),
    endedAt: iso(row.endedAt),
    channel: row.channel,
    direction: row.direction,
    finalStatus: row.finalStatus,
    disconnectingEvent: row.disconnectingEvent,
    outcome: row.outcome,
    durationSeconds: row.durationSeconds !== null && row.durationSeconds >= 0 ? row.durationSeconds : null,
    customer: name ?? (reach === null || scope.canSeePersonalData ? reach : maskText(reach)),
  };
}
