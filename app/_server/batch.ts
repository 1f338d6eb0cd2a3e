import { datasetOf } from "@/lib/http/dataset-parameters";
import { errorBody } from "@/lib/http/respond";
import type { ROUTES } from "@/lib/http/routes";
import type { Meta } from "@/lib/shared/contract";
import type { BatchQuery, BatchReply } from "@/lib/shared/dataset-batch";
import { parseMetricQuery } from "@/lib/shared/query";
import { answerDataset, metaOf, queryContext } from "./dataset";
import { answerQuestion } from "./question";
import { type Asked, noteFailure } from "./route";

/** Questions answered at a time, in the order of their asking: more would have all of them wait for the slowest. */
const AT_A_TIME = 2;

/** Each question's answer or error, as soon as it is there. */
export async function* answerBatch({
  runtime,
  session,
  request: { signal },
  body: { asks },
}: Asked<typeof ROUTES.datasets>): AsyncGenerator<BatchReply> {
  const metas = new Map<string, Promise<Meta>>();
  const answer = async ({ dataset, search }: BatchQuery, ask: number): Promise<BatchReply> => {
    try {
      const id = datasetOf(dataset);
      const query = parseMetricQuery(new URLSearchParams(search), queryContext(runtime));
      const { from, to } = query.range;
      const answerIt = async () => {
        const meta = metas.get(`${from} ${to}`) ?? metaOf(runtime, query.range);
        metas.set(`${from} ${to}`, meta);
        return answerDataset(runtime, session, id, query, () => meta);
      };
      return { ask, reply: await answerQuestion({ runtime, session, signal }, answerIt) };
    } catch (error) {
      noteFailure(runtime, `/api/metrics/${dataset.slice(0, 40)}`, error);
      return { ask, ...errorBody(error) };
    }
  };
  const underWay = new Map<number, Promise<BatchReply>>();
  let next = 0;
  while (next < asks.length || underWay.size > 0) {
    for (; next < asks.length && underWay.size < AT_A_TIME; next += 1) {
      const asked = asks[next];
      if (asked) {
        underWay.set(next, answer(asked, next));
      }
    }
    const done = await Promise.race(underWay.values());
    underWay.delete(done.ask);
    yield done;
  }
}
