import type { LeftOutReason } from "@/lib/shared/contract";
import type { Unit } from "@/lib/shared/units";
import type { Records } from "@/lib/store/filters/grains";
import {
  type AggregateId,
  type Count,
  countMeasure,
  type Duration,
  durationMeasure,
  durationRecords,
  leftOutMeasure,
  type Measure,
} from "./measures";
import type { TopicId } from "./topics";

/** Whether more of it is better: `null` where neither is (METRICS, "Compare"). */
export type Good = "up" | "down" | null;

export interface Fraction {
  above: string;
  below: string;
  note?: string;
}

/** Records, the sum of what each adds to the metric (1 or 0 in a share), and the sum of the squares of that. */
export interface Sample {
  records: number;
  sum: number;
  squares: number;
}

/** A metric is data: adding one is adding an entry here (lib/README.md, rule 2). */
export interface Metric {
  id: string;
  label: string;
  unit: Unit;
  definition: string;
  /** The group of the glossary that explains it, in the catalogue's order or behind another metric of the group. */
  topic: TopicId;
  readAfter?: string;
  /** A ratio's definition in its parts: above the line, below it, and what else there is to say. */
  fraction?: Fraction;
  /** Where it is one statistic of a duration: of which, and what that one and the duration are called. */
  statistic?: { of: string; ofLabel: string; label: string };
  good: Good;
  /** The records that it is about: those counted, or below the line of a ratio. */
  records: Records;
  /** What it does not count and why; `of` names the metric, or the duration of which it is an aggregate. */
  leavesOut?: { of: string; measures: Partial<Record<LeftOutReason, Measure>> };
  /** What SQL computes for it, by name. */
  measures: Record<string, Measure>;
  /** What two ranges of it are compared by, where it is a count, a share or an average. */
  sample?: { measures: Record<string, Measure>; of: (values: (name: string) => number) => Sample };
  /** The value from what SQL computed; absent where it is the one measure itself. */
  derive?: (values: (name: string) => number) => number | null;
}

type Sampled = NonNullable<Metric["sample"]>;
type LeavesOut = Partial<Record<LeftOutReason, Count>>;
type Name = Pick<Metric, "label" | "topic" | "readAfter"> & { good?: Good };
type Words = Name & { definition: string };

/** How many records of a kind there are. */
export function countMetric(count: Count, { leavesOut, ...words }: Words & { leavesOut?: LeavesOut }): Metric {
  const { name: id, grain, where } = count;
  const measures = { [id]: countMeasure(count) };
  const of: Sampled["of"] = (values) => ({ records: values(id), sum: values(id), squares: values(id) });
  const sample = { measures, of };
  return {
    id,
    unit: "count",
    good: null,
    ...words,
    records: { grain, where },
    measures,
    sample,
    ...leaving(id, leavesOut),
  };
}

function leaving(id: string, leavesOut: LeavesOut | undefined): Pick<Metric, "leavesOut"> {
  const measures = Object.entries(leavesOut ?? {}).map(([reason, count]) => [reason, countMeasure(count)]);
  return measures.length > 0 ? { leavesOut: { of: id, measures: Object.fromEntries(measures) } } : {};
}

/** Computed from summed parts, never by averaging averages; null where the denominator is 0 (METRICS). */
export function ratioMetric(
  id: string,
  above: readonly Count[],
  below: readonly [Count, ...Count[]],
  { leavesOut, fraction, ...words }: Name & { fraction: Fraction; leavesOut?: LeavesOut },
): Metric {
  const sum = (values: (name: string) => number, counts: readonly Count[]) =>
    counts.reduce((total, { name }) => total + values(name), 0);
  const measures = Object.fromEntries([...above, ...below].map((count) => [count.name, countMeasure(count)]));
  const [{ grain, where }] = below;
  return {
    id,
    unit: "ratio",
    good: null,
    ...words,
    fraction,
    definition: defineFraction(fraction),
    records: { grain, where },
    ...leaving(id, leavesOut),
    measures,
    sample: {
      measures,
      of: (values) => ({ records: sum(values, below), sum: sum(values, above), squares: sum(values, above) }),
    },
    derive: (values) => {
      const denominator = sum(values, below);
      return denominator === 0 ? null : sum(values, above) / denominator;
    },
  };
}

/** `Contained ÷ inbound conversations. And a note.` */
function defineFraction({ above, below, note }: Fraction): string {
  return `${above} ÷ ${below.charAt(0).toLowerCase()}${below.slice(1)}.${note ? ` ${note}` : ""}`;
}

const AGGREGATE_LABELS: Record<AggregateId, string> = {
  Total: "total",
  Average: "average",
  AverageNonZero: "average over non-zero",
  Median: "median",
  P90: "90th percentile",
  Longest: "longest",
  Count: "records counted",
  Squares: "sum of squares",
};

const NEGATIVE_LABEL = "left out as negative";

/** One metric an aggregate, then how many records each runs over and how many ran backwards. */
export function durationMetrics(
  id: string,
  aggregates: readonly AggregateId[],
  { over, definition, ...words }: Words & { over: Records },
): Metric[] {
  const duration: Duration = { id, ...over };
  const records = durationRecords(duration);
  const leavesOut = {
    of: id,
    measures: { missing: leftOutMeasure(duration, "missing"), negative: leftOutMeasure(duration, "negative") },
  };
  const metric = (aggregate: AggregateId): Metric => ({
    ...words,
    id: `${id}${aggregate}`,
    label: `${words.label}, ${AGGREGATE_LABELS[aggregate]}`,
    unit: aggregate === "Count" ? "count" : "seconds",
    definition,
    statistic: { of: id, ofLabel: words.label, label: AGGREGATE_LABELS[aggregate] },
    good: aggregate === "Count" || aggregate === "Total" ? null : (words.good ?? null),
    records,
    leavesOut,
    measures: { [`${id}${aggregate}`]: durationMeasure(duration, aggregate) },
    ...(aggregate === "Average" && { sample: averageSample(duration) }),
  });
  const negative: Metric = {
    ...words,
    id: `${id}Negative`,
    label: `${words.label}, ${NEGATIVE_LABEL}`,
    unit: "count",
    definition: `Records whose ${words.label.toLowerCase()} runs backwards in the source: they count as missing.`,
    statistic: { of: id, ofLabel: words.label, label: NEGATIVE_LABEL },
    good: null,
    records,
    measures: { [`${id}Negative`]: leavesOut.measures.negative },
  };
  return [...aggregates.map(metric), metric("Count"), negative];
}

function averageSample(duration: Duration): Sampled {
  const { id } = duration;
  const parts = { records: "Count", sum: "Total", squares: "Squares" } as const;
  return {
    measures: Object.fromEntries(Object.values(parts).map((part) => [`${id}${part}`, durationMeasure(duration, part)])),
    of: (values) => ({
      records: values(`${id}${parts.records}`),
      sum: values(`${id}${parts.sum}`),
      squares: values(`${id}${parts.squares}`),
    }),
  };
}
