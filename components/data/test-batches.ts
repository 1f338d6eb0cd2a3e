import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import type { DatasetReply } from "@/lib/shared/contract";
import { type BatchQuery, batchSchema } from "@/lib/shared/dataset-batch";
import { META } from "@/lib/shared/test-meta";

type Respond = (queries: BatchQuery[], response: ServerResponse) => void;

/** The line that answers a query, by its place in the batch; the one row of the reply is the query's search. */
export function lineOf({ search }: BatchQuery, place: number): string {
  const reply: DatasetReply = { columns: [], rows: [{ search }], leftOut: [], meta: META };
  return `${JSON.stringify({ ask: place, reply })}\n`;
}

const answerAll: Respond = (queries, response) => void response.end(queries.map(lineOf).join(""));

/** A server over real HTTP for the tests of a file: it records each request's queries and, unless `answer` is replaced, answers them. */
export function serveBatches() {
  const served = { requests: [] as BatchQuery[][], answer: answerAll };
  const server = createServer(async (request, response) => {
    const { asks } = batchSchema.parse(JSON.parse(await text(request)));
    served.requests.push(asks);
    served.answer(asks, response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { fetch } = globalThis;
    const { port } = server.address() as AddressInfo;
    // Node has no page whose origin a path belongs to, and paints nothing.
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => fetch(`http://localhost:${port}${path}`, init));
    vi.stubGlobal("requestAnimationFrame", (paint: () => void) => setTimeout(paint, 16));
  });
  afterEach(() => Object.assign(served, { requests: [], answer: answerAll }));
  afterAll(() => {
    vi.unstubAllGlobals();
    server.close();
  });
  return served;
}

/** Takes requests and never answers them. @returns how many of them were aborted. */
export function leaveOpen(served: { answer: Respond }): () => number {
  let closed = 0;
  served.answer = (_, response) => {
    response.flushHeaders();
    response.once("close", () => {
      closed += 1;
    });
  };
  return () => closed;
}
