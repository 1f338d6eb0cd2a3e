import { type RawBuilder, sql } from "kysely";
import { splitFilter } from "@/lib/shared/filter-values";
import { BOT, type FilterId } from "@/lib/shared/filters";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { readTagFilter, TAG_LEVELS, type TagFilter } from "@/lib/shared/tag-filter";
import { maskedText } from "@/lib/store/conversations/masked";
import { matchesSearch } from "@/lib/store/conversations/search";
import { holdsAny, listHoldsAny } from "@/lib/store/engine/ids";
import type { ConversationFacts } from "@/lib/store/schema/schema";
import { all, anyOf, type Condition, inRange, isIn, ofBands, ofQueues, ofReasons } from "./conditions";
import { hourSql, weekdaySql } from "./local-time";

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
  const lookUp = (filter: FilterId, having: Having) =>
    filterCondition(selection.filters[filter], having, implied.includes(filter));
  const ofConversation = (any: Having["any"]): Having => ({
    any,
    every: (values) => all(values.map((one) => any([one]))),
  });
  const facts = Object.entries(FACTS).map(([filter, fact]) => {
    const column = sql.ref(fact === "conversationOutcome" ? outcome : fact);
    return lookUp(
      filter as keyof typeof FACTS,
      ofConversation((values) => sql`t.${column} in (${sql.join(values)})`),
    );
  });
  const isScopeImplied = scope.queues === "all" || implied.includes("queue");
  const rows = (table: string, more: Condition = sql`true`) =>
    sql`select conversation_id from ${sql.table(table)} t where ${inRange(selection)} and ${more}`;
  return [
    isScopeImplied ? null : anyOf(scope.queues, isOf("conversationQueues", selection)),
    ...facts,
    lookUp("queue", ofConversation(isOf("conversationQueues", selection))),
    lookUp("firstQueue", orNone(BOT, ofRows(rows("destinations", sql`t.is_first_entry`), ofQueues))),
    lookUp("agent", ofConversation(isOf("conversationAgents", selection))),
    lookUp("tag", ofRows(sql`select conversation_id from ${tagsFor(scope)} where ${inRange(selection)}`, ofTags)),
    lookUp("disposition", orNone(NOT_GIVEN, ofRows(rows("conversationDispositions"), isAny("disposition")))),
    lookUp("tone", ofRows(rows("conversationTones"), isAny("tone"))),
    lookUp("missReason", ofRows(rows("missedAssignments"), ofReasons)),
    lookUp("unread", ofRows(rows("unreadFields"), isAny("field"))),
    search === undefined ? null : matchesSearch(search, scope, inRange(selection)),
    lookUp(
      "weekday",
      ofConversation((values) => sql`${weekdaySql(range)} in (${sql.join(values.map(Number))})`),
    ),
    lookUp(
      "hour",
      ofConversation((values) => sql`${hourSql(range)} in (${sql.join(values.map(Number))})`),
    ),
    lookUp("wait", ofRows(rows("destinations", sql`t.is_entry and ${entriesSeen(scope)}`), ofBands)),
  ].flatMap((condition) => condition ?? []);
}

/** Conversations that have any of some values of a filter, and those that have every one of them. */
interface Having {
  any(values: readonly string[]): Condition;
  every(values: readonly string[]): Condition;
}

/** Is any of the included values, each of the required ones, and none of the excluded: one subquery each at most. */
function filterCondition(values: readonly string[] | undefined, having: Having, isImplied: boolean): Condition | null {
  const { included, excluded, required } = splitFilter(values);
  const conditions = [
    ...(included.length > 0 && !isImplied ? [having.any(included)] : []),
    ...(required.length > 0 ? [having.every(required)] : []),
    ...(excluded.length > 0 ? [sql<boolean>`not (${having.any(excluded)})`] : []),
  ];
  return conditions.length > 0 ? all(conditions) : null;
}

/** By rows that a conversation can have many of, read once whatever the number of values. */
function ofRows(rows: RawBuilder<unknown>, is: (values: readonly string[]) => Condition): Rows {
  const any = (values: readonly string[]) => isIn(sql`${rows} and ${is(values)}`);
  const every = (values: readonly string[]) => {
    const each = values.map((value) => sql<boolean>`bool_or(${is([value])})`);
    return values.length === 1
      ? any(values)
      : isIn(sql`${rows} and ${is(values)} group by conversation_id having ${all(each)}`);
  };
  return { any, every, rows };
}

interface Rows extends Having {
  rows: RawBuilder<unknown>;
}

/** The same where one value stands for conversations without any such row. */
function orNone(none: string, { any, every, rows }: Rows): Having {
  const anyOrNone = (values: readonly string[]) =>
    values.includes(none) ? sql<boolean>`(${any(values)} or not ${isIn(rows)})` : any(values);
  return {
    any: anyOrNone,
    every: (values) => {
      const others = values.filter((value) => value !== none);
      const isNone = others.length < values.length ? [anyOrNone([none])] : [];
      return all([...isNone, ...(others.length > 0 ? [every(others)] : [])]);
    },
  };
}

const isAny = (column: string) => (values: readonly string[]) =>
  sql<boolean>`t.${sql.ref(column)} in (${sql.join(values)})`;

/** So many ids are looked for in each list of a conversation's queues or agents; more in each distinct list, once. */
const FEW_IDS = 8;

/** Conversations with any of these queues or agents. */
const isOf = (list: "conversationQueues" | "conversationAgents", selection: Selection) => (ids: readonly string[]) =>
  ids.length <= FEW_IDS
    ? holdsAny(sql`t.${sql.ref(list)}`, ids)
    : listHoldsAny(
        sql`t.${sql.ref(list)}`,
        sql`(select ${sql.ref(list)} as list from conversations t
        where ${inRange(selection)} group by ${sql.ref(list)}) lists`,
        ids,
      );

/** Entries that the scope may see. */
const entriesSeen = ({ queues }: Scope) => (queues === "all" ? sql<boolean>`true` : anyOf(queues, ofQueues));

/** The tags as the scope sees them: values that it sees masked are counted and found masked. */
export function tagsFor(scope: Scope): RawBuilder<unknown> {
  const facts = sql.join(FACT_COLUMNS.map((fact) => sql.ref(fact)));
  return scope.canSeePersonalData
    ? sql`conversation_tags t`
    : sql`(select conversation_id, started_at, level, name, ${maskedText(sql`value`)} as value, ${facts}
        from conversation_tags) t`;
}

/**
 * Tags as they are shown, so that none is guessed: exactly those that a filter writes, and for a text that may mean
 * several (`readTagFilter`) all of them.
 */
function ofTags(texts: readonly string[]): Condition {
  const unclear = texts.filter((text) => readTagFilter(text) === null);
  const exact = texts.flatMap((text) => readTagFilter(text) ?? []);
  const names = exact.filter(({ value }) => value === undefined);
  const pairs = exact.filter(({ value }) => value !== undefined);
  const ofBoth = names.filter(({ level }) => level === undefined).map(({ name }) => name);
  const ofLevel = names.filter(({ level }) => level !== undefined).map(({ level, name }) => `${level}/${name}`);
  const conditions = [
    ...isOneOf(sql`t.name`, [...ofBoth, ...unclear]),
    ...isOneOf(sql`t.level || '/' || t.name`, [...ofLevel, ...unclear]),
    ...isOneOf(sql`t.name || ':' || t.value`, unclear),
    ...isOneOf(sql`t.level || '/' || t.name || ':' || t.value`, unclear),
    ...(pairs.length <= FEW_PAIRS ? pairs.map(isPair) : isOneOf(PAIR, pairs.flatMap(keysOf))),
  ];
  return sql`(${sql.join(conditions, sql` or `)})`;
}

/** So many tags are compared column by column; for more, one text is made of each row's. */
const FEW_PAIRS = 10;

function isPair({ level, name, value }: TagFilter): Condition {
  const ofLevel = level ? sql`and t.level = ${level}` : sql``;
  return sql`(t.name = ${name} and t.value = ${value} ${ofLevel})`;
}

/** A tag's level, name and value as one text: the name's length says where the value begins. */
const PAIR = sql`t.level || '/' || cast(length(t.name) as varchar) || '/' || t.name || t.value`;

const keysOf = ({ level, name, value }: TagFilter) =>
  (level ? [level] : TAG_LEVELS).map((each) => `${each}/${[...name].length}/${name}${value}`);

const isOneOf = (text: RawBuilder<unknown>, values: readonly string[]): Condition[] =>
  values.length > 0 ? [sql`${text} in (${sql.join(values)})`] : [];
