import { expect } from "vitest";
import type { Thing } from "./thing";

/** Conversations of more than ten minutes, in the course over time of what the bot did. */
export const METRIC: Thing = {
  name: "metric",
  places: [
    {
      file: "lib/metrics/catalogue.ts",
      after: "export const METRICS: readonly Metric[] = [",
      insert: `
  countMetric(count("long", "conversation", sql\`t.duration_seconds > 600\`), {
    topic: "conversations",
    label: "Long",
    definition: "Conversations of more than ten minutes.",
    good: "down",
  }),`,
    },
    { file: "lib/metrics/datasets.ts", after: '"conversationAbandonRate",', insert: '      "long",' },
  ],
  script: `
    import { readGlossary } from "@/lib/metrics/glossary";
    import { runDataset } from "@/lib/metrics/run";
    import type { DatasetId } from "@/lib/shared/datasets";
    import { parseMetricQuery } from "@/lib/shared/query";
    import { scopeFor } from "@/lib/shared/test-scope";
    import { openStore } from "@/lib/store/engine/open-store";
    import { conversation, writeRecords } from "@/lib/sync/normalize/test-records";

    const store = await openStore({ dataDir: null, memoryLimit: "256MB" });
    await writeRecords(store, [
      conversation("short"),
      conversation("long", { sessionEndTime: "2025-10-01T11:00:00" }),
    ]);
    const query = parseMetricQuery(new URLSearchParams("from=2025-10-01&to=2025-10-01"), { timeZone: "UTC", now: 0 });
    const sumIn = async (dataset: DatasetId) =>
      (await runDataset(store.db, scopeFor(), dataset, query)).rows.reduce((sum, row) => sum + Number(row.long), 0);
    const entries = readGlossary().flatMap((group) => group.entries);
    export default {
      summary: await sumIn("summary"),
      overTime: await sumIn("bot-trends"),
      explanation: entries.find(({ id }) => id === "long"),
    };`,
  sees: (found) =>
    expect(found).toMatchObject({
      summary: 1,
      overTime: 1,
      explanation: { label: "Long", good: "down", datasets: ["bot-trends"] },
    }),
};
