import { expect } from "vitest";
import type { Thing } from "./thing";

/** Conversations by the bot that took them. */
export const FILTER: Thing = {
  name: "filter",
  places: [
    { file: "lib/shared/filters.ts", after: 'channel: { label: "Channel" },', insert: '  bot: { label: "Bot" },' },
    {
      file: "lib/store/filters/filter-sql.ts",
      after: 'channel: byColumn("channel"),',
      insert: `
  bot: {
    having: ({ selection }) => ofRows(idsIn("conversations", selection), isAny("botId")),
    menu: columnOf("conversation", sql\`t.bot_id\`),
  },`,
    },
  ],
  script: `
    import { describeApi } from "@/lib/http/openapi";
    import { runDataset } from "@/lib/metrics/run";
    import { describeFilters } from "@/lib/shared/describe-filter";
    import { parseMetricQuery } from "@/lib/shared/query";
    import { scopeFor } from "@/lib/shared/test-scope";
    import { selectionSearch } from "@/lib/shared/view";
    import { readOptions } from "@/lib/store/filters/options";
    import { openStore } from "@/lib/store/engine/open-store";
    import { conversation, writeRecords } from "@/lib/sync/normalize/test-records";

    const store = await openStore({ dataDir: null, memoryLimit: "256MB" });
    await writeRecords(store, [
      conversation("of-anna", { botId: "anna" }),
      conversation("of-anna-too", { botId: "anna" }),
      conversation("of-bert", { botId: "bert" }),
    ]);
    const view = { from: "2025-10-01", to: "2025-10-01", bot: ["anna"] };
    const count = async (search: string) => {
      const query = parseMetricQuery(new URLSearchParams(search), { timeZone: "UTC", now: 0 });
      return (await runDataset(store.db, scopeFor(), "summary", query)).rows[0]?.conversations;
    };
    const options = await readOptions(store.db, scopeFor());
    const parameters = describeApi("http://localhost").paths["/api/metrics/{dataset}"]?.get?.parameters ?? [];
    export default {
      included: await count(selectionSearch(view)),
      excluded: await count(selectionSearch({ ...view, bot: ["!anna"] })),
      options: options.bot,
      second: Object.keys(options)[1],
      words: describeFilters(view, options).map(({ label, value }) => [label, value]),
      documented: parameters.find(({ name }) => name === "bot")?.description.slice(0, 4),
    };`,
  sees: (found) =>
    expect(found).toEqual({
      included: 2,
      excluded: 1,
      options: [
        { value: "anna", label: "anna" },
        { value: "bert", label: "bert" },
      ],
      second: "bot",
      words: [["Bot is", "anna"]],
      documented: "Bot.",
    }),
};
