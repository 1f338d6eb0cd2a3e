import { z } from "zod";
import { COMPARISONS, type Comparison } from "./compare";
import { rejectParameter } from "./errors";
import { splitFilter } from "./filter-values";
import { FILTER_IDS, FILTERS, type FilterId, type Filters, forEachFilter, LONGEST_SEARCH } from "./filters";
import { INTERVALS, type Interval } from "./intervals";
import { parseInput } from "./parse-input";
import { type ReportRange, resolveRange } from "./range";

const MOST_VALUES = 500;
/** As addresses hold it, with its escapes: twice what a text of 2,000 characters takes. */
const LONGEST_VALUE = 4000;
/** Required values of one filter: more select nothing that fewer do not. */
const MOST_REQUIRED = 10;

/** As the store keeps ids: without what PostgreSQL cannot hold. */
const asStoredId = (text: string) => text.replaceAll("\0", "\uFFFD");
/** As the store keeps texts: composed as well. */
const asStored = (text: string) => asStoredId(text).normalize("NFC");

const filterValues = (id: FilterId) =>
  z
    .array(
      z
        .string()
        .min(1, "a value must not be empty")
        .max(LONGEST_VALUE, `a value is longer than ${LONGEST_VALUE} characters`)
        .overwrite(FILTERS[id].isById ? asStoredId : asStored),
    )
    .max(MOST_VALUES, `at most ${MOST_VALUES} values`)
    .optional();

const sought = z
  .string()
  .trim()
  .min(1, "it must not be empty")
  .max(LONGEST_SEARCH, `at most ${LONGEST_SEARCH} characters`)
  .overwrite(asStored);

const base = { ...forEachFilter(filterValues), from: z.string().optional(), to: z.string().optional() };

const file = {
  format: z.enum(["json", "csv"]).default("json"),
  /** Writes the cells of a CSV that Excel would change as formulas that show their text. */
  excel: z.enum(["1"]).optional(),
};

const metricParameters = z.strictObject({
  ...base,
  interval: z.enum(INTERVALS).optional(),
  compare: z.enum(COMPARISONS).optional(),
  /** Only rows one of whose texts holds this, and of those at most so many. */
  find: sought.optional(),
  limit: z.coerce.number().int().min(1).max(100_000).optional(),
  /** Only these columns. */
  metrics: z
    .string()
    .max(4000)
    .regex(/^\w+(,\w+)*$/, "ids of metrics with commas between them")
    .optional(),
  ...file,
});

/** Columns that the list of conversations can be sorted by; a leading `-` means descending. */
export const CONVERSATION_SORTS = [
  "startedAt",
  "endedAt",
  "durationSeconds",
  "channel",
  "direction",
  "finalStatus",
  "disconnectingEvent",
  "outcome",
] as const;
export type ConversationSort = (typeof CONVERSATION_SORTS)[number];

const listParameters = z.strictObject({
  ...base,
  search: sought.optional(),
  sort: z
    .string()
    .regex(new RegExp(`^-?(${CONVERSATION_SORTS.join("|")})$`), `one of ${CONVERSATION_SORTS.join(", ")}, or - and it`)
    .default("-startedAt"),
  /** Only conversations with a record that this metric counts. */
  metric: z.string().max(100).optional(),
  cursor: z.string().max(2000).optional(),
  offset: z.coerce.number().int().min(0).max(1e9).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  ...file,
});

/** What a selection of conversations is made of: a range and filters, and in the list a text to be found. */
export interface Selection {
  range: ReportRange;
  filters: Filters;
  search?: string;
}

export interface MetricQuery extends Selection {
  interval?: Interval;
  compare?: Comparison;
  find?: string;
  limit?: number;
  metrics?: string[];
  format: "json" | "csv";
  isForExcel?: boolean;
}

export interface ListQuery extends Selection {
  sort: ConversationSort;
  isDescending: boolean;
  /** Id of a metric: only conversations with a record that it counts. */
  metric?: string;
  /** Where the page begins: behind the row that the cursor names, or after so many rows. */
  cursor?: string;
  offset?: number;
  limit: number;
  format: "json" | "csv";
  isForExcel?: boolean;
}

export interface QueryContext {
  /** The report's IANA zone, in which local days are meant. */
  timeZone: string;
  /** Unix milliseconds. */
  now: number;
}

/**
 * Reads the parameters of `GET /api/metrics/{dataset}`.
 * @throws CallboardError `invalid_parameter`, naming the first parameter that is unknown or wrong.
 */
export function parseMetricQuery(params: URLSearchParams, context: QueryContext): MetricQuery {
  const { interval, compare, find, limit, metrics, format, excel, ...rest } = parseInput(
    metricParameters,
    objectOf(params),
  );
  const isForExcel = excel === "1";
  const columns = metrics?.split(",");
  return { ...selectionOf(rest, context), interval, compare, find, limit, metrics: columns, format, isForExcel };
}

/** Reads the parameters of `GET /api/conversations`; errors as in {@link parseMetricQuery}. */
export function parseListQuery(params: URLSearchParams, context: QueryContext): ListQuery {
  const { sort, search, metric, cursor, offset, limit, format, excel, ...rest } = parseInput(
    listParameters,
    objectOf(params),
  );
  if (cursor !== undefined && offset !== undefined) {
    rejectParameter("offset", "“offset” and “cursor” both say where the page begins: give one of them.");
  }
  const order = {
    sort: CONVERSATION_SORTS.find((name) => name === sort.replace("-", "")) ?? "startedAt",
    isDescending: sort.startsWith("-"),
  };
  const isForExcel = excel === "1";
  return { ...selectionOf(rest, context), search, metric, ...order, cursor, offset, limit, format, isForExcel };
}

type BaseParameters = { from?: string; to?: string } & Filters;

function selectionOf({ from, to, ...filters }: BaseParameters, context: QueryContext): Selection {
  for (const id of FILTER_IDS) {
    const allowed = FILTERS[id].options?.map(({ value }) => value);
    const { included, excluded, required } = splitFilter(filters[id]);
    const unknown = allowed && [...included, ...excluded, ...required].find((value) => !allowed.includes(value));
    if (unknown !== undefined) {
      rejectParameter(id, `“${id}” must be one of ${allowed?.join(", ")}, not “${unknown.slice(0, 60)}”.`);
    }
    if (required.length > MOST_REQUIRED) {
      rejectParameter(id, `“${id}” has ${required.length} values with &: at most ${MOST_REQUIRED} can be required.`);
    }
  }
  return { range: resolveRange({ from, to }, context.timeZone, context.now), filters };
}

/** In one pass: a body may hold very many parameters. */
function objectOf(params: URLSearchParams): Record<string, string | string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) {
    const own = values.get(name);
    if (own && !isFilter(name)) {
      rejectParameter(name.slice(0, 60), `“${name.slice(0, 60)}” may be given only once.`);
    }
    values
      .set(name, own ?? [])
      .get(name)
      ?.push(value);
  }
  return Object.fromEntries([...values].map(([name, own]) => [name, isFilter(name) ? own : (own[0] ?? "")]));
}

const isFilter = (name: string) => FILTER_IDS.some((id) => id === name);

/** For what describes the API. */
export { listParameters, metricParameters };
