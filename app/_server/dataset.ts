import type { Session } from "@/lib/auth/session";
import { runDataset } from "@/lib/metrics/run";
import type { Runtime } from "@/lib/runtime";
import { comparedRange } from "@/lib/shared/compared-range";
import type { DatasetReply, Meta } from "@/lib/shared/contract";
import { DATASET_IDS, type DatasetId } from "@/lib/shared/datasets";
import { CallboardError } from "@/lib/shared/errors";
import { isoOf } from "@/lib/shared/instants";
import { type MetricQuery, parseMetricQuery } from "@/lib/shared/query";
import type { ReportRange } from "@/lib/shared/range";

/** @throws CallboardError `unknown_dataset`, naming those that there are. */
export function datasetOf(name: string): DatasetId {
  const found = DATASET_IDS.find((id) => id === name);
  if (!found) {
    throw new CallboardError(
      "unknown_dataset",
      `There is no dataset “${name.slice(0, 60)}”. There are: ${DATASET_IDS.join(", ")}.`,
    );
  }
  return found;
}

/** What a reply says of its range and of how complete the copy is in it. */
export async function metaOf({ scheduler, clock }: Runtime, range: ReportRange): Promise<Meta> {
  const coverage = await scheduler.coverageOf({ fromAt: range.startAt, toAt: range.endAt });
  const { from, to, timeZone } = range;
  return { from, to, timeZone, generatedAt: isoOf(clock.now()), ...coverage };
}

export function readMetricQuery(runtime: Runtime, search: URLSearchParams): MetricQuery {
  return parseMetricQuery(search, { timeZone: runtime.timeZone, now: runtime.clock.now() });
}

export async function answerDataset(
  runtime: Runtime,
  { scope }: Session,
  dataset: DatasetId,
  query: MetricQuery,
  known?: Meta,
): Promise<DatasetReply> {
  const [meta, { comparison, ...result }, compared] = await Promise.all([
    known ?? metaOf(runtime, query.range),
    runDataset(runtime.store.db, scope, dataset, query),
    query.compare && metaOf(runtime, comparedRange(query.range, query.compare)),
  ]);
  return {
    ...result,
    meta,
    ...(comparison && compared && { comparison: { ...comparison, complete: compared.complete } }),
  };
}
