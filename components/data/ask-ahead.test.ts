import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { selectionSearch } from "@/lib/shared/view";
import { type Ahead, askAfter, askAhead } from "./ask-ahead";
import { datasetQuery } from "./queries";
import { leaveOpen, serveBatches } from "./test-batches";

const served = serveBatches();
const view = (channel: string) => ({ from: null, to: null, channel: [channel] });
const keyOf = (channel: string) => datasetQuery("summary", selectionSearch(view(channel))).queryKey;
const asked = () => served.requests.flat().map(({ dataset, search }) => `${dataset}?${search}`);
const REPLIED = { rows: [{ search: expect.any(String) }] };

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});
afterEach(() => client.clear());

const ahead = new Set<Ahead>([
  (of) => datasetQuery("summary", selectionSearch(of)),
  (of) => datasetQuery("volume", selectionSearch(of)),
]);

describe("what is in sight when the view changes", () => {
  it("is asked for at once, and there when all is said to be answered", async () => {
    await askAhead(client, ahead, view("Voice"));
    expect(asked()).toEqual(["summary?channel=Voice", "volume?channel=Voice"]);
    expect(client.getQueryData(keyOf("Voice"))).toMatchObject(REPLIED);
  });

  it("is not asked for again while the browser has it", async () => {
    await askAhead(client, ahead, view("Voice"));
    await askAhead(client, ahead, view("rtm"));
    await askAhead(client, ahead, view("Voice"));
    expect(asked()).toHaveLength(4);
  });

  it("is given up when the view goes on before anybody has waited for it", async () => {
    const answering = served.answer;
    const closed = leaveOpen(served);
    const first = askAhead(client, ahead, view("Voice"));
    await vi.waitFor(() => expect(asked()).toHaveLength(2), 20_000);
    served.answer = answering;
    await askAhead(client, ahead, view("rtm"));
    await vi.waitFor(() => expect(closed()).toBe(1), 20_000);
    await first;
    expect([client.getQueryData(keyOf("Voice")), client.getQueryData(keyOf("rtm"))]).toMatchObject([
      undefined,
      REPLIED,
    ]);
  });
});

describe("what is below it", () => {
  const after = new Set<Ahead>([(of) => datasetQuery("heatmap", selectionSearch(of))]);

  it("is asked for in a request of its own, and given up when the view goes on before anybody has waited for it", async () => {
    await askAhead(client, ahead, view("Voice"));
    const closed = leaveOpen(served);
    askAfter(client, after, view("Voice"));
    await vi.waitFor(() => expect(asked()).toHaveLength(3), 20_000);
    expect(served.requests.map((asks) => asks.length)).toEqual([2, 1]);
    void askAhead(client, ahead, view("rtm"));
    await vi.waitFor(() => expect(closed()).toBe(1), 20_000);
  });
});
