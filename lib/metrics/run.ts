import type { Kysely } from "kysely";
import { comparedRange } from "@/lib/shared/compared-range";
import type { Column, LeftOut, Row, Usual } from "@/lib/shared/contract";
import { DATASETS, type DatasetId } from "@/lib/shared/datasets";
import { rejectParameter } from "@/lib/shared/errors";
import { withFilters } from "@/lib/shared/filters";
import type { MetricQuery } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { readNames } from "@/lib/store/conversations/names";
import type { Database } from "@/lib/store/schema/schema";
import { ANOMALY_COLUMNS, runAnomalies } from "./anomalies";
import { AXIS_COLUMNS, axisOf } from "./axis";
import { metricOf } from "./catalogue";
import { computeGroups, type Group } from "./compute";
import type { Dataset, Top } from "./dataset";
import { DATASET_DEFINITIONS } from "./datasets";
import type { Metric } from "./define";
import { toLinks } from "./flow";
import { leftOutMeasures, sumLeftOut } from "./left-out";
import { CONVERSATIONS_OF, COUNTS, type Count, countMeasure, type Measure } from "./measures";
import { isPartition, SHARED, sumConversations, withShare } from "./share";

export interface DatasetResult {
  columns: Column[];
  rows: Row[];
  leftOut: LeftOut[];
  /** What `anomalies` compared. */
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
  const dataset = narrow(id, { ...DATASETS[id], ...DATASET_DEFINITIONS[id] }, query.metrics);
  if (query.find !== undefined && (dataset.flow || dataset.keys.length === 0)) {
    rejectParameter("find", `“find” looks into texts by which rows are told apart: those of “${id}” have none.`);
  }
  if (id === "anomalies") {
    const { rows, usual } = await runAnomalies(db, scope, query);
    return { columns: [...ANOMALY_COLUMNS], leftOut: [], rows: rows.slice(0, query.limit), usual };
  }
  const result = { columns: datasetColumns(dataset), ...(await datasetRows(db, scope, dataset, query)) };
  if (query.compare === undefined) {
    return result;
  }
  const range = comparedRange(query.range, query.compare);
  const { rows } = await datasetRows(db, scope, dataset, { ...query, range });
  return { ...result, comparison: { from: range.from, to: range.to, rows } };
}

/** A dataset with some of its metrics. Where rows are there because of what they count, all of them are needed. */
function narrow(id: DatasetId, dataset: Dataset, chosen: readonly string[] | undefined): Dataset {
  if (chosen === undefined) {
    return dataset;
  }
  if (dataset.metrics.length === 0 || (dataset.keys.length > 0 && !dataset.axis)) {
    rejectParameter("metrics", `“metrics” chooses columns of the summary and of series: “${id}” is neither.`);
  }
  const unknown = chosen.find((metric) => !dataset.metrics.includes(metric));
  if (unknown !== undefined) {
    const all = dataset.metrics.join(", ");
    rejectParameter("metrics", `“${id}” has no metric “${unknown.slice(0, 60)}”. It has: ${all}.`);
  }
  return { ...dataset, metrics: dataset.metrics.filter((metric) => chosen.includes(metric)) };
}

function datasetColumns({ keys, metrics, names, axis, flow, hasShare }: Dataset): Column[] {
  if (flow) {
    return [...flow];
  }
  return [
    ...(axis ? AXIS_COLUMNS[axis] : []),
    ...keys.map(({ id, label, unit }) => ({ id, label, unit })),
    ...(names ? [{ id: names.id, label: names.label, unit: "text" as const }] : []),
    ...metrics
      .map(metricOf)
      .flatMap(({ id, label, unit, definition, good }) => [
        { id, label, unit, definition, ...(good && { good }) },
        ...(hasShare && id === SHARED ? [{ id: "share", label: "Share", unit: "ratio" as const }] : []),
      ]),
  ];
}

async function datasetRows(
  db: Kysely<Database>,
  scope: Scope,
  dataset: Dataset,
  asked: MetricQuery,
): Promise<{ rows: Row[]; leftOut: LeftOut[] }> {
  const query = { ...asked, filters: withFilters(asked.filters, dataset.only ?? {}) };
  const metrics = dataset.metrics.map(metricOf);
  const measures: Record<string, Measure> = Object.assign(
    leftOutMeasures(metrics),
    ...metrics.map((metric) => metric.measures),
    dataset.countedAs && { conversations: measureOf(dataset, dataset.countedAs, scope) },
  );
  const axis = axisOf(dataset, query);
  const nameKind = dataset.flow ? "queue" : dataset.names?.kind;
  const [groups, counted, names] = await Promise.all([
    computeGroups(db, scope, query, axis?.keys ?? dataset.keys, measures, topOf(dataset, query)),
    dataset.hasShare && !isPartition(dataset) ? countConversations(db, scope, query) : null,
    nameKind ? readNames(db, nameKind) : new Map<string, string>(),
  ]);
  const leftOut = sumLeftOut(metrics, groups.values());
  const total = dataset.hasShare ? (counted ?? sumConversations(groups.values())) : null;
  if (dataset.flow) {
    return { rows: toLinks(groups.values(), names).slice(0, query.limit), leftOut };
  }
  if (axis) {
    const rows = axis.rows.map(({ group, start }) => ({ ...start, ...metricValues(metrics, groups.get(group)) }));
    return { rows: rows.slice(0, query.limit), leftOut };
  }
  const rows = [...groups.values()]
    .filter((group) => belongs(dataset, group))
    .map((group) => {
      const start = Object.fromEntries(dataset.keys.map((key, index) => [key.id, group.keys[index] ?? null]));
      const first = String(group.keys[0] ?? "");
      const named = dataset.names ? { ...start, [dataset.names.id]: names.get(first) ?? first } : start;
      return { ...named, ...withShare(metricValues(metrics, group), total) };
    });
  const kept = rows.filter(dataset.keep ?? (() => true)).filter((row) => isFound(row, dataset, query.find));
  return { rows: kept.sort(orderOf(dataset)).slice(0, query.limit), leftOut };
}

/** What the store itself is to leave out: what is sought is looked for as it is shown, and so among all rows. */
function topOf(
  { top, isLong, orderBy = "" }: Dataset,
  { limit, find }: MetricQuery,
): (Top & { by: string }) | undefined {
  if (top) {
    return { ...top, by: orderBy };
  }
  return isLong && limit !== undefined && find === undefined ? { keys: 0, rows: limit, by: orderBy } : undefined;
}

/** Whether one of a row's texts, as it is shown, holds what is sought. */
function isFound(row: Row, { keys, names }: Dataset, find: string | undefined): boolean {
  const sought = find?.toLowerCase();
  const texts = [...keys.map(({ id }) => row[id]), names && row[names.id]];
  return (
    sought === undefined ||
    texts.some((text) =>
      String(text ?? "")
        .toLowerCase()
        .includes(sought),
    )
  );
}

/** Values that look alike once they are masked can belong to one conversation: it counts once. */
function measureOf({ keys }: Dataset, countedAs: Count, scope: Scope): Measure {
  const isMasked = !scope.canSeePersonalData && keys.some(({ isPersonal }) => isPersonal);
  return countMeasure(isMasked ? { ...countedAs, distinct: CONVERSATIONS_OF } : countedAs);
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
  const groups = await computeGroups(db, scope, query, [], { conversations: countMeasure(COUNTS.conversations) });
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
