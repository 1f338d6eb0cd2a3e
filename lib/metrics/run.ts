import type { Kysely } from "kysely";
import type { Column, DatasetId, Row } from "@/lib/shared/contract";
import { maskText } from "@/lib/shared/mask";
import type { MetricQuery } from "@/lib/shared/query";
import { previousRange } from "@/lib/shared/range";
import type { Scope } from "@/lib/shared/scope";
import { readNames } from "@/lib/store/names";
import type { Database } from "@/lib/store/schema";
import type { Grain } from "@/lib/store/selection";
import { type Buckets, bucketsOf, defaultInterval } from "./buckets";
import { metricOf } from "./catalogue";
import { computeGroups, type Group } from "./compute";
import { DATASET_DEFINITIONS, type Dataset, type Key } from "./datasets";
import type { Metric } from "./define";
import { COUNTS, type Measure } from "./measures";

export interface DatasetResult {
  columns: Column[];
  rows: Row[];
  comparison?: { from: string; to: string; rows: Row[] };
}

const GRAINS: readonly Grain[] = ["conversation", "entry", "segment", "missed", "tag", "disposition"];

/** The rows of one dataset (METRICS, "Datasets"), and those of the compared range where one is asked for. */
export async function runDataset(
  db: Kysely<Database>,
  scope: Scope,
  id: DatasetId,
  query: MetricQuery,
): Promise<DatasetResult> {
  const dataset = DATASET_DEFINITIONS[id];
  const rows = await datasetRows(db, scope, dataset, query);
  if (query.compare === undefined) {
    return { columns: columnsOf(dataset), rows };
  }
  const range = previousRange(query.range);
  const compared = await datasetRows(db, scope, dataset, { ...query, range });
  return { columns: columnsOf(dataset), rows, comparison: { from: range.from, to: range.to, rows: compared } };
}

function columnsOf({ keys, metrics, names, isSeries, hasShare }: Dataset): Column[] {
  return [
    ...(isSeries ? [{ id: "bucket", label: "Start", unit: "bucket" as const }] : []),
    ...keys.map(({ id, label, unit }) => ({ id, label, unit })),
    ...(names ? [{ id: names.id, label: names.label, unit: "text" as const }] : []),
    ...metrics.map(metricOf).map(({ id, label, unit, definition, good }) => ({
      id,
      label,
      unit,
      definition,
      ...(good && { good }),
    })),
    ...(hasShare ? [{ id: "share", label: "Share", unit: "ratio" as const }] : []),
  ];
}

async function datasetRows(db: Kysely<Database>, scope: Scope, dataset: Dataset, query: MetricQuery): Promise<Row[]> {
  const metrics = dataset.metrics.map(metricOf);
  const measures: Record<string, Measure> = dataset.countedAs
    ? { conversations: COUNTS[dataset.countedAs] }
    : Object.assign({}, ...metrics.map((metric) => metric.measures));
  const buckets = dataset.isSeries ? bucketsOf(query.range, query.interval ?? defaultInterval(query.range)) : null;
  const keys = buckets ? [bucketKey(buckets)] : dataset.keys;
  const [groups, total, names] = await Promise.all([
    computeGroups(db, scope, query, keys, measures),
    dataset.hasShare ? countConversations(db, scope, query) : 0,
    dataset.names ? readNames(db, dataset.names.kind) : new Map<string, string>(),
  ]);
  const toRow = (group: Group | undefined, start: Row): Row => ({ ...start, ...metricValues(metrics, group) });
  if (buckets) {
    return buckets.spine.map(({ key, label }) => toRow(groups.get(JSON.stringify([key])), { bucket: label }));
  }
  const rows = [...groups.values()]
    .filter((group) => belongs(dataset, group))
    .map((group) => {
      const start = Object.fromEntries(
        dataset.keys.map((key, index) => [key.id, shownKey(key, group.keys[index] ?? null, scope)]),
      );
      const first = String(group.keys[0] ?? "");
      const row = toRow(group, dataset.names ? { ...start, [dataset.names.id]: names.get(first) ?? first } : start);
      return dataset.hasShare ? { ...row, share: total === 0 ? null : Number(row.conversations) / total } : row;
    });
  return rows.filter(dataset.keep ?? (() => true)).sort(orderOf(dataset));
}

function shownKey({ isPersonal }: Key, value: string | number | null, scope: Scope): string | number | null {
  return isPersonal && !scope.canSeePersonalData && typeof value === "string" ? maskText(value) : value;
}

/** A queue is there because of its entries: a segment alone does not make a row. */
function belongs(dataset: Dataset, group: Group): boolean {
  return dataset.names?.kind !== "queue" || group.grains.has("entry");
}

function bucketKey({ key }: Buckets): Pick<Key, "id" | "sql"> {
  return { id: "bucket", sql: Object.fromEntries(GRAINS.map((grain) => [grain, key])) };
}

function metricValues(metrics: readonly Metric[], group: Group | undefined): Row {
  return Object.fromEntries(
    metrics.map((metric) => {
      if (metric.derive) {
        return [metric.id, metric.derive((name) => group?.values.get(name) ?? 0)];
      }
      const isSum = metric.unit === "count" || metric.id.endsWith("Total");
      return [metric.id, group?.values.get(metric.id) ?? (isSum ? 0 : null)];
    }),
  );
}

/** How many conversations the filters leave: what `share` is of. */
export async function countConversations(db: Kysely<Database>, scope: Scope, query: MetricQuery): Promise<number> {
  const groups = await computeGroups(db, scope, query, [], { conversations: COUNTS.conversations });
  return groups.get("[]")?.values.get("conversations") ?? 0;
}

/** Largest first, then by what the row is called, in code-point order. */
function orderOf({ orderBy, keys, names }: Dataset): (a: Row, b: Row) => number {
  const labels = [...(names ? [names.id] : []), ...keys.map(({ id }) => id)];
  return (a, b) => {
    const larger = orderBy ? Number(b[orderBy]) - Number(a[orderBy]) : 0;
    const differing = labels.find((id) => a[id] !== b[id]);
    return larger || (differing === undefined ? 0 : String(a[differing]) < String(b[differing]) ? -1 : 1);
  };
}
