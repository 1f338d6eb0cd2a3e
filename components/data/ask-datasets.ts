import type { z } from "zod";
import type { DatasetId, DatasetReply } from "@/lib/shared/contract";
import { batchCallbacks } from "./batch-callbacks";
import { ApiError, fetchReply, readError, type Schema, schemaOf } from "./fetch-json";

interface Waiting {
  dataset: DatasetId;
  search: string;
  signal: AbortSignal;
  resolve: (reply: DatasetReply) => void;
  reject: (error: unknown) => void;
}

/** An `Answer` before it has been looked at. */
interface Line {
  ask: number;
  reply?: unknown;
}

const JSON_BODY = { "content-type": "application/json" };

let waiting: Waiting[] = [];

/** Fetches a dataset, in one request together with all that are fetched in the same tick. @throws ApiError */
export function askDataset(
  dataset: DatasetId,
  search: string,
  schema: () => Promise<z.ZodType<DatasetReply>>,
  signal: AbortSignal,
): Promise<DatasetReply> {
  return new Promise((resolve, reject) => {
    if (waiting.length === 0) {
      queueMicrotask(() => {
        const asks = waiting;
        waiting = [];
        void ask(asks, schema);
      });
    }
    waiting.push({ dataset, search, signal, resolve, reject });
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

/** Asks all of them in one request, which is given up once nobody waits for any of its answers. */
async function ask(asks: readonly Waiting[], schema: Schema<DatasetReply>): Promise<void> {
  const left = new Set(asks);
  const giveUp = new AbortController();
  for (const asked of asks) {
    asked.signal.addEventListener("abort", () => {
      if (left.delete(asked) && left.size === 0) {
        giveUp.abort();
      }
    });
  }
  const answers = batchCallbacks();
  try {
    const body = JSON.stringify({ asks: asks.map(({ dataset, search }) => ({ dataset, search })) });
    const init = { method: "POST", headers: JSON_BODY, body, signal: giveUp.signal };
    const [reply, type] = await Promise.all([fetchReply("/api/metrics", init), schemaOf(schema)]);
    for await (const line of linesOf(reply)) {
      const asked = asks[line.ask];
      if (asked && left.delete(asked)) {
        answers.add(() => settle(asked, line, type));
      }
    }
    fail(left, new ApiError("unreachable", BROKEN_OFF));
  } catch (error) {
    // What breaks off while it comes is no error of ours yet.
    fail(left, error instanceof ApiError ? error : new ApiError("unreachable", BROKEN_OFF));
  } finally {
    answers.flush();
  }
}

const BROKEN_OFF = "Callboard’s server broke off its answer. Check your connection.";

function fail(left: Iterable<Waiting>, error: ApiError): void {
  for (const asked of left) {
    asked.reject(error);
  }
}

function settle({ resolve, reject }: Waiting, line: Line, type: z.ZodType<DatasetReply>): void {
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

/** The values of a reply that holds one on each line, as they come. */
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
