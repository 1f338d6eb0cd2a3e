import { errorBody } from "@/lib/http/respond";
import type { Meta } from "@/lib/shared/contract";
import { type BatchQuery, type BatchReply, batchSchema, MOST_QUERIES } from "@/lib/shared/dataset-batch";
import { rejectParameter } from "@/lib/shared/errors";
import { answerDataset, datasetOf, metaOf, readMetricQuery } from "./dataset";
import { answerQuestion } from "./question";
import { type Asked, noteFailure } from "./route";

/** Questions answered at a time, in the order of their asking: more would have all of them wait for the slowest. */
const AT_A_TIME = 2;

/** @throws CallboardError `invalid_parameter` */
export async function readBatch(request: Request): Promise<BatchQuery[]> {
  const read = batchSchema.safeParse(await request.json().catch(() => null));
  if (!read.success) {
    rejectParameter(
      "asks",
      `“asks” must hold 1 to ${MOST_QUERIES} questions like { "dataset": "summary", "search": "" }.`,
    );
  }
  return read.data.asks;
}

/** Each question's answer or error, as soon as it is there. */
export async function* answerBatch(
  { runtime, session, request: { signal } }: Pick<Asked<unknown>, "runtime" | "session" | "request">,
  asks: readonly BatchQuery[],
): AsyncGenerator<BatchReply> {
  const metas = new Map<string, Promise<Meta>>();
  const answer = async ({ dataset, search }: BatchQuery, ask: number): Promise<BatchReply> => {
    try {
      const id = datasetOf(dataset);
      const query = readMetricQuery(runtime, new URLSearchParams(search));
      const { from, to } = query.range;
      const answerIt = async () => {
        const meta = metas.get(`${from} ${to}`) ?? metaOf(runtime, query.range);
        metas.set(`${from} ${to}`, meta);
        return answerDataset(runtime, session, id, query, await meta);
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
