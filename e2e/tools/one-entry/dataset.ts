import { expect } from "vitest";
import type { Thing } from "./thing";

/** Conversations by their direction, in a panel of Overview. */
export const DATASET: Thing = {
  name: "dataset",
  places: [
    {
      file: "lib/shared/datasets.ts",
      after: 'channels: { drillDown: { channel: "channel" } },',
      insert: '  directions: { drillDown: { direction: "direction" } },',
    },
    {
      file: "lib/metrics/datasets.ts",
      after: 'channels: shares(conversationColumn("channel", "Channel")),',
      insert: '  directions: shares(conversationColumn("direction", "Direction")),',
    },
    {
      file: "app/(app)/page.tsx",
      after: "<StatusByEventPanel />",
      insert: '        <BreakdownPanel dataset="directions" title="Directions" column="direction" />',
    },
    { file: "components/shell/pages.ts", after: '"channels",', insert: '      "directions",' },
  ],
  script: `
    import { describeApi } from "@/lib/http/openapi";
    import { readGlossary } from "@/lib/metrics/glossary";
    import { runDataset } from "@/lib/metrics/run";
    import { drillDown } from "@/lib/shared/drill-down";
    import { parseMetricQuery } from "@/lib/shared/query";
    import { scopeFor } from "@/lib/shared/test-scope";
    import { openStore } from "@/lib/store/engine/open-store";
    import { conversation, writeRecords } from "@/lib/sync/normalize/test-records";

    const store = await openStore({ dataDir: null, memoryLimit: "256MB" });
    await writeRecords(store, [
      conversation("in"),
      conversation("in-too"),
      conversation("out", { customerinfo: { Direction: "Outbound" } }),
    ]);
    const day = { from: "2025-10-01", to: "2025-10-01" };
    const query = parseMetricQuery(new URLSearchParams(day), { timeZone: "UTC", now: 0 });
    const { columns, rows } = await runDataset(store.db, scopeFor(), "directions", query);
    const path = describeApi("http://localhost").paths["/api/metrics/{dataset}"]?.get?.parameters[0]?.schema;
    const entries = readGlossary().flatMap((group) => group.entries);
    export default {
      columns: columns.map(({ id }) => id),
      rows,
      leadsTo: drillDown("directions", rows[1] ?? {}, { ...day, filters: {} }).filters,
      documented: path?.enum?.includes("directions"),
      explained: entries.find(({ id }) => id === "conversations")?.datasets.includes("directions"),
    };`,
  sees: (found) =>
    expect(found).toEqual({
      columns: ["direction", "conversations", "share"],
      rows: [
        { direction: "Inbound", conversations: 2, share: 2 / 3 },
        { direction: "Outbound", conversations: 1, share: 1 / 3 },
      ],
      leadsTo: { direction: ["Outbound"] },
      documented: true,
      explained: true,
    }),
};
