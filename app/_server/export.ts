import type { Session } from "@/lib/auth/session";
import { csvFileName, toCsv } from "@/lib/http/respond";
import { safeName, zipOf } from "@/lib/http/zip";
import type { Runtime } from "@/lib/runtime";
import type { DatasetReply, Meta } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { rejectParameter } from "@/lib/shared/errors";
import type { MetricQuery } from "@/lib/shared/query";
import { readOptions } from "@/lib/store/filters/options";
import { answerDataset, datasetOf, metaOf, readMetricQuery } from "./dataset";
import { describeSelection, type Manifest, toText } from "./manifest";

/** @throws CallboardError `unknown_dataset`; `invalid_parameter` where there is none, or a parameter is wrong. */
export function readExport(
  runtime: Runtime,
  search: URLSearchParams,
): { datasets: readonly DatasetId[]; query: MetricQuery } {
  const datasets = new Set(search.getAll("dataset").map(datasetOf));
  if (datasets.size === 0) {
    rejectParameter("dataset", "“dataset” must name at least one dataset, and may be given again for each of them.");
  }
  const rest = new URLSearchParams(search);
  rest.delete("dataset");
  const stray = ["format", "find", "limit", "metrics"].find((name) => rest.has(name));
  if (stray) {
    rejectParameter(stray, `“${stray}” has no meaning here: the export is a ZIP of whole CSV files.`);
  }
  return { datasets: [...datasets], query: readMetricQuery(runtime, rest) };
}

/** A ZIP with each dataset as its CSV, and a manifest of what they are. All is counted before the first byte leaves. */
export async function zipDatasets(
  runtime: Runtime,
  session: Session,
  datasets: readonly DatasetId[],
  query: MetricQuery,
): Promise<{ name: string; stream: ReadableStream<Uint8Array> }> {
  const [meta, options, replies] = await Promise.all([
    metaOf(runtime, query.range),
    readOptions(runtime.store.db, session.scope),
    Promise.all(
      datasets.map(async (dataset) => ({ dataset, reply: await answerDataset(runtime, session, dataset, query) })),
    ),
  ]);
  const parts = replies.flatMap(({ dataset, reply }) => filesOf(dataset, reply, meta, query));
  const manifest: Manifest = {
    ...describeSelection(query, meta, options),
    files: parts.map(({ name, dataset, range, reply, leftOut }) => ({
      name,
      dataset,
      ...range,
      columns: reply.columns,
      leftOut,
    })),
  };
  const files = [
    { name: "manifest.txt", text: toText(manifest) },
    { name: "manifest.json", text: `${JSON.stringify(manifest, null, 2)}\n` },
    ...parts,
  ];
  const name = `callboard_${meta.from}_${meta.to}_${meta.timeZone}.zip`;
  return { name, stream: zipOf(files, new Date(meta.generatedAt)) };
}

/** A dataset's file, and a second one of the range that it is compared with, each named by its own range. */
function filesOf(dataset: DatasetId, reply: DatasetReply, { from, to, timeZone }: Meta, query: MetricQuery) {
  const fileOf = (range: { from: string; to: string }, { rows, leftOut }: Pick<DatasetReply, "rows" | "leftOut">) => ({
    name: safeName(csvFileName(dataset, { ...range, timeZone })),
    text: toCsv(reply.columns, rows, query),
    dataset,
    range,
    reply,
    leftOut,
  });
  const { comparison } = reply;
  return [
    fileOf({ from, to }, reply),
    ...(comparison
      ? [fileOf({ from: comparison.from, to: comparison.to }, { rows: comparison.rows, leftOut: [] })]
      : []),
  ];
}
