import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getNeighbours, POST as postNeighbours } from "@/app/api/conversations/[id]/neighbours/route";
import { GET as getConversations, POST as postConversations } from "@/app/api/conversations/route";
import { GET as getExport, POST as postExport } from "@/app/api/export/route";
import { GET as getDataset, POST as postDataset } from "@/app/api/metrics/[dataset]/route";
import { ask, ORIGIN, type Served, startServed } from "../support/served";

let served: Served;
/** An id of the list, for its neighbours. */
let id: string;
beforeAll(async () => {
  served = await startServed({ conversationsPerDay: 40 });
  const list = await (await ask(getConversations, "/api/conversations?limit=3", asked())).json();
  id = (list as { items: { id: string }[] }).items[1]?.id ?? "";
});
afterAll(() => served.stop());

const asked = () => ({ headers: { cookie: served.cookie.administrator, origin: ORIGIN } });

type Ask = (search: string, init?: RequestInit) => Promise<Response>;
type Handlers = Record<"GET" | "POST", Parameters<typeof ask>[0]>;

const routeOf =
  ({ GET, POST }: Handlers, path: () => string, params: () => object = () => ({})) =>
  (method: "GET" | "POST"): Ask =>
  (search, init = {}) => {
    const { headers, ...rest } = init;
    const own = { ...rest, method, params: params(), headers: { ...asked().headers, ...headers } };
    return method === "GET" ? ask(GET, `${path()}?${search}`, own) : ask(POST, path(), { body: search, ...own });
  };

const FORM = { headers: { "content-type": "application/x-www-form-urlencoded" } };
const JSON_BODY = { headers: { "content-type": "application/json" } };

const ROUTES: [string, (method: "GET" | "POST") => Ask][] = [
  [
    "a dataset",
    routeOf(
      { GET: getDataset as never, POST: postDataset as never },
      () => "/api/metrics/queues",
      () => ({ dataset: "queues" }),
    ),
  ],
  [
    "the list",
    routeOf({ GET: getConversations as never, POST: postConversations as never }, () => "/api/conversations"),
  ],
  [
    "the neighbours of one",
    routeOf(
      { GET: getNeighbours as never, POST: postNeighbours as never },
      () => `/api/conversations/${id}/neighbours`,
      () => ({ id }),
    ),
  ],
];

const timeless = (body: unknown) => JSON.stringify(body).replace(/"generatedAt":"[^"]*"/, "");

describe.each(ROUTES)("what is too long for an address is asked for by POST: %s", (_, of) => {
  const search = "channel=Voice&channel=!rtm&outcome=answered";

  it("and gets the reply that GET gets, from a form and from JSON", async () => {
    const byGet = await of("GET")(search);
    expect(byGet.status).toBe(200);
    const expected = timeless(await byGet.json());
    const json = JSON.stringify({ channel: ["Voice", "!rtm"], outcome: "answered" });
    for (const [body, init] of [
      [search, FORM],
      [`query=${encodeURIComponent(search)}`, FORM],
      [json, JSON_BODY],
    ] as const) {
      const byPost = await of("POST")(body, init);
      expect([byPost.status, byPost.headers.get("etag")]).toEqual([200, null]);
      expect(timeless(await byPost.json())).toBe(expected);
    }
  });

  it("with as many values as a filter takes, of any length", async () => {
    const many = Array.from({ length: 500 }, (_, index) => `queue=${"q".repeat(400)}-${index}`).join("&");
    expect((await of("POST")(many, FORM)).status).toBe(200);
  });

  it("and refuses the same, with the parameter's name", async () => {
    for (const [body, init, parameter] of [
      ["colour=red", FORM, "colour"],
      ["from=2026-11-20&from=2026-11-20", FORM, "from"],
      [Array.from({ length: 11 }, (_, index) => `tag=%26t${index}`).join("&"), FORM, "tag"],
      ['{"channel":{"a":1}}', JSON_BODY, "body"],
      ["{", JSON_BODY, "body"],
      ["channel=Voice", { headers: { "content-type": "text/plain" } }, "body"],
    ] as const) {
      const reply = await of("POST")(body, init);
      expect([body.slice(0, 30), reply.status]).toEqual([body.slice(0, 30), 400]);
      expect(await reply.json()).toMatchObject({ error: { code: "invalid_parameter", details: { parameter } } });
    }
  });

  it("from Callboard's own pages, a script, or a token alone", async () => {
    const foreign = await of("POST")(search, { headers: { ...FORM.headers, origin: "https://elsewhere.example" } });
    expect(foreign.status).toBe(403);
  });

  it("without a hundred thousand parameters keeping anybody waiting", async () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `p${index}=`).join("&");
    const begun = performance.now();
    expect((await of("POST")(names, FORM)).status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });
});

describe("files by POST", () => {
  const search = "channel=Voice&from=2020-01-01";
  const bytesOf = async (reply: Response) => {
    expect(reply.status).toBe(200);
    expect(reply.headers.get("content-disposition")).toMatch(/^attachment; filename="callboard_/);
    return new Uint8Array(await reply.arrayBuffer());
  };
  const post = (body: string) => ({
    ...asked(),
    method: "POST",
    body,
    headers: { ...asked().headers, ...FORM.headers },
  });

  it("are the CSV of the list and of a dataset", async () => {
    const list = await bytesOf(await ask(getConversations, `/api/conversations?format=csv&${search}`, asked()));
    expect(await bytesOf(await ask(postConversations, "/api/conversations", post(`format=csv&${search}`)))).toEqual(
      list,
    );
    const params = { dataset: "queues" };
    const rows = await bytesOf(
      await ask(getDataset, `/api/metrics/queues?format=csv&${search}`, { ...asked(), params }),
    );
    const byPost = await ask(postDataset, "/api/metrics/queues", { ...post(`format=csv&${search}`), params });
    expect(await bytesOf(byPost)).toEqual(rows);
  });

  it("are the ZIP of several datasets", async () => {
    const namesOf = async (reply: Response) => Object.keys(unzipSync(await bytesOf(reply))).sort();
    const datasets = "dataset=queues&dataset=agents&from=2026-11-18&to=2026-11-20";
    expect(await namesOf(await ask(postExport, "/api/export", post(datasets)))).toEqual(
      await namesOf(await ask(getExport, `/api/export?${datasets}`, asked())),
    );
  });
});

describe("files for Excel", () => {
  it("show ids and phone numbers as they are, in the list, in a dataset and in a ZIP", async () => {
    const digits = /^="\d{6,}"$/;
    const list = await ask(getConversations, "/api/conversations?format=csv&excel=1&from=2020-01-01", asked());
    const [header = [], ...lines] = parse(await list.text(), { bom: true }) as string[][];
    const customers = lines.map((cells) => cells[header.indexOf("Customer")] ?? "");
    expect(customers.filter((cell) => /^\W*\d[\d\s]*$/.test(cell))).toEqual([]);
    expect(lines.some((cells) => digits.test(cells[0] ?? "") || cells.some((cell) => cell.startsWith('="')))).toBe(
      true,
    );

    const search = "from=2020-01-01&excel=1";
    const params = { dataset: "volume" };
    const volume = await ask(getDataset, `/api/metrics/volume?format=csv&${search}`, { ...asked(), params });
    const csv = await volume.text();
    expect(csv).toContain('"=""2026-');
    const zip = await ask(getExport, `/api/export?dataset=volume&${search}`, asked());
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const [, bytes = new Uint8Array()] = Object.entries(files).find(([name]) => name.endsWith(".csv")) ?? [];
    expect(strFromU8(bytes)).toContain('"=""2026-');
  });
});
