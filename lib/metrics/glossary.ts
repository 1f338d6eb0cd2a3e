import type { LeftOutReason } from "@/lib/shared/contract";
import { DATASET_IDS, type DatasetId } from "@/lib/shared/datasets";
import type { GlossaryEntry, GlossaryGroup } from "@/lib/shared/glossary";
import { METRICS, ROW_METRICS } from "./catalogue";
import { DATASET_DEFINITIONS } from "./datasets";
import type { Metric } from "./define";
import { TOPICS } from "./topics";

const ALL = [...METRICS, ...ROW_METRICS];
const IN_READING_ORDER = ALL.filter(({ readAfter }) => readAfter === undefined).flatMap((metric) => [
  metric,
  ...ALL.filter(({ readAfter }) => readAfter === metric.id),
]);

const entryIdOf = ({ id, statistic }: Metric): string => statistic?.of ?? id;

/** Every metric of the catalogue, explained once, in its group; the statistics of a duration together. */
export function readGlossary(): GlossaryGroup[] {
  return TOPICS.map((topic) => {
    const ids = new Set(IN_READING_ORDER.filter((metric) => metric.topic === topic.id).map(entryIdOf));
    return { ...topic, entries: [...ids].flatMap(explain) };
  });
}

function explain(id: string): GlossaryEntry[] {
  const metrics = ALL.filter((metric) => entryIdOf(metric) === id);
  const [first] = metrics;
  if (!first) {
    return [];
  }
  const { label, definition, fraction, unit, leavesOut, statistic } = first;
  const entry: GlossaryEntry = {
    id,
    label: statistic?.ofLabel ?? label,
    definition,
    ...(fraction && { fraction }),
    unit,
    good: metrics.find(({ good }) => good)?.good ?? null,
    leavesOut: Object.keys(leavesOut?.measures ?? {}) as LeftOutReason[],
    names: metrics.map((metric) => ({ id: metric.id, ...(metric.statistic && { label: metric.statistic.label }) })),
    datasets: DATASET_IDS.filter((dataset) => hasOneOf(dataset, metrics)),
  };
  return [entry];
}

function hasOneOf(dataset: DatasetId, metrics: readonly Metric[]): boolean {
  return dataset !== "summary" && metrics.some(({ id }) => DATASET_DEFINITIONS[dataset].metrics.includes(id));
}
