import type { z } from "zod";
import type { DatasetReply } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { batchCallbacks } from "./batch-callbacks";
import { ApiError, fetchReply, readError, type Schema, schemaOf } from "./fetch-json";

interface Query {
  dataset: DatasetId;
  search: string;
  signal: AbortSignal;
  resolve: (reply: DatasetReply) => void;
  reject: (error: unknown) => void;
}

/** A `BatchReply` that is not validated yet. */
interface Line {
  ask: number;
  reply?: unknown;
}

const JSON_BODY = { "content-type": "application/json" };

let batch: Query[] = [];

/** Fetches a dataset, in one request together with all that are fetched in the same tick. @throws ApiError */
export function fetchDataset(
  dataset: DatasetId,
  search: string,
  schema: () => Promise<z.ZodType<DatasetReply>>,
  signal: AbortSignal,
): Promise<DatasetReply> {
  return new Promise((resolve, reject) => {
    if (batch.length === 0) {
      queueMicrotask(() => {
        const queries = batch;
        batch = [];
        void fetchBatch(queries, schema);
      });
    }
    batch.push({ dataset, search, signal, resolve, reject });
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

/** Sends a batch as one request, which is aborted once every query of it is. */
async function fetchBatch(queries: readonly Query[], schema: Schema<DatasetReply>): Promise<void> {
  const open = new Set(queries);
  const request = new AbortController();
  for (const query of queries) {
    query.signal.addEventListener("abort", () => {
      if (open.delete(query) && open.size === 0) {
        request.abort();
      }
    });
  }
  const replies = batchCallbacks();
  try {
    const body = JSON.stringify({ asks: queries.map(({ dataset, search }) => ({ dataset, search })) });
    const init = { method: "POST", headers: JSON_BODY, body, signal: request.signal };
    const [reply, type] = await Promise.all([fetchReply("/api/metrics", init), schemaOf(schema)]);
    for await (const line of linesOf(reply)) {
      const query = queries[line.ask];
      if (query && open.delete(query)) {
        replies.add(() => settle(query, line, type));
      }
    }
    fail(open, new ApiError("unreachable", BROKEN_OFF));
  } catch (error) {
    // What breaks off while it arrives is not an ApiError yet.
    fail(open, error instanceof ApiError ? error : new ApiError("unreachable", BROKEN_OFF));
  } finally {
    replies.flush();
  }
}

const BROKEN_OFF = "Callboard’s server broke off its answer. Check your connection.";

function fail(queries: Iterable<Query>, error: ApiError): void {
  for (const { reject } of queries) {
    reject(error);
  }
}

function settle({ resolve, reject }: Query, line: Line, type: z.ZodType<DatasetReply>): void {
  const error = readError(line);
  const parsed = type.safeParse(line.reply);
  if (error) {
    reject(new ApiError(error.code, error.message));
  } else if (parsed.success) {
    resolve(parsed.data);
  } else {
    reject(parsed.error);
  }
}

/** The values of a reply of JSON lines, as they arrive. */
async function* linesOf({ body }: Response): AsyncGenerator<Line> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value = "", done = true } = (await reader?.read()) ?? {};
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines.map((line): Line => JSON.parse(line));
    if (done) {
      return;
    }
  }
}
