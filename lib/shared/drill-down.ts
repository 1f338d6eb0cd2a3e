import { rangeOfBucket } from "./bucket-range";
import type { DatasetId, Row } from "./contract";
import { joinFilter, splitFilter } from "./filter-values";
import { BOT, BOT_ALONE, type FilterId, type Filters, withFilters } from "./filters";
import type { Interval } from "./intervals";
import { NOT_GIVEN } from "./outcomes";
import { type TagFilter, writeTagFilter } from "./tag-filter";

/** A range as asked for, and filters. */
export interface Asked {
  from: string;
  to: string;
  filters: Filters;
}

/** Columns of a row that are a filter's value, by dataset. */
const FILTER_COLUMNS: Partial<Record<DatasetId, Partial<Record<FilterId, string>>>> = {
  "final-status": { status: "finalStatus" },
  "disconnecting-events": { event: "disconnectingEvent" },
  "status-by-event": { status: "finalStatus", event: "disconnectingEvent" },
  queues: { queue: "queueId" },
  agents: { agent: "agentId" },
  channels: { channel: "channel" },
  intents: { intent: "intent" },
  "bot-events": { event: "disconnectingEvent" },
  tones: { tone: "tone" },
  "missed-reasons": { missReason: "reason" },
  dispositions: { disposition: "disposition" },
  heatmap: { weekday: "weekday", hour: "hour" },
  waits: { wait: "wait" },
};

/** What all rows of a dataset have in common, whatever is asked for. */
const DATASET_FILTERS: Partial<Record<DatasetId, Filters>> = { "bot-events": BOT_ALONE };

/** Filters that a conversation can meet with several values: a row's own is asked for besides those already there. */
const MANY_VALUED: readonly FilterId[] = ["tag", "disposition", "tone"];

/**
 * The range and filters that list exactly the conversations of a dataset's row (and with `metric` those of one of its
 * numbers). @param interval the length of the row's bucket, where it has one.
 */
export function drillDown(dataset: DatasetId, row: Row, asked: Asked, interval: Interval = "day"): Asked {
  const range = rangeOf(dataset, row, asked, interval);
  const filters: Record<string, readonly string[]> = { ...asked.filters };
  for (const [id, value] of Object.entries(valuesOf(dataset, row)) as [FilterId, string][]) {
    filters[id] = withValue(id, asked.filters[id], value);
  }
  return { from: range.from, to: range.to, filters: withFilters(filters, DATASET_FILTERS[dataset] ?? {}) };
}

function rangeOf(dataset: DatasetId, row: Row, asked: Asked, interval: Interval): { from: string; to: string } {
  if (dataset === "anomalies") {
    return { from: String(row.from), to: String(row.to) };
  }
  return row.bucket === undefined ? asked : within(rangeOfBucket(String(row.bucket), interval), asked);
}

function valuesOf(dataset: DatasetId, row: Row): Partial<Record<FilterId, string>> {
  if (dataset === "tag-names") {
    return { tag: writeTagFilter(tagOf(row)) };
  }
  if (dataset === "tags" || dataset === "tag-values") {
    return { tag: writeTagFilter({ ...tagOf(row), value: String(row.value) }) };
  }
  if (dataset === "flow") {
    return linkValues(row);
  }
  if (dataset === "anomalies") {
    return row.kind === "queue" || row.kind === "agent" ? { [row.kind]: String(row.id) } : {};
  }
  const columns = Object.entries(FILTER_COLUMNS[dataset] ?? {});
  return Object.fromEntries(columns.map(([id, column]) => [id, String(row[column] ?? NOT_GIVEN)]));
}

const tagOf = ({ level, name }: Row): TagFilter => ({
  level: level === "user" ? "user" : "session",
  name: String(name),
});

function linkValues({ step, source, target, queueId }: Row): Partial<Record<FilterId, string>> {
  const firstQueue = String(queueId ?? BOT);
  if (step === 1) {
    return { channel: String(source), firstQueue };
  }
  return step === 2 ? { firstQueue, outcome: String(target) } : { outcome: String(source), event: String(target) };
}

function withValue(id: FilterId, values: readonly string[] | undefined, value: string): string[] {
  const { included, excluded, required } = splitFilter(values);
  // A row that the filter itself rules out (an hour's, a band's) is there with zeros, and leads to none.
  const isOneOfMany =
    included.length > 0 &&
    (MANY_VALUED.includes(id) ? included.length > 1 || included[0] !== value : !included.includes(value));
  return isOneOfMany ? joinFilter(included, excluded, [value, ...required]) : joinFilter([value], excluded, required);
}

/** A bucket's range, cut to the one asked for: a week or a month can begin before it and end after. */
function within(
  bucket: { from: string; to: string },
  asked: { from: string; to: string },
): { from: string; to: string } {
  return { from: later(bucket.from, asked.from), to: earlier(bucket.to, asked.to) };
}

const startOf = (text: string) => (text.includes("T") ? text : `${text}T00:00`);
const endOf = (text: string) => (text.includes("T") ? text : `${text}T24:00`);
const later = (a: string, b: string) => (startOf(a) >= startOf(b) ? a : b);
const earlier = (a: string, b: string) => (endOf(a) <= endOf(b) ? a : b);
