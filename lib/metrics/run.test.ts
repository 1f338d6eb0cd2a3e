import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { datasetReplySchema, type Row } from "@/lib/shared/contract";
import { DATASET_IDS, type DatasetId } from "@/lib/shared/datasets";
import { parseMetricQuery } from "@/lib/shared/query";
import { META } from "@/lib/shared/test-meta";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { answeredBy, conversation, missedBy, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { runDataset } from "./run";

const NOW = Date.parse("2025-10-02T12:00:00Z");
const DAY = "from=2025-10-01&to=2025-10-01";
const PHONE = "+15550109999";

const on = (day: number, hour = 10) => ({
  sessionStartTime: `2025-10-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00`,
});

/** Three conversations on 1 October and one on the day before. */
const RECORDS = [
  conversation("answered", {
    ...on(1),
    destinations: [queueEntry("qu-1", { queueName: "Sales", ...answeredBy("u-1", { interactionDuration: 30 }) })],
    sessionleveltags: [{ name: "callerNumber", value: PHONE }],
  }),
  conversation("missed", {
    ...on(1, 12),
    destinations: [queueEntry("qu-2", missedBy("u-2"))],
    dispositions: ["DROP-OFF"],
  }),
  conversation("contained", { ...on(1, 12), channel: "Web/Mobile Client", finalStatus: "BotResolved" }),
  conversation("before", { sessionStartTime: "2025-09-30T10:00:00", finalStatus: "BotResolved" }),
];

async function askOf(store: Store, dataset: DatasetId, search: string, scope = scopeFor()) {
  const query = parseMetricQuery(new URLSearchParams(search), { timeZone: "UTC", now: NOW });
  return runDataset(store.db, scope, dataset, query);
}

describe("a dataset", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  const ask = (dataset: DatasetId, search = DAY, scope = scopeFor()) => askOf(store, dataset, search, scope);
  const rowsOf = async (dataset: DatasetId, search = DAY, scope = scopeFor()): Promise<Row[]> =>
    (await ask(dataset, search, scope)).rows;

  it.each(DATASET_IDS)("has a column for every key of its rows, and is what the contract says: %s", async (dataset) => {
    const { columns, rows, leftOut } = await ask(dataset);
    expect(datasetReplySchema.safeParse({ columns, rows, leftOut, meta: META }).error).toBeUndefined();
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(columns.map(({ id }) => id));
    }
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length);
  });

  it("sums up the range alone, its last day included", async () => {
    expect(await rowsOf("summary")).toMatchObject([{ conversations: 3, answered: 1, contained: 1, unanswered: 1 }]);
    expect(await rowsOf("summary", "from=2025-09-30&to=2025-10-01")).toMatchObject([{ conversations: 4 }]);
  });

  it("gives shares of the conversations that the filters leave", async () => {
    expect(await rowsOf("channels")).toEqual([
      { channel: "Voice", conversations: 2, share: 2 / 3 },
      { channel: "Web/Mobile Client", conversations: 1, share: 1 / 3 },
    ]);
    expect(await rowsOf("channels", `${DAY}&channel=Voice`)).toEqual([
      { channel: "Voice", conversations: 2, share: 1 },
    ]);
  });

  it("has no row, and so no share, where there is nothing", async () => {
    for (const dataset of [
      "channels",
      "final-status",
      "dispositions",
      "intents",
      "queues",
      "agents",
      "tags",
    ] as const) {
      expect(await rowsOf(dataset, "from=2025-08-01&to=2025-08-01"), dataset).toEqual([]);
    }
  });

  it("has null, never 0, for a rate or an average of nothing, and 0 for a count", async () => {
    expect(await rowsOf("summary", "from=2025-08-01&to=2025-08-01")).toMatchObject([
      {
        conversations: 0,
        containmentRate: null,
        serviceLevel: null,
        responseRate: null,
        waitSecondsAverage: null,
        waitSecondsP90: null,
        interactionSecondsTotal: 0,
        callbacksOutstanding: 0,
        csatAverage: null,
        npsScore: null,
      },
    ]);
  });

  it("has every bucket, empty ones too, with zeros", async () => {
    const rows = await rowsOf("volume");
    expect(rows).toHaveLength(24);
    expect(rows[0]).toEqual({
      bucket: "2025-10-01T00:00",
      conversations: 0,
      answered: 0,
      contained: 0,
      abandoned: 0,
      unanswered: 0,
      open: 0,
    });
    expect(rows.filter(({ conversations }) => conversations !== 0)).toMatchObject([
      { bucket: "2025-10-01T10:00", conversations: 1, answered: 1 },
      { bucket: "2025-10-01T12:00", conversations: 2, contained: 1, unanswered: 1 },
    ]);
  });

  it("names queues and agents, largest first, and those of no name by their ids", async () => {
    expect((await rowsOf("queues")).map(({ queueId, queueName, offered }) => [queueId, queueName, offered])).toEqual([
      ["qu-1", "Sales", 1],
      ["qu-2", "qu-2", 1],
    ]);
    expect(
      (await rowsOf("agents")).map(({ agentId, segmentsAnswered, missed }) => [agentId, segmentsAnswered, missed]),
    ).toEqual([
      ["u-1", 1, 0],
      ["u-2", 0, 1],
    ]);
  });

  it("compares with the range of equal length before it, in the same shape", async () => {
    const { comparison, columns } = await ask("summary", `${DAY}&compare=previous`);
    expect(comparison).toMatchObject({
      from: "2025-09-30",
      to: "2025-09-30",
      rows: [{ conversations: 1, contained: 1 }],
    });
    expect(Object.keys(comparison?.rows[0] ?? {})).toEqual(columns.map(({ id }) => id));
    const volume = await ask("volume", `${DAY}&compare=previous`);
    expect(volume.comparison?.rows).toHaveLength(24);
    expect(volume.comparison?.rows[10]).toMatchObject({ bucket: "2025-09-30T10:00", conversations: 1 });
  });

  it("compares within the same filters and the same scope", async () => {
    const filtered = await ask("summary", `${DAY}&compare=previous&channel=System%20Mail`);
    expect(filtered.comparison?.rows).toMatchObject([{ conversations: 0 }]);
    const scoped = await ask("summary", `${DAY}&compare=previous`, scopeFor({ queues: ["qu-1"] }));
    expect([scoped.rows, scoped.comparison?.rows]).toMatchObject([[{ conversations: 1 }], [{ conversations: 0 }]]);
  });

  it("compares with nothing unless it is asked to", async () => {
    expect(await ask("summary")).not.toHaveProperty("comparison");
  });

  it("is cut to a limit whatever its rows are, and refuses to look for a text where rows have none", async () => {
    for (const dataset of ["volume", "heatmap", "waits", "flow", "queues"] as const) {
      expect(await rowsOf(dataset, `${DAY}&limit=1`)).toHaveLength(1);
    }
    for (const dataset of ["summary", "volume", "heatmap", "flow", "anomalies"] as const) {
      await expect(rowsOf(dataset, `${DAY}&find=a`)).rejects.toMatchObject({ code: "invalid_parameter" });
    }
  });

  it.each(DATASET_IDS)("shows nothing beyond the scope: %s", async (dataset) => {
    const rows = await rowsOf(dataset, DAY, scopeFor({ queues: [] }));
    const counts = rows
      .flatMap(({ weekday, hour, fromSeconds, toSeconds, ...row }) => Object.values(row))
      .filter((value) => typeof value === "number" && value !== 0);
    expect(counts).toEqual([]);
    const text = JSON.stringify(await rowsOf(dataset, DAY, scopeFor({ queues: ["qu-2"] })));
    expect(text).not.toContain("qu-1");
    expect(text).not.toContain("u-1");
    expect(text).not.toContain(PHONE);
  });

  it.each(DATASET_IDS)("hides customers' numbers from who may not see personal data: %s", async (dataset) => {
    const rows = await rowsOf(dataset, DAY, scopeFor({ canSeePersonalData: false }));
    expect(JSON.stringify(rows)).not.toContain(PHONE.slice(1, -2));
  });

  it("shows a tag's value to who may see it", async () => {
    expect(await rowsOf("tags")).toEqual([{ level: "session", name: "callerNumber", value: PHONE, conversations: 1 }]);
  });
});

describe("an empty store", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  it.each(DATASET_IDS)("answers %s without rows or with zeros", async (dataset) => {
    const { rows } = await askOf(store, dataset, DAY);
    const expected =
      { summary: 1, heatmap: 7 * 24, waits: 9 }[dataset as string] ?? (rows[0]?.bucket === undefined ? 0 : 24);
    expect(rows.length).toBe(expected);
  });
});
