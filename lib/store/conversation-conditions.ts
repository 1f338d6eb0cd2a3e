import { type RawBuilder, sql } from "kysely";
import { BOT, type FilterId, splitFilter } from "@/lib/shared/filters";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { all, anyOf, type Condition, inRange, isIn, ofBands, ofQueues, ofReasons } from "./conditions";
import { holdsAny } from "./ids";
import { hourSql, weekdaySql } from "./local-time";
import { maskedText } from "./masked";
import type { ConversationFacts } from "./schema";
import { matchesSearch } from "./search";

/** What one family's rows say themselves of the conversation that they belong to. */
export interface Family {
  /** The column of the conversation's outcome: an entry has an outcome of its own. */
  outcome: "outcome" | "conversationOutcome";
  /** Filters whose included values the rows' own conditions ask for already: they need not be looked up again. */
  implied: readonly FilterId[];
}

/** The facts of a conversation, which all its rows repeat, that a filter compares with its values as they are. */
const FACTS = {
  channel: "channel",
  status: "finalStatus",
  event: "disconnectingEvent",
  outcome: "conversationOutcome",
  direction: "direction",
  intent: "lastIntent",
} as const satisfies Partial<Record<FilterId, keyof ConversationFacts>>;
const FACT_COLUMNS: readonly (keyof ConversationFacts)[] = [
  ...Object.values(FACTS),
  "conversationQueues",
  "conversationAgents",
];

/** Which conversations scope, filters and search leave, for rows of any family. */
export function conversationConditions(scope: Scope, selection: Selection, { outcome, implied }: Family): Condition[] {
  const { range, search } = selection;
  const lookUp = (filter: FilterId, is: (values: string[]) => Condition) =>
    filterCondition(selection.filters[filter], is, implied.includes(filter));
  const facts = Object.entries(FACTS).map(([filter, fact]) => {
    const column = sql.ref(fact === "conversationOutcome" ? outcome : fact);
    return lookUp(filter as keyof typeof FACTS, (values) => sql`t.${column} in (${sql.join(values)})`);
  });
  const isScopeImplied = scope.queues === "all" || implied.includes("queue");
  return [
    isScopeImplied ? null : anyOf(scope.queues, hasQueue),
    ...facts,
    lookUp("queue", hasQueue),
    lookUp("firstQueue", (values) => hasFirstQueue(values, selection)),
    lookUp("agent", hasAgent),
    lookUp("tag", (values) => hasTag(values, scope, selection)),
    lookUp("disposition", (values) => hasDisposition(values, selection)),
    lookUp("tone", (values) => hasTone(values, selection)),
    lookUp("missReason", (values) => hasMissed(values, selection)),
    search === undefined ? null : matchesSearch(search, scope, inRange(selection)),
    lookUp("weekday", (values) => sql`${weekdaySql(range)} in (${sql.join(values.map(Number))})`),
    lookUp("hour", (values) => sql`${hourSql(range)} in (${sql.join(values.map(Number))})`),
    lookUp("wait", (values) => hasWait(values, scope, selection)),
  ].flatMap((condition) => condition ?? []);
}

/** Is any of the included values, each of the required ones, and none of the excluded. */
function filterCondition(
  values: readonly string[] | undefined,
  is: (values: string[]) => Condition,
  isImplied: boolean,
): Condition | null {
  const { included, excluded, required } = splitFilter(values);
  const conditions = [
    ...(included.length > 0 && !isImplied ? [is(included)] : []),
    ...required.map((value) => is([value])),
    ...(excluded.length > 0 ? [sql<boolean>`not (${is(excluded)})`] : []),
  ];
  return conditions.length > 0 ? all(conditions) : null;
}

const hasQueue = (queues: readonly string[]) => holdsAny(sql`t.conversation_queues`, queues);

const hasAgent = (agents: readonly string[]) => holdsAny(sql`t.conversation_agents`, agents);

/** What `firstQueue` means: the queue that a conversation came to first, or the bot where it came to none. */
function hasFirstQueue(queues: readonly string[], selection: Selection): Condition {
  const entries = sql`select conversation_id from destinations t where ${inRange(selection)} and t.is_first_entry`;
  const came = isIn(sql`${entries} and ${ofQueues(queues)}`);
  return queues.includes(BOT) ? sql`(${came} or not ${isIn(entries)})` : came;
}

/** The tags as the scope sees them: values that it sees masked are counted and found masked. */
export function tagsFor(scope: Scope): RawBuilder<unknown> {
  const facts = sql.join(FACT_COLUMNS.map((fact) => sql.ref(fact)));
  return scope.canSeePersonalData
    ? sql`conversation_tags t`
    : sql`(select conversation_id, started_at, level, name, ${maskedText(sql`value`)} as value, ${facts}
        from conversation_tags) t`;
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
function hasWait(bands: readonly string[], { queues }: Scope, selection: Selection): Condition {
  const seen = queues === "all" ? sql<boolean>`true` : anyOf(queues, ofQueues);
  return isIn(sql`select conversation_id from destinations t
    where ${inRange(selection)} and t.is_entry and ${seen} and ${ofBands(bands)}`);
}
