import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { QueryClient } from "@tanstack/react-query";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asksSchema } from "@/lib/shared/asks";
import { type Ahead, askAhead } from "./ask-ahead";
import { datasetQuery } from "./queries";
import { selectionSearch } from "./view";

const META = { from: "", to: "", timeZone: "UTC", generatedAt: "", dataThrough: null, complete: true };
const view = (channel: string) => ({ from: null, to: null, channel: [channel] });
const keyOf = (channel: string) => datasetQuery("summary", selectionSearch(view(channel))).queryKey;

let asked: string[] = [];
let answer = (response: ServerResponse, lines: string) => void response.end(lines);
const server = createServer(async (request: IncomingMessage, response) => {
  const { asks } = asksSchema.parse(JSON.parse(await text(request)));
  asked.push(...asks.map(({ dataset, search }) => `${dataset}?${search}`));
  const lines = asks.map((_, ask) =>
    JSON.stringify({ ask, reply: { columns: [], rows: [], leftOut: [], meta: META } }),
  );
  answer(response, `${lines.join("\n")}\n`);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { fetch } = globalThis;
  const { port } = server.address() as AddressInfo;
  // A browser knows whose page it is on, and paints.
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => fetch(`http://localhost:${port}${path}`, init));
  vi.stubGlobal("requestAnimationFrame", (paint: () => void) => setTimeout(paint, 16));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});
afterEach(() => {
  client.clear();
  asked = [];
  answer = (response, lines) => void response.end(lines);
});

const ahead = new Set<Ahead>([
  (of) => datasetQuery("summary", selectionSearch(of)),
  (of) => datasetQuery("volume", selectionSearch(of)),
]);

describe("what is in sight when the view changes", () => {
  it("is asked for at once, and there when all is said to be answered", async () => {
    await askAhead(client, ahead, view("Voice"));
    expect(asked).toEqual(["summary?channel=Voice", "volume?channel=Voice"]);
    expect(client.getQueryData(keyOf("Voice"))).toMatchObject({ rows: [] });
  });

  it("is not asked for again while the browser has it", async () => {
    await askAhead(client, ahead, view("Voice"));
    await askAhead(client, ahead, view("rtm"));
    await askAhead(client, ahead, view("Voice"));
    expect(asked).toHaveLength(4);
  });

  it("is given up when the view goes on before anybody has waited for it", async () => {
    let closed = 0;
    answer = (response) => {
      response.flushHeaders();
      response.once("close", () => {
        closed += 1;
      });
    };
    const first = askAhead(client, ahead, view("Voice"));
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    answer = (response, lines) => void response.end(lines);
    await askAhead(client, ahead, view("rtm"));
    await vi.waitFor(() => expect(closed).toBe(1));
    await first;
    expect([client.getQueryData(keyOf("Voice")), client.getQueryData(keyOf("rtm"))]).toMatchObject([
      undefined,
      { rows: [] },
    ]);
  });
});
