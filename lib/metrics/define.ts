import type { Unit } from "@/lib/shared/contract";
import {
  type AggregateId,
  COUNTS,
  type CountId,
  type DurationId,
  durationMeasure,
  type Measure,
  negativeMeasure,
} from "./measures";

/** Whether more of it is better: `null` where neither is (METRICS, "Compare"). */
export type Good = "up" | "down" | null;

/** A metric is data: adding one is adding an entry here (ARCHITECTURE, rule 2). */
export interface Metric {
  id: string;
  label: string;
  unit: Unit;
  definition: string;
  good: Good;
  /** What SQL computes for it, by name. */
  measures: Record<string, Measure>;
  /** The value from what SQL computed; absent where it is the one measure itself. */
  derive?: (values: (name: string) => number) => number | null;
}

type Words = { label: string; definition: string; good?: Good };

export function countMetric(id: CountId, words: Words): Metric {
  return { id, unit: "count", good: null, ...words, measures: { [id]: COUNTS[id] } };
}

/** Computed from summed parts, never by averaging averages; null where the denominator is 0 (METRICS). */
export function ratioMetric(id: string, above: readonly CountId[], below: readonly CountId[], words: Words): Metric {
  const sum = (values: (name: string) => number, ids: readonly CountId[]) =>
    ids.reduce((total, name) => total + values(name), 0);
  return {
    id,
    unit: "ratio",
    good: null,
    ...words,
    measures: Object.fromEntries([...above, ...below].map((name) => [name, COUNTS[name]])),
    derive: (values) => {
      const denominator = sum(values, below);
      return denominator === 0 ? null : sum(values, above) / denominator;
    },
  };
}

const AGGREGATE_LABELS: Record<AggregateId, string> = {
  Total: "total",
  Average: "average",
  AverageNonZero: "average over non-zero",
  Median: "median",
  P90: "90th percentile",
  Longest: "longest",
  Count: "records counted",
};

/** One metric an aggregate, then how many records each runs over and how many ran backwards. */
export function durationMetrics(id: DurationId, aggregates: readonly AggregateId[], words: Words): Metric[] {
  const metric = (aggregate: AggregateId): Metric => ({
    id: `${id}${aggregate}`,
    label: `${words.label}, ${AGGREGATE_LABELS[aggregate]}`,
    unit: aggregate === "Count" ? "count" : "seconds",
    definition: words.definition,
    good: aggregate === "Count" || aggregate === "Total" ? null : (words.good ?? null),
    measures: { [`${id}${aggregate}`]: durationMeasure(id, aggregate) },
  });
  const negative: Metric = {
    id: `${id}Negative`,
    label: `${words.label}, left out as negative`,
    unit: "count",
    definition: `Records whose ${words.label.toLowerCase()} runs backwards in the source: they count as missing.`,
    good: null,
    measures: { [`${id}Negative`]: negativeMeasure(id) },
  };
  return [...aggregates.map(metric), metric("Count"), negative];
}
