import { OUTCOME_LABELS, OUTCOMES } from "./outcomes";
import { describeTagFilter } from "./tag-filter";
import { nameWaitBand, WAIT_BANDS } from "./waits";
import { nameHour, WEEKDAYS } from "./week";

/** What `firstQueue` calls a conversation that came to no queue. */
export const BOT = "Bot";

/** A value of a filter as addresses hold it, and its name. */
export interface Option {
  value: string;
  label: string;
}

/** A filter is data: one entry here, and how it becomes SQL in lib/store/filters/filter-sql.ts. */
export interface Filter {
  label: string;
  /** All of its values, where they are the same in every copy; other filters take any that the source has used. */
  options?: readonly Option[];
  /** Whether its values are ids, which are kept as the source writes them, and named by the server alone. */
  isById?: boolean;
  /** Whether a conversation can have several of its values. */
  isManyValued?: boolean;
  /** How a value is shown that is not shown as it is. */
  nameValue?: (value: string) => string;
  /** What the description of the API says of its values besides. */
  note?: string;
}

const ENTRIES = {
  channel: { label: "Channel" },
  queue: { label: "Queue", isById: true },
  firstQueue: { label: "First queue", isById: true },
  agent: { label: "Agent", isById: true },
  status: { label: "Final status" },
  event: { label: "Disconnecting event" },
  outcome: { label: "Outcome", options: OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] })) },
  direction: { label: "Direction" },
  disposition: { label: "Disposition", isManyValued: true },
  tag: {
    label: "Tag",
    isManyValued: true,
    nameValue: describeTagFilter,
    note: " name, or name:value; also level/name and level/name:value, in which a :, / or \\ of the name or the value stands behind a \\.",
  },
  intent: { label: "Intent" },
  tone: { label: "Tone", isManyValued: true },
  /** Of an assignment to an agent. */
  missReason: { label: "Missed because" },
  /** 1 = Monday. */
  weekday: { label: "Weekday", options: WEEKDAYS.map((label, index) => ({ value: String(index + 1), label })) },
  /** Local. */
  hour: {
    label: "Hour",
    options: Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: nameHour(hour) })),
  },
  wait: { label: "Wait", options: WAIT_BANDS.map(({ id }) => ({ value: id, label: nameWaitBand(id) })) },
  /** A field of the vendor's that could not be read: for the checks. */
  unread: { label: "Unreadable field" },
} satisfies Record<string, Filter>;

export type FilterId = keyof typeof ENTRIES;
/** Filters whose values only the copy knows. */
export type OpenFilterId = {
  [Id in FilterId]: (typeof ENTRIES)[Id] extends { options: readonly Option[] } ? never : Id;
}[FilterId];

/**
 * The filters of pages and API by their parameter, in the order of the menus (METRICS, "Parameters"): so many that every
 * row of every dataset can be listed.
 */
export const FILTERS: Readonly<Record<FilterId, Filter>> = ENTRIES;
export const FILTER_IDS = Object.keys(ENTRIES) as readonly FilterId[];

/** Something for each filter, in their order. */
export function forEachFilter<T>(make: (id: FilterId) => T): Record<FilterId, T> {
  return Object.fromEntries(FILTER_IDS.map((id) => [id, make(id)])) as Record<FilterId, T>;
}

/** Values as addresses hold them (`filterValue`): `!` before one excludes it, `&` requires it besides the others. */
export type Filters = Partial<Record<FilterId, readonly string[]>>;

/** Letters of a text that is sought beside the filters. */
export const LONGEST_SEARCH = 200;

/** Conversations that the bot had for itself: they came to no queue, and no agent answered them. */
export const BOT_ALONE: Filters = { firstQueue: [`&${BOT}`], outcome: ["!answered"] };

/** Filters with more values beside their own. */
export function withFilters(filters: Filters, more: Filters): Filters {
  const joined = FILTER_IDS.map((id) => [id, [...new Set([...(filters[id] ?? []), ...(more[id] ?? [])])]] as const);
  return Object.fromEntries(joined.filter(([, values]) => values.length > 0));
}
