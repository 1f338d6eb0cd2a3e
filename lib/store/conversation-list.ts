import { type Kysely, type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { ConversationItem } from "@/lib/shared/conversation";
import { rejectParameter } from "@/lib/shared/errors";
import { maskName, maskText } from "@/lib/shared/mask";
import type { ConversationSort, ListQuery, Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { readNames } from "./names";
import type { ConversationRow, Database } from "./schema";
import { selectFrom } from "./selection";

/** What rows are ordered by; a missing duration stands below all others. */
const SORT_COLUMNS: Record<ConversationSort, RawBuilder<unknown>> = {
  startedAt: sql`t.started_at`,
  durationSeconds: sql`coalesce(t.duration_seconds, -1e15)`,
  channel: sql`t.channel`,
  finalStatus: sql`t.final_status`,
  outcome: sql`t.outcome`,
};

/** Beyond any instant and any duration, and within what the engines count. */
const LARGEST = 9e15;

/** The order that a cursor belongs to, and the last row's place in it. */
const cursorSchema = z.union([
  z.tuple([z.literal("startedAt"), z.number().int().min(-LARGEST).max(LARGEST), z.string()]),
  z.tuple([z.literal("durationSeconds"), z.number().min(-LARGEST).max(LARGEST), z.string()]),
  z.tuple([z.enum(["channel", "finalStatus", "outcome"]), z.string(), z.string()]),
]);
type Cursor = z.infer<typeof cursorSchema>;

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
  const direction = query.isDescending ? sql`desc` : sql`asc`;
  const after = query.cursor === undefined ? null : readCursor(query.cursor, query.sort);
  const place = after
    ? sql`and (${column}, t.conversation_id) ${query.isDescending ? sql`<` : sql`>`} (${after[1]}, ${after[2]})`
    : sql``;
  const page: RawBuilder<ConversationRow & { sortValue: string | number }> = sql`
    select t.*, ${column} as sort_value ${selectFrom("conversation", scope, query)} ${place}
    order by ${column} ${direction}, t.conversation_id ${direction} limit ${query.limit + 1}`;
  const { rows } = await page.execute(db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: await toItems(db, scope, shown),
    nextCursor: last ? writeCursor([query.sort, last.sortValue, last.conversationId]) : null,
  };
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
  const [queues, agents, dispositions, queueNames, agentNames] = await Promise.all([
    db
      .selectFrom("destinations")
      .select(["conversationId", "queueId as value"])
      .where("conversationId", "in", ids)
      .where("isEntry", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("agentSegments")
      .select(["conversationId", "agentId as value"])
      .where("conversationId", "in", ids)
      .where("isAnswered", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("conversationDispositions")
      .select(["conversationId", "disposition as value"])
      .where("conversationId", "in", ids)
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

function writeCursor(place: [ConversationSort, string | number, string]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function readCursor(cursor: string, sort: ConversationSort): Cursor {
  const message = "“cursor” must be the nextCursor of an earlier reply in the same order.";
  let place: Cursor;
  try {
    place = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return rejectParameter("cursor", message);
  }
  return place[0] === sort ? place : rejectParameter("cursor", message);
}
