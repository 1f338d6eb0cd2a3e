import { type RawBuilder, sql } from "kysely";
import { splitFilter } from "@/lib/shared/filter-values";
import type { FilterId } from "@/lib/shared/filters";
import type { Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { all, anyOf, type Condition, inRange, isIn, ofAgents, ofBands, ofQueues, ofReasons } from "./conditions";
import { conversationConditions, tagsFor } from "./conversation-conditions";

/**
 * The row families that metrics count, each under the alias `t`. A `journey` is a conversation with its first entry
 * (alias `e`); an entry has its queue's service level (alias `s`) and that of all queues (alias `a`) beside it.
 */
export type Grain =
  | "conversation"
  | "journey"
  | "entry"
  | "segment"
  | "missed"
  | "tag"
  | "tone"
  | "disposition"
  | "unread";

/** Records of one family that a metric counts. */
export interface Records {
  grain: Grain;
  where: RawBuilder<unknown>;
}

const SOURCES: Record<Exclude<Grain, "tag">, RawBuilder<unknown>> = {
  conversation: sql`conversations t`,
  journey: sql`conversations t left join destinations e
    on e.conversation_id = t.conversation_id and e.started_at = t.started_at and e.is_first_entry`,
  entry: sql`destinations t left join service_levels s on s.queue_id = t.queue_id
    left join service_levels a on a.queue_id = ''`,
  segment: sql`agent_segments t`,
  missed: sql`missed_assignments t`,
  tone: sql`conversation_tones t`,
  disposition: sql`conversations t left join conversation_dispositions d
    on d.conversation_id = t.conversation_id and d.started_at = t.started_at`,
  unread: sql`conversations t join unread_fields u
    on u.conversation_id = t.conversation_id and u.started_at = t.started_at`,
};

/** Rows that are conversations themselves. */
const CONVERSATIONS: readonly Grain[] = ["conversation", "journey", "disposition", "unread"];

/** Rows that filters choose among, and by which: what is of no queue or agent is its whole conversation's. */
const CHOSEN_BY: Partial<Record<Grain, readonly FilterId[]>> = {
  entry: ["queue", "agent", "wait"],
  segment: ["queue", "agent"],
  missed: ["queue", "agent", "missReason"],
};

/**
 * `from … where …` for one family of rows, within a scope: the one place where filters become SQL. Filters by queue,
 * agent or tag select conversations; entries, segments and missed assignments are then only those of the queues and
 * agents asked for (METRICS, "Filters by a queue, an agent or a tag").
 */
export function selectFrom(
  grain: Grain,
  scope: Scope,
  selection: Selection & { records?: Records },
): RawBuilder<unknown> {
  const isConversation = CONVERSATIONS.includes(grain);
  const outcome = isConversation ? "outcome" : "conversationOutcome";
  const within = conversationConditions(scope, selection, { outcome, implied: CHOSEN_BY[grain] ?? [] });
  const own = grain in CHOSEN_BY ? rowConditions(grain, scope, selection) : [];
  const records = selection.records && isConversation ? [hasRecords(scope, selection, selection.records)] : [];
  const source = grain === "tag" ? tagsFor(scope) : SOURCES[grain];
  return sql`from ${source} where ${all([inRange(selection), ...within, ...own, ...records])}`;
}

/** Conversations with at least one record that a metric counts, as the selection leaves them. */
function hasRecords(scope: Scope, { range, filters }: Selection, { grain, where }: Records): Condition {
  return isIn(sql`select t.conversation_id ${selectFrom(grain, scope, { range, filters })} and ${where}`);
}

function rowConditions(grain: Grain, scope: Scope, selection: Selection): Condition[] {
  const queues = splitFilter(selection.filters.queue).included;
  const agents = splitFilter(selection.filters.agent).included;
  const waits = splitFilter(selection.filters.wait);
  const bands = [...(waits.included.length > 0 ? [waits.included] : []), ...waits.required.map((band) => [band])];
  const reasons = splitFilter(selection.filters.missReason).included;
  return [
    ...(grain === "entry" ? [sql<boolean>`t.is_entry`, ...bands.map(ofBands)] : []),
    ...(scope.queues === "all" ? [] : [anyOf(scope.queues, ofQueues)]),
    ...(queues.length > 0 ? [ofQueues(queues)] : []),
    ...(agents.length > 0 ? [grain === "entry" ? entryOfAgents(agents, selection) : ofAgents(agents)] : []),
    ...(grain === "missed" && reasons.length > 0 ? [ofReasons(reasons)] : []),
  ];
}

/** Under an agent filter the entries are those that the agent answered or missed (METRICS). */
function entryOfAgents(agents: readonly string[], selection: Selection): Condition {
  const places = (table: string, extra: RawBuilder<unknown>) =>
    sql`select conversation_id, position from ${sql.table(table)} t
      where ${inRange(selection)} and ${ofAgents(agents)} ${extra}`;
  return sql`(t.conversation_id, t.position) in (
    ${places("agentSegments", sql`and t.is_answered`)} union all ${places("missedAssignments", sql``)})`;
}
