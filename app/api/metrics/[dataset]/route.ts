import { answerDataset, datasetOf, metaOf, readMetricQuery } from "@/app/_server/dataset";
import { factsOf, respondWithEtag } from "@/app/_server/etag-reply";
import { askedByBoth } from "@/app/_server/parameters";
import { csvFileName, respondCsv, respondJson, toCsv } from "@/lib/http/respond";

export const { GET, POST } = askedByBoth<{ dataset: string }>(async (asked) => {
  const { params, search, session, runtime } = asked;
  const dataset = datasetOf(params.dataset);
  const query = readMetricQuery(runtime, search);
  const meta = await metaOf(runtime, query.range);
  return respondWithEtag(asked, [query, factsOf(meta)], async () => {
    const reply = await answerDataset(runtime, session, dataset, query, meta);
    return query.format === "csv"
      ? respondCsv(toCsv(reply.columns, reply.rows, query), csvFileName(dataset, meta))
      : respondJson(reply);
  });
});
