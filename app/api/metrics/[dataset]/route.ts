import { answerDataset, datasetOf } from "@/app/_server/dataset";
import { guarded } from "@/app/_server/route";
import { csvFileName, respondCsv, respondJson, toCsv } from "@/lib/http/respond";

export const GET = guarded<{ dataset: string }>(async ({ params, search, session, runtime }) => {
  const dataset = datasetOf(params.dataset);
  const { reply, query } = await answerDataset(runtime, session, dataset, search);
  return query.format === "csv"
    ? respondCsv(toCsv(reply.columns, reply.rows), csvFileName(dataset, reply.meta))
    : respondJson(reply);
});
