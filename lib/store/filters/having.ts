import { type RawBuilder, sql } from "kysely";
import { splitFilter } from "@/lib/shared/filter-values";
import type { Selection } from "@/lib/shared/query";
import { holdsAny, listHoldsAny } from "@/lib/store/engine/ids";
import { all, type Condition, inRange, isIn } from "./conditions";

/** How a filter finds conversations: those with any of some values, and those with every one of them. */
export interface Having {
  any(values: readonly string[]): Condition;
  every(values: readonly string[]): Condition;
}

/**
 * Any of the included values, each of the required ones, none of the excluded: at most one subquery each.
 * @param isImplied whether the rows' own conditions ask for the included values already.
 */
export function conditionsOf(values: readonly string[] | undefined, having: Having, isImplied: boolean): Condition[] {
  const { included, excluded, required } = splitFilter(values);
  return [
    ...(included.length > 0 && !isImplied ? [having.any(included)] : []),
    ...(required.length > 0 ? [having.every(required)] : []),
    ...(excluded.length > 0 ? [sql<boolean>`not (${having.any(excluded)})`] : []),
  ];
}

/** A filter on a column of the conversation that every row of it repeats. */
export function ofConversation(any: Having["any"]): Having {
  return { any, every: (values) => all(values.map((one) => any([one]))) };
}

/** The ids of conversations with rows in a table, within the range. */
export function idsIn(table: string, selection: Selection, more: Condition = sql`true`): RawBuilder<unknown> {
  return sql`select conversation_id from ${sql.table(table)} t where ${inRange(selection)} and ${more}`;
}

interface Rows extends Having {
  rows: RawBuilder<unknown>;
}

/** A filter on rows that a conversation can have many of. They are read once, whatever the number of values. */
export function ofRows(rows: RawBuilder<unknown>, is: (values: readonly string[]) => Condition): Rows {
  const any = (values: readonly string[]) => isIn(sql`${rows} and ${is(values)}`);
  const every = (values: readonly string[]) => {
    const each = values.map((value) => sql<boolean>`bool_or(${is([value])})`);
    return values.length === 1
      ? any(values)
      : isIn(sql`${rows} and ${is(values)} group by conversation_id having ${all(each)}`);
  };
  return { any, every, rows };
}

/** The same, with one value that stands for conversations without any such row. */
export function orNone(none: string, { any, every, rows }: Rows): Having {
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

/** Has one of some values in a column. */
export const isAny = (column: string) => (values: readonly string[]) =>
  sql<boolean>`t.${sql.ref(column)} in (${sql.join(values)})`;

/** So many ids are looked for in each list of a conversation's queues or agents; more in each distinct list, once. */
const FEW_IDS = 8;

/** Conversations with any of these queues or agents. */
export const listHas =
  (list: "conversationQueues" | "conversationAgents", selection: Selection) => (ids: readonly string[]) =>
    ids.length <= FEW_IDS
      ? holdsAny(sql`t.${sql.ref(list)}`, ids)
      : listHoldsAny(
          sql`t.${sql.ref(list)}`,
          sql`(select ${sql.ref(list)} as list from conversations t
        where ${inRange(selection)} group by ${sql.ref(list)}) lists`,
          ids,
        );
