import { rangeOfBucket } from "./bucket-range";
import type { Row } from "./contract";
import { DATASETS, type DatasetId, filterValuesOf } from "./datasets";
import { joinFilter, splitFilter } from "./filter-values";
import { FILTERS, type FilterId, type Filters, withFilters } from "./filters";
import type { Interval } from "./intervals";

/** A range as asked for, and filters. */
export interface Asked {
  from: string;
  to: string;
  filters: Filters;
}

/**
 * The range and filters that list exactly the conversations of a dataset's row (and with `metric` those of one of its
 * numbers). @param interval the length of the row's bucket, where it has one.
 */
export function drillDown(dataset: DatasetId, row: Row, asked: Asked, interval: Interval = "day"): Asked {
  const { only = {}, rangeOfRow } = DATASETS[dataset];
  const range = rangeOfRow?.(row) ?? rangeOfBucketIn(row, asked, interval);
  const filters: Record<string, readonly string[]> = { ...asked.filters };
  for (const [id, value] of Object.entries(filterValuesOf(dataset, row)) as [FilterId, string][]) {
    filters[id] = withValue(id, asked.filters[id], value);
  }
  return { from: range.from, to: range.to, filters: withFilters(filters, only) };
}

function rangeOfBucketIn({ bucket }: Row, asked: Asked, interval: Interval): { from: string; to: string } {
  return bucket === undefined ? asked : within(rangeOfBucket(String(bucket), interval), asked);
}

function withValue(id: FilterId, values: readonly string[] | undefined, value: string): string[] {
  const { included, excluded, required } = splitFilter(values);
  // A row that the filter itself rules out (an hour's, a band's) is there with zeros, and leads to none.
  const isOneOfMany =
    included.length > 0 &&
    (FILTERS[id].isManyValued ? included.length > 1 || included[0] !== value : !included.includes(value));
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
