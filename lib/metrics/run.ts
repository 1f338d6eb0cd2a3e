import type { Kysely } from "kysely";
import { comparedRange } from "@/lib/shared/compared-range";
import type { Column, DatasetId, LeftOut, Row, Usual } from "@/lib/shared/contract";
import { maskText } from "@/lib/shared/mask";
import type { MetricQuery } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { readNames } from "@/lib/store/names";
import type { Database } from "@/lib/store/schema";
import { AXIS_COLUMNS, axisOf } from "./axis";
import { metricOf } from "./catalogue";
import { computeGroups, type Group } from "./compute";
import { DATASET_DEFINITIONS, type Dataset, type Key } from "./datasets";
import type { Metric } from "./define";
import { toLinks } from "./flow";
import { leftOutMeasures, sumLeftOut } from "./left-out";
import { countMeasure, type Measure } from "./measures";
import { runStandOuts, STAND_OUT_COLUMNS } from "./stand-outs";

export interface DatasetResult {
  columns: Column[];
  rows: Row[];
  leftOut: LeftOut[];
  /** What `stand-outs` compared. */
  usual?: Usual;
  comparison?: { from: string; to: string; rows: Row[] };
}

/** The rows of one dataset (METRICS, "Datasets"), and those of the compared range where one is asked for. */
export async function runDataset(
  db: Kysely<Database>,
  scope: Scope,
  id: DatasetId,
  query: MetricQuery,
): Promise<DatasetResult> {
  if (id === "stand-outs") {
    return { columns: [...STAND_OUT_COLUMNS], leftOut: [], ...(await runStandOuts(db, scope, query)) };
  }
  const dataset = DATASET_DEFINITIONS[id];
  const result = { columns: columnsOf(dataset), ...(await datasetRows(db, scope, dataset, query)) };
  if (query.compare === undefined) {
    return result;
  }
  const range = comparedRange(query.range, query.compare);
  const { rows } = await datasetRows(db, scope, dataset, { ...query, range });
  return { ...result, comparison: { from: range.from, to: range.to, rows } };
}

function columnsOf({ keys, metrics, names, axis, flow, hasShare }: Dataset): Column[] {
  if (flow) {
    return [...flow];
  }
  return [
    ...(axis ? AXIS_COLUMNS[axis] : []),
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

async function datasetRows(
  db: Kysely<Database>,
  scope: Scope,
  dataset: Dataset,
  query: MetricQuery,
): Promise<{ rows: Row[]; leftOut: LeftOut[] }> {
  const metrics = dataset.metrics.map(metricOf);
  const measures: Record<string, Measure> = dataset.countedAs
    ? { conversations: countMeasure(dataset.countedAs) }
    : Object.assign(leftOutMeasures(metrics), ...metrics.map((metric) => metric.measures));
  const axis = axisOf(dataset, query);
  const nameKind = dataset.flow ? "queue" : dataset.names?.kind;
  const [groups, total, names] = await Promise.all([
    computeGroups(db, scope, query, axis?.keys ?? dataset.keys, measures),
    dataset.hasShare ? countConversations(db, scope, query) : 0,
    nameKind ? readNames(db, nameKind) : new Map<string, string>(),
  ]);
  const leftOut = sumLeftOut(metrics, groups.values());
  if (dataset.flow) {
    return { rows: toLinks(groups.values(), names), leftOut };
  }
  if (axis) {
    const rows = axis.rows.map(({ group, start }) => ({ ...start, ...metricValues(metrics, groups.get(group)) }));
    return { rows, leftOut };
  }
  const rows = [...groups.values()]
    .filter((group) => belongs(dataset, group))
    .map((group) => {
      const start = Object.fromEntries(
        dataset.keys.map((key, index) => [key.id, shownKey(key, group.keys[index] ?? null, scope)]),
      );
      const first = String(group.keys[0] ?? "");
      const named = dataset.names ? { ...start, [dataset.names.id]: names.get(first) ?? first } : start;
      const row: Row = { ...named, ...metricValues(metrics, group) };
      return dataset.hasShare ? { ...row, share: total === 0 ? null : Number(row.conversations) / total } : row;
    });
  return { rows: rows.filter(dataset.keep ?? (() => true)).sort(orderOf(dataset)), leftOut };
}

function shownKey({ isPersonal }: Key, value: string | number | null, scope: Scope): string | number | null {
  return isPersonal && !scope.canSeePersonalData && typeof value === "string" ? maskText(value) : value;
}

/** A queue is there because of its entries: a segment alone does not make a row. */
function belongs(dataset: Dataset, group: Group): boolean {
  return dataset.names?.kind !== "queue" || group.grains.has("entry");
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
  const groups = await computeGroups(db, scope, query, [], { conversations: countMeasure("conversations") });
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
