import { type RawBuilder, sql } from "kysely";
import type { Scope } from "@/lib/shared/scope";
import { readTagFilter, TAG_LEVELS, type TagFilter } from "@/lib/shared/tag-filter";
import { maskedText } from "@/lib/store/conversations/masked";
import type { ConversationFacts } from "@/lib/store/schema/schema";
import type { Condition } from "./conditions";

const REPEATED = Object.keys({
  channel: true,
  direction: true,
  finalStatus: true,
  disconnectingEvent: true,
  lastIntent: true,
  conversationQueues: true,
  conversationAgents: true,
  conversationOutcome: true,
} satisfies Record<keyof ConversationFacts, true>);

/** The tags as the scope sees them: values that it sees masked are counted and found masked. */
export function tagsFor(scope: Scope): RawBuilder<unknown> {
  const repeated = sql.join(REPEATED.map((column) => sql.ref(column)));
  return scope.canSeePersonalData
    ? sql`conversation_tags t`
    : sql`(select conversation_id, started_at, level, name, ${maskedText(sql`value`)} as value, ${repeated}
        from conversation_tags) t`;
}

/**
 * Tags as they are shown, so that none is guessed: exactly those that a filter writes, and for a text that may mean
 * several (`readTagFilter`) all of them.
 */
export function ofTags(texts: readonly string[]): Condition {
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
