import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { selectionSearch } from "@/lib/shared/view";
import { prefetchDeferred, prefetchVisible, type ViewQuery } from "./prefetch-view";
import { datasetQuery } from "./queries";
import { leaveOpen, serveBatches } from "./test-batches";

const served = serveBatches();
const view = (channel: string) => ({ from: null, to: null, channel: [channel] });
const keyOf = (channel: string) => datasetQuery("summary", selectionSearch(view(channel))).queryKey;
const fetched = () => served.requests.flat().map(({ dataset, search }) => `${dataset}?${search}`);
const REPLIED = { rows: [{ search: expect.any(String) }] };

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});
afterEach(() => client.clear());

const visible = new Set<ViewQuery>([
  (of) => datasetQuery("summary", selectionSearch(of)),
  (of) => datasetQuery("volume", selectionSearch(of)),
]);

describe("the panels in sight when the view changes", () => {
  it("are fetched at once, and there when all is said to be answered", async () => {
    await prefetchVisible(client, visible, view("Voice"));
    expect(fetched()).toEqual(["summary?channel=Voice", "volume?channel=Voice"]);
    expect(client.getQueryData(keyOf("Voice"))).toMatchObject(REPLIED);
  });

  it("are not fetched again while the browser has them", async () => {
    await prefetchVisible(client, visible, view("Voice"));
    await prefetchVisible(client, visible, view("rtm"));
    await prefetchVisible(client, visible, view("Voice"));
    expect(fetched()).toHaveLength(4);
  });

  it("are cancelled when the view changes again before anybody has waited for them", async () => {
    const answering = served.answer;
    const closed = leaveOpen(served);
    const first = prefetchVisible(client, visible, view("Voice"));
    await vi.waitFor(() => expect(fetched()).toHaveLength(2), 20_000);
    served.answer = answering;
    await prefetchVisible(client, visible, view("rtm"));
    await vi.waitFor(() => expect(closed()).toBe(1), 20_000);
    await first;
    expect([client.getQueryData(keyOf("Voice")), client.getQueryData(keyOf("rtm"))]).toMatchObject([
      undefined,
      REPLIED,
    ]);
  });
});

describe("the panels below", () => {
  const deferred = new Set<ViewQuery>([(of) => datasetQuery("heatmap", selectionSearch(of))]);

  it("are fetched in a request of their own, cancelled when the view changes again before anybody has waited for them", async () => {
    await prefetchVisible(client, visible, view("Voice"));
    const closed = leaveOpen(served);
    prefetchDeferred(client, deferred, view("Voice"));
    await vi.waitFor(() => expect(fetched()).toHaveLength(3), 20_000);
    expect(served.requests.map((queries) => queries.length)).toEqual([2, 1]);
    void prefetchVisible(client, visible, view("rtm"));
    await vi.waitFor(() => expect(closed()).toBe(1), 20_000);
  });
});
