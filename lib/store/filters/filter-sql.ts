import { type RawBuilder, sql } from "kysely";
import { splitFilter } from "@/lib/shared/filter-values";
import { BOT, type FilterId, type OpenFilterId, type Option } from "@/lib/shared/filters";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { writeTagFilter } from "@/lib/shared/tag-filter";
import type { NameRow } from "@/lib/store/schema/schema";
import {
  anyOf,
  type Condition,
  entriesOfAgents,
  inRange,
  MISS_REASON,
  ofAgents,
  ofBands,
  ofQueues,
  ofReasons,
} from "./conditions";
import type { Grain } from "./grains";
import { type Having, idsIn, isAny, listHas, ofConversation, ofRows, orNone } from "./having";
import { hourSql, weekdaySql } from "./local-time";
import { ofTags, tagsFor } from "./tag-conditions";

/** What the SQL of a filter depends on besides its values. */
export interface Asked {
  scope: Scope;
  selection: Selection;
  /** The column of the conversation's outcome: an entry has an outcome of its own. */
  outcome: "outcome" | "conversationOutcome";
}

/** A column whose distinct values are a menu's. */
export interface MenuColumn {
  grain: Grain;
  column: RawBuilder<unknown>;
}

/** The values that the menu of a filter offers: all that the copied conversations of a scope have ever had. */
export interface Menu {
  columns: readonly MenuColumn[];
  /** Where its values are ids: the kind of names that they are shown by. */
  names?: NameRow["kind"];
  /** Makes the filter's value of a column's, where they differ. */
  asValue?: (value: string) => string;
  /** An option that stands before them. */
  first?: Option;
}

/** How a filter becomes SQL. */
export interface FilterSql {
  /** Which conversations have its values, for rows of any family. */
  having: (asked: Asked) => Having;
  /**
   * For families whose rows hold a value of the filter themselves: conditions that leave only the matching rows, not all
   * rows of a matching conversation (METRICS, "Filters by a queue, an agent or a tag").
   */
  rows?: Partial<Record<Grain, (values: readonly string[], selection: Selection) => Condition[]>>;
  /** Absent where lib/shared/filters.ts has all of its values. */
  menu?: Menu;
}

const columnOf = (grain: Grain, column: RawBuilder<unknown>): Menu => ({ columns: [{ grain, column }] });

/** A filter on a column that every family repeats of its conversation. */
const byColumn = (column: string) => ({
  having: () => ofConversation(isAny(column)),
  menu: columnOf("conversation", sql`t.${sql.ref(column)}`),
});

/** Leaves the rows that match one of the included values. */
const included =
  (is: (values: readonly string[], selection: Selection) => Condition) =>
  (values: readonly string[], selection: Selection) => {
    const wanted = splitFilter(values).included;
    return wanted.length > 0 ? [is(wanted, selection)] : [];
  };

/** An entry's wait lies in one band, so that included and required bands must each hold it. */
function entriesOfBands(values: readonly string[]): Condition[] {
  const bands = splitFilter(values);
  return [...(bands.included.length > 0 ? [bands.included] : []), ...bands.required.map((band) => [band])].map(ofBands);
}

/** Entries that the scope may see. */
const entriesSeen = ({ queues }: Scope) => (queues === "all" ? sql<boolean>`true` : anyOf(queues, ofQueues));

const QUEUES: Menu = { ...columnOf("entry", sql`t.queue_id`), names: "queue" };
const AGENT_ID = sql`t.agent_id`;

/** Every filter in SQL: the one place where filters become conditions. */
export const FILTER_SQL: Record<FilterId, FilterSql> & Record<OpenFilterId, { menu: Menu }> = {
  channel: byColumn("channel"),
  queue: {
    having: ({ selection }) => ofConversation(listHas("conversationQueues", selection)),
    rows: { entry: included(ofQueues), segment: included(ofQueues), missed: included(ofQueues) },
    menu: QUEUES,
  },
  firstQueue: {
    having: ({ selection }) => orNone(BOT, ofRows(idsIn("destinations", selection, sql`t.is_first_entry`), ofQueues)),
    menu: { ...QUEUES, first: { value: BOT, label: "No queue: the bot alone" } },
  },
  agent: {
    having: ({ selection }) => ofConversation(listHas("conversationAgents", selection)),
    rows: { entry: included(entriesOfAgents), segment: included(ofAgents), missed: included(ofAgents) },
    menu: {
      columns: [
        { grain: "segment", column: AGENT_ID },
        { grain: "missed", column: AGENT_ID },
      ],
      names: "agent",
    },
  },
  status: byColumn("finalStatus"),
  event: byColumn("disconnectingEvent"),
  outcome: { having: ({ outcome }) => ofConversation(isAny(outcome)) },
  direction: byColumn("direction"),
  disposition: {
    having: ({ selection }) =>
      orNone(NOT_GIVEN, ofRows(idsIn("conversationDispositions", selection), isAny("disposition"))),
    menu: columnOf("disposition", sql`coalesce(d.disposition, ${sql.lit(NOT_GIVEN)})`),
  },
  tag: {
    having: ({ scope, selection }) =>
      ofRows(sql`select conversation_id from ${tagsFor(scope)} where ${inRange(selection)}`, ofTags),
    // A tag's name alone stands for all of its values on both levels.
    menu: { ...columnOf("tag", sql`t.name`), asValue: (name) => writeTagFilter({ name }) },
  },
  intent: byColumn("lastIntent"),
  tone: {
    having: ({ selection }) => ofRows(idsIn("conversationTones", selection), isAny("tone")),
    menu: columnOf("tone", sql`t.tone`),
  },
  missReason: {
    having: ({ selection }) => ofRows(idsIn("missedAssignments", selection), ofReasons),
    rows: { missed: included(ofReasons) },
    menu: columnOf("missed", MISS_REASON),
  },
  weekday: {
    having: ({ selection }) =>
      ofConversation((days) => sql`${weekdaySql(selection.range)} in (${sql.join(days.map(Number))})`),
  },
  hour: {
    having: ({ selection }) =>
      ofConversation((hours) => sql`${hourSql(selection.range)} in (${sql.join(hours.map(Number))})`),
  },
  wait: {
    having: ({ scope, selection }) =>
      ofRows(idsIn("destinations", selection, sql`t.is_entry and ${entriesSeen(scope)}`), ofBands),
    rows: { entry: entriesOfBands },
  },
  unread: {
    having: ({ selection }) => ofRows(idsIn("unreadFields", selection), isAny("field")),
    menu: columnOf("unread", sql`u.field`),
  },
};
