import type { Session } from "@/lib/auth/session";
import { csvFileName, toCsv } from "@/lib/http/respond";
import { runDataset } from "@/lib/metrics/run";
import type { Runtime } from "@/lib/runtime";
import { comparedRange } from "@/lib/shared/compared-range";
import type { DatasetReply, Meta } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { isoOf } from "@/lib/shared/instants";
import type { MetricQuery, QueryContext } from "@/lib/shared/query";
import type { ReportRange } from "@/lib/shared/range";

/** What a reply says of its range and of how complete the copy is in it. */
export async function metaOf({ scheduler, clock }: Runtime, range: ReportRange): Promise<Meta> {
  const coverage = await scheduler.coverageOf({ fromAt: range.startAt, toAt: range.endAt });
  const { from, to, timeZone } = range;
  return { from, to, timeZone, generatedAt: isoOf(clock.now()), ...coverage };
}

/** What parameters are read by: the report's zone, and now. */
export function queryContext({ timeZone, clock }: Runtime): QueryContext {
  return { timeZone, now: clock.now() };
}

/** @param readMeta for askers that have read it already, or read it once for several datasets */
export async function answerDataset(
  runtime: Runtime,
  { scope }: Session,
  dataset: DatasetId,
  query: MetricQuery,
  readMeta = () => metaOf(runtime, query.range),
): Promise<DatasetReply> {
  const [meta, { comparison, ...result }, compared] = await Promise.all([
    readMeta(),
    runDataset(runtime.store.db, scope, dataset, query),
    query.compare && metaOf(runtime, comparedRange(query.range, query.compare)),
  ]);
  return {
    ...result,
    meta,
    ...(comparison && compared && { comparison: { ...comparison, complete: compared.complete } }),
  };
}

/** Rows of a dataset as a file: what `format=csv` answers, and an export holds. */
export function datasetCsv(
  dataset: DatasetId,
  range: Pick<Meta, "from" | "to" | "timeZone">,
  { columns, rows }: Pick<DatasetReply, "columns" | "rows">,
  query: MetricQuery,
): [text: string, fileName: string] {
  return [toCsv(columns, rows, query), csvFileName(dataset, range)];
}
