import { type RawBuilder, sql } from "kysely";
import { BOT, splitFilter } from "@/lib/shared/filters";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { hourSql, weekdaySql } from "./local-time";
import { maskedText } from "./masked";
import { matchesSearch } from "./search";
import { WAIT_BAND } from "./wait-bands";

type Condition = RawBuilder<boolean>;

/**
 * The row families that metrics count, each under the alias `t`. A `journey` is a conversation with its first entry
 * (alias `e`); an entry has its queue's service level (alias `s`) and that of all queues (alias `a`) beside it.
 */
export type Grain = "conversation" | "journey" | "entry" | "segment" | "missed" | "tag" | "tone" | "disposition";

/** Records of one family that a metric counts. */
export interface Records {
  grain: Grain;
  where: RawBuilder<unknown>;
}

const SOURCES: Record<Grain, RawBuilder<unknown>> = {
  conversation: sql`conversations t`,
  journey: sql`conversations t left join destinations e
    on e.conversation_id = t.conversation_id and e.started_at = t.started_at and e.is_first_entry`,
  entry: sql`destinations t left join service_levels s on s.queue_id = t.queue_id
    left join service_levels a on a.queue_id = ''`,
  segment: sql`agent_segments t`,
  missed: sql`missed_assignments t`,
  tag: sql`conversation_tags t`,
  tone: sql`conversation_tones t`,
  disposition: sql`conversations t left join conversation_dispositions d
    on d.conversation_id = t.conversation_id and d.started_at = t.started_at`,
};

/** Conversation columns that a filter compares with its values as they are. */
const PLAIN_FILTERS = {
  channel: sql.ref("channel"),
  status: sql.ref("finalStatus"),
  event: sql.ref("disconnectingEvent"),
  outcome: sql.ref("outcome"),
  direction: sql.ref("direction"),
  intent: sql.ref("lastIntent"),
} as const;

const CONVERSATIONS: readonly Grain[] = ["conversation", "journey", "disposition"];
/** Rows that are a whole conversation's, of no queue or agent. */
const WHOLE: readonly Grain[] = [...CONVERSATIONS, "tag", "tone"];

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
  const conditions = conversationConditions(scope, selection);
  const within = isConversation ? conditions : conditions.length > 0 ? [inConversations(conditions, selection)] : [];
  const own = WHOLE.includes(grain) ? [] : rowConditions(grain, scope, selection);
  const records = selection.records && isConversation ? [hasRecords(scope, selection, selection.records)] : [];
  const source = grain === "tag" ? tagsFor(scope) : SOURCES[grain];
  return sql`from ${source} where ${all([inRange(selection), ...within, ...own, ...records])}`;
}

function inConversations(conditions: readonly Condition[], selection: Selection): Condition {
  return sql`t.conversation_id in (select conversation_id from conversations t where ${all([inRange(selection), ...conditions])})`;
}

/** Conversations with at least one record that a metric counts, as the selection leaves them. */
function hasRecords(scope: Scope, { range, filters }: Selection, { grain, where }: Records): Condition {
  return isIn(sql`select t.conversation_id ${selectFrom(grain, scope, { range, filters })} and ${where}`);
}

function inRange({ range }: Selection): Condition {
  return sql`t.started_at >= ${range.startAt} and t.started_at < ${range.endAt}`;
}

function conversationConditions(scope: Scope, selection: Selection): Condition[] {
  const { filters } = selection;
  const plain = Object.entries(PLAIN_FILTERS).map(([id, column]) =>
    filterCondition(filters[id as keyof typeof PLAIN_FILTERS], (values) => sql`t.${column} in (${sql.join(values)})`),
  );
  return [
    ...(scope.queues === "all" ? [] : [anyOf(scope.queues, (queues) => hasQueue(queues, selection))]),
    ...plain,
    filterCondition(filters.queue, (values) => hasQueue(values, selection)),
    filterCondition(filters.firstQueue, (values) => hasFirstQueue(values, selection)),
    filterCondition(filters.agent, (values) => hasAgent(values, selection)),
    filterCondition(filters.tag, (values) => hasTag(values, scope, selection)),
    filterCondition(filters.disposition, (values) => hasDisposition(values, selection)),
    filterCondition(filters.tone, (values) => hasTone(values, selection)),
    filterCondition(filters.missReason, (values) => hasMissed(values, selection)),
    selection.search === undefined ? null : matchesSearch(selection.search, scope, inRange(selection)),
    filterCondition(
      filters.weekday,
      (values) => sql`${weekdaySql(selection.range)} in (${sql.join(values.map(Number))})`,
    ),
    filterCondition(filters.hour, (values) => sql`${hourSql(selection.range)} in (${sql.join(values.map(Number))})`),
    filterCondition(filters.wait, (values) => hasWait(values, scope, selection)),
  ].flatMap((condition) => condition ?? []);
}

/** Is any of the included values, each of the required ones, and none of the excluded. */
function filterCondition(values: readonly string[] | undefined, is: (values: string[]) => Condition): Condition | null {
  const { included, excluded, required } = splitFilter(values);
  const conditions = [
    ...(included.length > 0 ? [is(included)] : []),
    ...required.map((value) => is([value])),
    ...(excluded.length > 0 ? [sql<boolean>`not (${is(excluded)})`] : []),
  ];
  return conditions.length > 0 ? all(conditions) : null;
}

function hasQueue(queues: readonly string[], selection: Selection): Condition {
  return isIn(
    sql`select conversation_id from destinations t where ${inRange(selection)} and t.queue_id in (${sql.join(queues)})`,
  );
}

/** What `firstQueue` means: the queue that a conversation came to first, or the bot where it came to none. */
function hasFirstQueue(queues: readonly string[], selection: Selection): Condition {
  const entries = sql`select conversation_id from destinations t where ${inRange(selection)} and t.is_first_entry`;
  const came = isIn(sql`${entries} and t.queue_id in (${sql.join(queues)})`);
  return queues.includes(BOT) ? sql`(${came} or not ${isIn(entries)})` : came;
}

function hasAgent(agents: readonly string[], selection: Selection): Condition {
  const rows = (table: string) =>
    sql`select conversation_id from ${sql.table(table)} t where ${inRange(selection)} and t.agent_id in (${sql.join(agents)})`;
  return isIn(sql`${rows("agentSegments")} union all ${rows("missedAssignments")}`);
}

/** The tags as the scope sees them: values that it sees masked are counted and found masked. */
function tagsFor(scope: Scope): RawBuilder<unknown> {
  return scope.canSeePersonalData
    ? SOURCES.tag
    : sql`(select conversation_id, started_at, level, name, ${maskedText(sql`value`)} as value from conversation_tags) t`;
}

/** A tag by its name or `name:value`, both also behind `level/`; values as they are shown, so that none is guessed. */
function hasTag(tags: readonly string[], scope: Scope, selection: Selection): Condition {
  const values = sql.join(tags);
  return isIn(sql`select conversation_id from ${tagsFor(scope)}
    where ${inRange(selection)} and (t.name in (${values}) or t.name || ':' || t.value in (${values})
    or t.level || '/' || t.name in (${values}) or t.level || '/' || t.name || ':' || t.value in (${values}))`);
}

function hasTone(tones: readonly string[], selection: Selection): Condition {
  return isIn(sql`select conversation_id from conversation_tones t
    where ${inRange(selection)} and t.tone in (${sql.join(tones)})`);
}

function hasMissed(reasons: readonly string[], selection: Selection): Condition {
  return isIn(
    sql`select conversation_id from missed_assignments t where ${inRange(selection)} and ${ofReasons(reasons)}`,
  );
}

function hasDisposition(dispositions: readonly string[], selection: Selection): Condition {
  const given = sql`select conversation_id from conversation_dispositions t where ${inRange(selection)}`;
  const has = isIn(sql`${given} and t.disposition in (${sql.join(dispositions)})`);
  return dispositions.includes(NOT_GIVEN) ? sql`(${has} or not ${isIn(given)})` : has;
}

/** An entry that may be seen, whose customer waited so long. */
function hasWait(bands: readonly string[], scope: Scope, { range }: Selection): Condition {
  return isIn(
    sql`select t.conversation_id ${selectFrom("entry", scope, { range, filters: {} })} and ${isOfBands(bands)}`,
  );
}

const isOfBands = (bands: readonly string[]): Condition => sql`${WAIT_BAND} in (${sql.join(bands)})`;

function isIn(subquery: RawBuilder<unknown>): Condition {
  return sql`(t.conversation_id in (${subquery}))`;
}

function rowConditions(grain: Grain, scope: Scope, selection: Selection): Condition[] {
  const queues = splitFilter(selection.filters.queue).included;
  const agents = splitFilter(selection.filters.agent).included;
  const waits = splitFilter(selection.filters.wait);
  const bands = [...(waits.included.length > 0 ? [waits.included] : []), ...waits.required.map((band) => [band])];
  const reasons = splitFilter(selection.filters.missReason).included;
  const ofQueues = (values: readonly string[]): Condition => sql`t.queue_id in (${sql.join(values)})`;
  return [
    ...(grain === "entry" ? [sql<boolean>`t.is_entry`, ...bands.map(isOfBands)] : []),
    ...(scope.queues === "all" ? [] : [anyOf(scope.queues, ofQueues)]),
    ...(queues.length > 0 ? [ofQueues(queues)] : []),
    ...(agents.length > 0 ? [grain === "entry" ? entryOfAgents(agents, selection) : ofAgents(agents)] : []),
    ...(grain === "missed" && reasons.length > 0 ? [ofReasons(reasons)] : []),
  ];
}

const ofAgents = (agents: readonly string[]): Condition => sql`t.agent_id in (${sql.join(agents)})`;

/** Why an assignment was missed, by the word of the source or the one for none. */
export const MISS_REASON = sql`coalesce(t.reason, ${sql.lit(NOT_GIVEN)})`;

const ofReasons = (reasons: readonly string[]): Condition => sql`${MISS_REASON} in (${sql.join(reasons)})`;

/** Under an agent filter the entries are those that the agent answered or missed (METRICS). */
function entryOfAgents(agents: readonly string[], selection: Selection): Condition {
  const places = (table: string, extra: RawBuilder<unknown>) =>
    sql`select conversation_id, position from ${sql.table(table)} t
      where ${inRange(selection)} and ${ofAgents(agents)} ${extra}`;
  return sql`(t.conversation_id, t.position) in (
    ${places("agentSegments", sql`and t.is_answered`)} union all ${places("missedAssignments", sql``)})`;
}

/** A scope without any queue sees nothing. */
function anyOf(values: readonly string[], condition: (values: readonly string[]) => Condition): Condition {
  return values.length > 0 ? condition(values) : sql`false`;
}

function all(conditions: readonly Condition[]): Condition {
  return sql.join(conditions, sql` and `);
}
