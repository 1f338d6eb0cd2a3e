import { afterAll, beforeAll, describe, it } from "vitest";
import { runDataset } from "@/lib/metrics/run";
import type { Row } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { DAY_MS } from "@/lib/shared/instants";
import { parseMetricQuery } from "@/lib/shared/query";
import { createOracle, type OracleDataset } from "../../oracle/oracle";
import { recordsBetween } from "../../simulator/centre";
import { copyFromSimulator, EVERYTHING } from "../support/copy";
import { ENGINES, type Engine } from "../support/engines";
import { expectRows } from "../support/equal-rows";

const CENTRE = { seed: 7, conversationsPerDay: 600, homeZone: "Asia/Kolkata" };
const NOW = Date.parse("2026-11-16T10:20:30Z");
const OFFSET = -330;
const DATASETS: (OracleDataset & DatasetId)[] = [
  "summary",
  "final-status",
  "disconnecting-events",
  "status-by-event",
  "volume",
  "queues",
  "agents",
  "agent-durations",
  "callbacks",
  "channels",
  "intents",
  "dispositions",
  "tags",
  "tag-names",
  "tag-values",
  "bot-trends",
  "bot-events",
  "tones",
  "missed-reasons",
  "heatmap",
  "flow",
  "queue-trends",
  "trends",
  "waits",
];

const oracle = createOracle(recordsBetween(CENTRE, NOW - 14 * DAY_MS, NOW, NOW, OFFSET), OFFSET);
const DAYS = { from: "2026-11-03", to: "2026-11-16", timeZone: "UTC" };
const queue = oracle.dataset("queues", DAYS)[1]?.queueId;
const agent = oracle.dataset("agents", DAYS)[3]?.agentId;

const CASES: [string, string, string][] = [
  ["everything, in Kolkata", "from=2026-11-02&to=2026-11-16", "Asia/Kolkata"],
  ["one day by the hour, in New York", "from=2026-11-10&to=2026-11-10", "America/New_York"],
  ["weeks, in Apia", "from=2026-11-04&to=2026-11-16&interval=week", "Pacific/Apia"],
  ["months, in UTC", "from=2026-10-30&to=2026-11-16&interval=month", "UTC"],
  ["quarter hours of a morning", "from=2026-11-10T07:10&to=2026-11-10T12:00&interval=quarter-hour", "Asia/Kolkata"],
  ["two channels", "from=2026-11-02&to=2026-11-16&channel=Voice&channel=System%20Mail", "Asia/Kolkata"],
  ["one queue", `from=2026-11-03&to=2026-11-16&queue=${queue}`, "UTC"],
  ["all but one queue", `from=2026-11-03&to=2026-11-16&queue=!${queue}`, "UTC"],
  ["one agent", `from=2026-11-03&to=2026-11-16&agent=${agent}`, "UTC"],
  ["one agent in one queue", `from=2026-11-03&to=2026-11-16&agent=${agent}&queue=${queue}`, "UTC"],
  ["a status and not an event", "from=2026-11-03&to=2026-11-16&status=CLOSED&event=!User%20Hangup", "UTC"],
  ["an outcome, inbound", "from=2026-11-03&to=2026-11-16&outcome=abandoned&direction=Inbound", "UTC"],
  ["a tag by name", "from=2026-11-03&to=2026-11-16&tag=voiceAgentTransferStart", "UTC"],
  ["waits of 10 to 30 seconds", "from=2026-11-03&to=2026-11-16&wait=10-20&wait=20-30", "UTC"],
  ["dispositions, also none", "from=2026-11-03&to=2026-11-16&disposition=Not%20given&disposition=Resolved", "UTC"],
];

function expected(dataset: OracleDataset, search: string, timeZone: string): Row[] {
  const { from = "", to = "", interval, ...filters } = groupsOf(search);
  return oracle.dataset(dataset, {
    from: String(from),
    to: String(to),
    timeZone,
    filters: Object.fromEntries(Object.entries(filters).map(([id, values]) => [id, [values].flat()])),
    ...(interval ? { interval: String(interval) as "day" } : {}),
  });
}

/** Both engines are asked the same: what the slow implementation answers is counted once for the two. */
const truths = new Map(
  CASES.map(([name, search, timeZone]) => [
    name,
    new Map(DATASETS.map((dataset) => [dataset, expected(dataset, search, timeZone)])),
  ]),
);

describe.each(["DuckDB", "PostgreSQL"] as const)("a simulated fortnight, copied over HTTP to %s", (name) => {
  let engine: Engine;
  let copied: Awaited<ReturnType<typeof copyFromSimulator>>;
  beforeAll(async () => {
    engine = await ENGINES[name]();
    const { openStore } = engine;
    const source = { simulator: CENTRE, now: NOW, historyDays: 14, timeZoneOffset: OFFSET };
    copied = await copyFromSimulator({ ...source, openStore });
  });
  afterAll(async () => {
    await copied.close();
    await engine.close();
  });

  it.each(CASES)("gives every dataset the numbers of the slow implementation: %s", async (of, search, timeZone) => {
    const query = parseMetricQuery(new URLSearchParams(search), { timeZone, now: NOW });
    for (const dataset of DATASETS) {
      const { rows } = await runDataset(copied.store.db, EVERYTHING, dataset, query);
      expectRows(rows, truths.get(of)?.get(dataset) ?? [], dataset);
    }
  });
});

function groupsOf(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
