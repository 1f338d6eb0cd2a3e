import type { ROUTES } from "@/lib/http/routes";
import { safeName, zipOf } from "@/lib/http/zip";
import type { DatasetReply, Meta } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import type { MetricQuery } from "@/lib/shared/query";
import { readOptions } from "@/lib/store/filters/options";
import { answerDataset, datasetCsv } from "./dataset";
import { describeSelection, type Manifest, toText } from "./manifest";
import type { Asked } from "./route";

/** A ZIP with each dataset as its CSV, and a manifest of what they are. All is counted before the first byte leaves. */
export async function zipDatasets({
  runtime,
  session,
  query,
  meta: readMeta,
}: Asked<typeof ROUTES.export>): Promise<{ name: string; stream: ReadableStream<Uint8Array> }> {
  const answer = async (dataset: DatasetId) => ({
    dataset,
    reply: await answerDataset(runtime, session, dataset, query, readMeta),
  });
  const [meta, options, replies] = await Promise.all([
    readMeta(),
    readOptions(runtime.store.db, session.scope),
    Promise.all(query.datasets.map(answer)),
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
  const fileOf = (range: { from: string; to: string }, { rows, leftOut }: Pick<DatasetReply, "rows" | "leftOut">) => {
    const [text, name] = datasetCsv(dataset, { ...range, timeZone }, { columns: reply.columns, rows }, query);
    return { name: safeName(name), text, dataset, range, reply, leftOut };
  };
  const { comparison } = reply;
  return [
    fileOf({ from, to }, reply),
    ...(comparison
      ? [fileOf({ from: comparison.from, to: comparison.to }, { rows: comparison.rows, leftOut: [] })]
      : []),
  ];
}
