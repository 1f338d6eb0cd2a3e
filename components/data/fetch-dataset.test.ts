import type { ServerResponse } from "node:http";
import { describe, expect, it, vi } from "vitest";
import { datasetReplySchema } from "@/lib/shared/contract";
import { fetchDataset } from "./fetch-dataset";
import { leaveOpen, lineOf, serveBatches } from "./test-batches";

const served = serveBatches();

const fetchFor = (search: string, signal = new AbortController().signal) =>
  fetchDataset("summary", search, async () => datasetReplySchema, signal);
/** Sends a piece of a reply, and resolves once it is on its way. */
const send = (response: ServerResponse, piece: string) => new Promise((resolve) => response.write(piece, resolve));

describe("datasets that are fetched in the same tick", () => {
  it("go in one request, and each gets its own answer, in whatever order they come", async () => {
    served.answer = (queries, response) => {
      response.end(queries.map(lineOf).reverse().join(""));
    };
    const replies = await Promise.all(["a=1", "b=2", "c=3"].map((search) => fetchFor(search)));
    expect(replies.map(({ rows }) => rows[0]?.search)).toEqual(["a=1", "b=2", "c=3"]);
    expect(served.requests.map((queries) => queries.map(({ search }) => search))).toEqual([["a=1", "b=2", "c=3"]]);
  });

  it("are answered one by one, also where a line comes in pieces", async () => {
    let finish = () => {};
    served.answer = async ([first, second], response) => {
      const line = first ? lineOf(first, 0) : "";
      await send(response, line.slice(0, 20));
      await send(response, line.slice(20));
      finish = () => response.end(second && lineOf(second, 1));
    };
    const [early, late] = [fetchFor("early"), fetchFor("late")];
    expect((await early).rows).toEqual([{ search: "early" }]);
    finish();
    expect((await late).rows).toEqual([{ search: "late" }]);
  });

  it("fail one by one", async () => {
    served.answer = ([, second], response) => {
      const error = { code: "invalid_parameter", message: "“from” is no day." };
      response.end(`${JSON.stringify({ ask: 0, error })}\n${second && lineOf(second, 1)}`);
    };
    const [wrong, right] = [fetchFor("wrong"), fetchFor("right")];
    await expect(wrong).rejects.toMatchObject({ code: "invalid_parameter", message: "“from” is no day." });
    expect((await right).rows).toEqual([{ search: "right" }]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["ends in the middle", (response) => response.end('{"ask":1,"re')],
    ["is cut off", (response) => response.write("{", () => response.destroy())],
  ])("fail where the reply %s, and what had arrived stays", async (_, breakOff) => {
    served.answer = async ([first], response) => {
      await send(response, first ? lineOf(first, 0) : "");
      breakOff(response);
    };
    const [come, missing] = [fetchFor("come"), fetchFor("missing")];
    await expect(missing).rejects.toMatchObject({ code: "unreachable" });
    expect((await come).rows).toEqual([{ search: "come" }]);
  });

  it("are aborted once every one of them is, and not before", async () => {
    const closed = leaveOpen(served);
    const [first, second] = [new AbortController(), new AbortController()];
    const fetched = [fetchFor("a", first.signal), fetchFor("b", second.signal)].map((one) =>
      one.catch(({ name }) => name),
    );
    await vi.waitFor(() => expect(served.requests).toHaveLength(1), 20_000);
    first.abort();
    // A later request has reached the server: had the first been aborted, the server would have seen that before.
    const other = new AbortController();
    const third = fetchFor("c", other.signal).catch(({ name }) => name);
    await vi.waitFor(() => expect(served.requests).toHaveLength(2), 20_000);
    expect(closed()).toBe(0);
    second.abort();
    await vi.waitFor(() => expect(closed()).toBe(1), 20_000);
    other.abort();
    expect(await third).toBe("AbortError");
    expect(await Promise.all(fetched)).toEqual(["AbortError", "AbortError"]);
  });
});
