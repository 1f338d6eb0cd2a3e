import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getDataset } from "@/app/api/metrics/[dataset]/route";
import { POST as postAsks } from "@/app/api/metrics/route";
import { batchReplySchema, MOST_QUERIES } from "@/lib/shared/dataset-batch";
import { DATASET_IDS } from "@/lib/shared/datasets";
import { countQueries } from "../support/count-queries";
import { ask, ORIGIN, type Served, startServed } from "../support/served";

let served: Served;
beforeAll(async () => {
  served = await startServed();
});
afterAll(() => served.stop());

const headers = (more = {}) => ({ cookie: served.cookie.administrator, origin: ORIGIN, ...more });

async function askAll(asks: unknown, more = {}) {
  const body = JSON.stringify({ asks });
  const reply = await ask(postAsks, "/api/metrics", { method: "POST", headers: headers(more), body });
  const lines = (await reply.text()).split("\n");
  return { reply, lines };
}

describe("several datasets asked for at once", () => {
  it("are each what their own address replies, one a line", async () => {
    const asks = DATASET_IDS.flatMap((dataset) =>
      ["", "channel=Voice", "compare=week&from=2026-11-20"].map((search) => ({ dataset, search })),
    ).slice(0, MOST_QUERIES);
    const { reply, lines } = await askAll(asks);
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/jsonl; charset=utf-8"]);
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
    expect(lines.pop()).toBe("");
    const answers = lines.map((line) => batchReplySchema.parse(JSON.parse(line)));
    expect(answers.map((answer) => answer.ask).sort((a, b) => a - b)).toEqual(asks.map((_, index) => index));
    for (const answer of answers) {
      const { dataset = "", search = "" } = asks[answer.ask] ?? {};
      const alone = await ask(getDataset, `/api/metrics/${dataset}?${search}`, {
        headers: headers(),
        params: { dataset },
      });
      const { meta, ...own } = await alone.json();
      const { generatedAt, ...facts } = meta;
      expect(answer).toMatchObject({ reply: { ...own, meta: facts } });
    }
  });

  it("fail one by one, each with the error that its own address has", async () => {
    const { reply, lines } = await askAll([
      { dataset: "nonsense", search: "" },
      { dataset: "summary", search: "from=yesterday" },
      { dataset: "summary", search: "" },
    ]);
    expect(reply.status).toBe(200);
    const answers = lines.flatMap((line) => (line ? [JSON.parse(line)] : [])).sort((a, b) => a.ask - b.ask);
    expect(answers).toMatchObject([
      { ask: 0, error: { code: "unknown_dataset" } },
      { ask: 1, error: { code: "invalid_parameter", details: { parameter: "from" } } },
      { ask: 2, reply: { rows: [{}] } },
    ]);
  });

  it.each<[string, unknown]>([
    ["none", []],
    ["too many", Array.from({ length: MOST_QUERIES + 1 }, () => ({ dataset: "summary", search: "" }))],
    ["something else", "summary"],
    ["a question with more to it", [{ dataset: "summary", search: "", limit: 5 }]],
  ])("are refused whole where there are %s", async (_, asks) => {
    const { reply, lines } = await askAll(asks);
    expect(reply.status).toBe(400);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      error: { code: "invalid_parameter", details: { parameter: "asks" } },
    });
  });

  it("are refused to another site’s page, and to nobody in particular", async () => {
    const asks = [{ dataset: "summary", search: "" }];
    expect((await askAll(asks, { origin: "https://elsewhere.example" })).reply.status).toBe(403);
    expect((await askAll(asks, { cookie: "" })).reply.status).toBe(401);
  });

  it("are counted no further once nobody takes the answers", async () => {
    const asks = DATASET_IDS.map((dataset) => ({ dataset, search: "" }));
    const whole = await countQueries(served, () => askAll(asks));
    const given = await countQueries(served, async () => {
      const body = JSON.stringify({ asks });
      const reply = await ask(postAsks, "/api/metrics", { method: "POST", headers: headers(), body });
      const reader = reply.body?.getReader();
      expect((await reader?.read())?.done).toBe(false);
      await reader?.cancel();
      expect((await reader?.read())?.done).toBe(true);
    });
    expect(given).toBeGreaterThan(0);
    expect(given).toBeLessThan(whole / 2);
  });
});
