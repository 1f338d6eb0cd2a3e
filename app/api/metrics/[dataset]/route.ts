import { answerDataset, datasetCsv } from "@/app/_server/dataset";
import { route } from "@/app/_server/route";
import { respondCsv } from "@/lib/http/respond";
import { ROUTES } from "@/lib/http/routes";

export const { GET, POST } = route(ROUTES.dataset, async ({ params: { dataset }, query, session, runtime, meta }) => {
  const reply = await answerDataset(runtime, session, dataset, query, meta);
  return query.format === "csv" ? respondCsv(...datasetCsv(dataset, reply.meta, reply, query)) : reply;
});
