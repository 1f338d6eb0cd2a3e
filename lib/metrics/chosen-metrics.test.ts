import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Row } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { parseMetricQuery } from "@/lib/shared/query";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { answeredBy, conversation, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { runDataset } from "./run";

const RECORDS = [
  conversation("answered", { destinations: [queueEntry("qu-1", answeredBy("u-1", { interactionDuration: 30 }))] }),
  conversation("contained", { finalStatus: "BotResolved" }),
];
const CHOSEN = ["conversations", "serviceLevel", "handleSecondsAverage"];

describe("a dataset asked for some of its metrics", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  const ask = (dataset: DatasetId, search: string) =>
    runDataset(
      store.db,
      scopeFor(),
      dataset,
      parseMetricQuery(new URLSearchParams(`from=2025-10-01&to=2025-10-31&${search}`), {
        timeZone: "UTC",
        now: Date.parse("2025-11-01"),
      }),
    );
  const pick = (row: Row, ids: readonly string[]) =>
    Object.fromEntries(Object.entries(row).filter(([id]) => ids.includes(id)));

  it.each<[DatasetId, string[]]>([
    ["summary", []],
    ["trends", ["bucket"]],
    ["heatmap", ["weekday", "hour"]],
  ])("has their columns in the dataset's own order, with the same values: %s", async (dataset, keys) => {
    const whole = await ask(dataset, "compare=previous");
    const chosen = CHOSEN.filter((id) => whole.columns.some((column) => column.id === id));
    const part = await ask(dataset, `compare=previous&metrics=${chosen.toReversed().join(",")}`);
    expect(part.columns.map(({ id }) => id)).toEqual([...keys, ...chosen]);
    expect(part.rows).toEqual(whole.rows.map((row) => pick(row, [...keys, ...chosen])));
    expect(part.comparison?.rows).toEqual(whole.comparison?.rows.map((row) => pick(row, [...keys, ...chosen])));
  });

  it.each([
    ["summary", "metrics=nonsense", "has no metric “nonsense”"],
    ["summary", "metrics=", "“metrics”"],
    ["summary", "metrics=conversations;drop", "“metrics”"],
    ["queues", "metrics=offered", "“queues” is neither"],
    ["flow", "metrics=conversations", "“flow” is neither"],
    ["anomalies", "metrics=conversations", "“anomalies” is neither"],
  ] as const)("refuses what it cannot choose: %s?%s", async (dataset, search, words) => {
    const asked = (async () => ask(dataset, search))();
    await expect(asked).rejects.toThrow(words);
    await expect(asked).rejects.toMatchObject({ details: { parameter: "metrics" } });
  });
});
