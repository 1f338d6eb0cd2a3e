import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import type { KyselyPlugin } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { streamConversations } from "@/app/_server/conversations-csv";
import { GET as getConversations } from "@/app/api/conversations/route";
import { GET as getExport } from "@/app/api/export/route";
import { GET as getDataset } from "@/app/api/metrics/[dataset]/route";
import { datasetReplySchema } from "@/lib/shared/contract";
import { conversationListSchema } from "@/lib/shared/conversation";
import { DATASET_IDS, type DatasetId } from "@/lib/shared/datasets";
import { parseListQuery } from "@/lib/shared/query";
import { localDayOf } from "@/lib/shared/range";
import { EVERYTHING } from "../support/copy";
import { ask, type Served, startServed } from "../support/served";
import { makeNamesWild, WILD } from "../support/wild-names";

/** Datasets with a column of names, all of WILD among them. */
const NAMED = [
  ["agents", "Agent"],
  ["intents", "Intent"],
  ["dispositions", "Disposition"],
  ["tags", "Name"],
  ["tags", "Value"],
] as const satisfies [DatasetId, string][];
const CRLF = { bom: true, record_delimiter: "\r\n" };
const MARKED = /^'(?=[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** Three days whose history is copied whole, and the three before them. */
const [FROM, TO] = ["2026-11-16", "2026-11-18"];
const [FROM_BEFORE, TO_BEFORE] = ["2026-11-13", "2026-11-15"];

let served: Served;
beforeAll(async () => {
  served = await startServed({ conversationsPerDay: 300 });
  await makeNamesWild(served.runtime.store.db);
});
afterAll(() => served.stop());

const asked = () => ({ headers: { cookie: served.cookie.administrator } });

async function askDataset(dataset: DatasetId, search: string): Promise<Response> {
  const reply = await ask(getDataset, `/api/metrics/${dataset}?${search}`, { ...asked(), params: { dataset } });
  expect(reply.status).toBe(200);
  return reply;
}

async function textOf(reply: Response): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await reply.arrayBuffer());
}

/** The lines of a CSV by a strict parser, texts without the mark that was put before them; nothing in them may run. */
function read(csv: string): string[][] {
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.endsWith("\r\n")).toBe(true);
  const lines: string[][] = parse(csv, CRLF);
  const running = lines.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !Number.isFinite(Number(cell)));
  expect(running).toEqual([]);
  return lines.map((cells) => cells.map((cell) => cell.replace(MARKED, "")));
}

describe("the CSV of a dataset", () => {
  it.each(DATASET_IDS)("says what its JSON says, cell by cell: %s", async (dataset) => {
    const { columns, rows } = datasetReplySchema.parse(await (await askDataset(dataset, "")).json());
    const [header, ...lines] = read(await textOf(await askDataset(dataset, "format=csv")));
    expect(header).toEqual(columns.map(({ label }) => label));
    expect(lines).toEqual(rows.map((row) => columns.map(({ id }) => String(row[id] ?? ""))));
  });

  it.each(NAMED)("brings every name through as it is: %s, %s", async (dataset, column) => {
    const [header = [], ...lines] = read(await textOf(await askDataset(dataset, "format=csv")));
    const names = new Set(lines.map((cells) => cells[header.indexOf(column)] ?? ""));
    expect(WILD.filter((name) => !names.has(name))).toEqual([]);
  });

  it("brings names through as they are, and numbers as numbers", async () => {
    const [, ...lines] = read(await textOf(await askDataset("queues", "format=csv")));
    const names = lines.map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !WILD.includes(name))).toEqual([]);
    const nps = (await textOf(await askDataset("summary", "format=csv"))).split("\r\n")[1] ?? "";
    expect(nps.split(",").filter((cell) => cell !== "" && !/^-?\d/.test(cell))).toEqual([]);
  });
});

describe("the export of conversations", () => {
  const query = () => parseListQuery(new URLSearchParams(""), { timeZone: "Asia/Kolkata", now: Date.now() });

  it("has one row each, all of them, as the list has them", async () => {
    const from = `from=${localDayOf(Date.now() - 86_400_000, "Asia/Kolkata")}`;
    const reply = await ask(getConversations, `/api/conversations?format=csv&${from}`, asked());
    const [header = [], ...lines] = read(await textOf(reply));
    const list = conversationListSchema.parse(
      await (await ask(getConversations, `/api/conversations?limit=1000&${from}`, asked())).json(),
    );
    expect(list.total).toBe(lines.length);
    expect(list.items).toHaveLength(lines.length);
    const customer = header.indexOf("Customer");
    const queues = header.indexOf("Queues");
    expect(lines.map((cells) => [cells[0], cells[customer], cells[queues]])).toEqual(
      list.items.map((item) => [item.id, item.customer ?? "", item.queues.join("; ")]),
    );
    expect(lines.slice(0, 17).map((cells) => cells[customer])).toEqual(WILD);
    for (const [column, names] of [
      ["Queues", "queues"],
      ["Agents", "agents"],
      ["Dispositions", "dispositions"],
    ] as const) {
      const cells = lines.map((line) => line[header.indexOf(column)]);
      expect(cells, column).toEqual(list.items.map((item) => item[names].join("; ")));
      expect(
        list.items.flatMap((item) => item[names]).some((name) => WILD.includes(name)),
        column,
      ).toBe(true);
    }
  });

  it("goes past a page in every order, without a gap or a repeat", async () => {
    const from = "from=2020-01-01";
    for (const sort of ["startedAt", "-durationSeconds", "channel"]) {
      const reply = await ask(getConversations, `/api/conversations?format=csv&${from}&sort=${sort}`, asked());
      const ids = read(await textOf(reply))
        .slice(1)
        .map(([id]) => id);
      // More than two thousand: a page of the export.
      expect(ids.length).toBeGreaterThan(2000);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it("reads no further page once nobody takes them", async () => {
    let queries = 0;
    const db = served.runtime.store.db.withPlugin(onQuery(() => (queries += 1)));
    const reader = streamConversations({ db, cache: null }, EVERYTHING, query()).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain("Conversation,Session");
    await reader.cancel();
    const asked = queries;
    // A whole export that begins after that has read its pages: the one before would have gone on long ago.
    const { store } = served.runtime;
    await textOf(new Response(streamConversations({ db: store.db, cache: null }, EVERYTHING, query())));
    expect(queries).toBe(asked);
    expect((await reader.read()).done).toBe(true);
  });

  it("breaks off where the store fails, so that half is not taken for all", async () => {
    const db = served.runtime.store.db.withPlugin(
      onQuery(() => {
        throw new Error("the store is gone");
      }),
    );
    const reader = streamConversations({ db, cache: null }, EVERYTHING, query()).getReader();
    expect((await reader.read()).done).toBe(false);
    await expect(reader.read()).rejects.toThrow("the store is gone");
  });
});

function onQuery(notice: () => void): KyselyPlugin {
  return {
    transformQuery: ({ node }) => {
      notice();
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

describe("the export of several datasets", () => {
  async function askZip(search: string) {
    const reply = await ask(getExport, `/api/export?${search}`, asked());
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "application/zip"]);
    const files = Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer())));
    return {
      name: reply.headers.get("content-disposition") ?? "",
      files: new Map(files.map(([name, bytes]) => [name, strFromU8(bytes)])),
    };
  }

  it("is one ZIP with each dataset as its own CSV would be, named as it would be", async () => {
    const range = `from=${FROM}&to=${TO}&channel=Voice`;
    const { name, files } = await askZip(`${DATASET_IDS.map((id) => `dataset=${id}`).join("&")}&${range}`);
    expect(name).toBe(`attachment; filename="callboard_${FROM}_${TO}_Asia-Kolkata.zip"`);
    expect([...files.keys()].sort()).toEqual(
      [
        "manifest.json",
        "manifest.txt",
        ...DATASET_IDS.map((id) => `callboard_${id}_${FROM}_${TO}_Asia-Kolkata.csv`),
      ].sort(),
    );
    for (const dataset of DATASET_IDS) {
      const csv = await textOf(await askDataset(dataset, `format=csv&${range}`));
      expect(files.get(`callboard_${dataset}_${FROM}_${TO}_Asia-Kolkata.csv`)).toBe(csv.replace(/^\uFEFF/, ""));
    }
  });

  it("brings every name through a ZIP as well", async () => {
    const reply = await ask(getExport, `/api/export?${NAMED.map(([id]) => `dataset=${id}`).join("&")}`, asked());
    const files = Object.entries(unzipSync(new Uint8Array(await reply.arrayBuffer())));
    for (const [dataset, column] of NAMED) {
      const [, bytes] = files.find(([name]) => name.startsWith(`callboard_${dataset}_`)) ?? [];
      const [header = [], ...lines] = read(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
      const names = new Set(lines.map((cells) => cells[header.indexOf(column)] ?? ""));
      expect(
        WILD.filter((name) => !names.has(name)),
        `${dataset} ${column}`,
      ).toEqual([]);
    }
  });

  it("says in its manifest what it holds, in words and for a script", async () => {
    const queue = (
      await served.runtime.store.db.selectFrom("names").selectAll().where("kind", "=", "queue").execute()
    )[0];
    const search = `dataset=queues&dataset=summary&dataset=queues&from=${FROM}&to=${TO}&compare=previous`;
    const { files } = await askZip(`${search}&queue=${queue?.id}&channel=!Voice&channel=!rtm`);
    const manifest = JSON.parse(files.get("manifest.json") ?? "");
    expect(manifest).toMatchObject({
      range: { from: FROM, to: TO },
      timeZone: "Asia/Kolkata",
      filters: ["Channel is not Voice, rtm", `Queue is ${queue?.name}`],
      compare: "previous",
      complete: true,
    });
    expect(Math.abs(Date.now() - Date.parse(manifest.generatedAt))).toBeLessThan(60_000);
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
      `callboard_queues_${FROM}_${TO}_Asia-Kolkata.csv`,
      `callboard_queues_${FROM_BEFORE}_${TO_BEFORE}_Asia-Kolkata.csv`,
      `callboard_summary_${FROM}_${TO}_Asia-Kolkata.csv`,
      `callboard_summary_${FROM_BEFORE}_${TO_BEFORE}_Asia-Kolkata.csv`,
    ]);
    expect([...files.keys()].sort()).toEqual(
      ["manifest.json", "manifest.txt", ...manifest.files.map(({ name }: { name: string }) => name)].sort(),
    );
    const text = files.get("manifest.txt") ?? "";
    for (const words of [
      `Range: ${FROM} to ${TO}`,
      "Time zone: Asia/Kolkata",
      "Filters: Channel is not Voice, rtm; Queue is ",
      "Compared with: the previous period",
      "Made at: ",
      "Data complete through: 20",
      `callboard_queues_${FROM}_${TO}_Asia-Kolkata.csv`,
      "  Left out of ",
      "Service level (ratio): Offered entries answered within",
    ]) {
      expect(text).toContain(words);
    }
    for (const { columns } of manifest.files) {
      expect(columns.every(({ label, unit }: { label: string; unit: string }) => label && unit)).toBe(true);
    }
  });

  it.each([
    ["", 400, "invalid_parameter", "dataset"],
    ["dataset=", 404, "unknown_dataset", undefined],
    ["dataset=summary&dataset=nonsense", 404, "unknown_dataset", undefined],
    ["dataset=summary&from=yesterday", 400, "invalid_parameter", "from"],
    ["dataset=summary&colour=red", 400, "invalid_parameter", "colour"],
    ["dataset=summary&page=overview", 400, "invalid_parameter", "page"],
    ["dataset=summary&format=csv", 400, "invalid_parameter", "format"],
  ])("refuses “%s” before anything is sent", async (search, status, code, parameter) => {
    const reply = await ask(getExport, `/api/export?${search}`, asked());
    expect(reply.status).toBe(status);
    const { error } = (await reply.json()) as { error: { code: string; details?: { parameter: string } } };
    expect([error.code, error.details?.parameter]).toEqual([code, parameter]);
  });
});
