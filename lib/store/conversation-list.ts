import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ConversationItem } from "@/lib/shared/conversation";
import { maskName, maskText } from "@/lib/shared/mask";
import type { ListQuery, Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { CALLBACK_COLUMNS, callbacksDue } from "./callbacks-due";
import { comesAfter, orderBy, readCursor, SORT_COLUMNS, writeCursor } from "./conversation-order";
import { inIds } from "./ids";
import { readNames } from "./names";
import type { ConversationRow, Database } from "./schema";
import { type Records, selectFrom } from "./selection";

/** What an item is made of. The drivers' work grows with every column: the others are left where they are. */
const ITEM_COLUMNS = [
  "conversationId",
  "sessionId",
  "startedAt",
  "endedAt",
  "channel",
  "direction",
  "finalStatus",
  "disconnectingEvent",
  "outcome",
  "durationSeconds",
  "customerName",
  "customerPhone",
  "customerEmail",
] as const;
type ItemRow = Pick<ConversationRow, (typeof ITEM_COLUMNS)[number]>;

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
  const count = grain === "missed" ? sql`count(distinct t.assignment_key)` : sql`count(*)`;
  const query: RawBuilder<{ total: number }> =
    sql`select ${count} as total ${selectFrom(grain, scope, { range, filters, search })} and ${where}`;
  return (await query.execute(db)).rows[0]?.total ?? 0;
}

/** Items in the order of the rows, with the queues, agents and dispositions that go with each. */
export async function toItems(
  db: Kysely<Database>,
  scope: Scope,
  rows: readonly ItemRow[],
): Promise<ConversationItem[]> {
  if (rows.length === 0) {
    return [];
  }
  const ids = inIds(
    sql.ref("conversationId"),
    rows.map((row) => row.conversationId),
  );
  const starts = rows.map((row) => row.startedAt);
  // Every family carries the start: between the first and the last of it DuckDB reads a few blocks, not all of a table.
  const [from, to] = [Math.min(...starts), Math.max(...starts)];
  const [queues, agents, dispositions, queueNames, agentNames] = await Promise.all([
    db
      .selectFrom("destinations")
      .select(["conversationId", "queueId as value", ...CALLBACK_COLUMNS])
      .where("startedAt", ">=", from)
      .where("startedAt", "<=", to)
      .where(ids)
      .where("isEntry", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("agentSegments")
      .select(["conversationId", "agentId as value"])
      .where("startedAt", ">=", from)
      .where("startedAt", "<=", to)
      .where(ids)
      .where("isAnswered", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("conversationDispositions")
      .select(["conversationId", "disposition as value"])
      .where("startedAt", ">=", from)
      .where("startedAt", "<=", to)
      .where(ids)
      .execute(),
    readNames(db, "queue"),
    readNames(db, "agent"),
  ]);
  const [queuesOf, agentsOf, dispositionsOf] = [
    byConversation(queues, queueNames),
    byConversation(agents, agentNames),
    byConversation(dispositions),
  ];
  const callbackOf = callbacksDue(queues, scope, queueNames);
  return rows.map((row) => ({
    ...toItemColumns(row, scope),
    queues: queuesOf(row.conversationId),
    agents: agentsOf(row.conversationId),
    dispositions: dispositionsOf(row.conversationId),
    callbackDue: callbackOf.get(row.conversationId) ?? null,
  }));
}

/** The distinct values of each conversation in their order, by their names where there are names. */
function byConversation(
  family: readonly { conversationId: string; value: string | null }[],
  names?: Map<string, string>,
): (id: string) => string[] {
  const values = new Map<string, Set<string>>();
  for (const { conversationId, value } of family) {
    if (value !== null) {
      const known = values.get(conversationId) ?? new Set();
      values.set(conversationId, known.add(names?.get(value) ?? value));
    }
  }
  return (id) => [...(values.get(id) ?? [])];
}

const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

type Families = "queues" | "agents" | "dispositions" | "callbackDue";

function toItemColumns(row: ItemRow, scope: Scope): Omit<ConversationItem, Families> {
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
