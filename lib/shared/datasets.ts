import type { Row } from "./contract";
import { BOT, BOT_ALONE, type FilterId, type Filters } from "./filters";
import { NOT_GIVEN } from "./outcomes";
import { type TagFilter, writeTagFilter } from "./tag-filter";

type FilterValues = Partial<Record<FilterId, string>>;

/** What pages and API know of a dataset: one entry here; what it counts stands in lib/metrics/datasets.ts. */
export interface DatasetEntry {
  /** One row for each bucket of time, hour of the week, or band of waits, empty ones too. */
  axis?: "buckets" | "week" | "waits";
  /** Whether pages show it beside a compared range: only when one is chosen, or always, as key figures do. */
  comparison?: "chosen" | "always";
  /** Filters of its own: what its rows have in common. */
  only?: Filters;
  /** The filters that list a row's conversations: the column that holds each one's value, or computed from the row. */
  drillDown?: Partial<Record<FilterId, string>> | ((row: Row) => FilterValues);
  /** The range of a row that has one of its own. */
  rangeOfRow?: (row: Row) => { from: string; to: string };
  /** Whether it can have as many rows as there are conversations: a limit is then the store's own work, and a page's. */
  isLong?: boolean;
}

const ENTRIES = {
  summary: { comparison: "always" },
  "final-status": { drillDown: { status: "finalStatus" } },
  "disconnecting-events": { drillDown: { event: "disconnectingEvent" } },
  "status-by-event": { drillDown: { status: "finalStatus", event: "disconnectingEvent" } },
  volume: { axis: "buckets", comparison: "chosen" },
  queues: { drillDown: { queue: "queueId" } },
  agents: { drillDown: { agent: "agentId" } },
  "agent-durations": { axis: "buckets" },
  callbacks: { axis: "buckets" },
  channels: { drillDown: { channel: "channel" } },
  intents: { drillDown: { intent: "intent" } },
  dispositions: { drillDown: { disposition: "disposition" } },
  tags: { drillDown: tagWithValue, isLong: true },
  "tag-names": { drillDown: (row) => ({ tag: writeTagFilter(tagOf(row)) }) },
  /** The most frequent values of each name. */
  "tag-values": { drillDown: tagWithValue },
  heatmap: { axis: "week", drillDown: { weekday: "weekday", hour: "hour" } },
  flow: { drillDown: linkValues },
  /** What the tiles of Overview show, over time. */
  trends: { axis: "buckets", comparison: "chosen" },
  /** What the tiles of Queues show, over time. */
  "queue-trends": { axis: "buckets", comparison: "chosen" },
  waits: { axis: "waits", drillDown: { wait: "wait" } },
  /** What the tiles of Automation show, over time. */
  "bot-trends": { axis: "buckets", comparison: "chosen" },
  /** How conversations ended that the bot had for itself. */
  "bot-events": { only: BOT_ALONE, drillDown: { event: "disconnectingEvent" } },
  tones: { drillDown: { tone: "tone" } },
  "missed-reasons": { drillDown: { missReason: "reason" } },
  anomalies: {
    drillDown: ({ kind, id }) => (kind === "queue" || kind === "agent" ? { [kind]: String(id) } : {}),
    rangeOfRow: ({ from, to }) => ({ from: String(from), to: String(to) }),
  },
} satisfies Record<string, DatasetEntry>;

export type DatasetId = keyof typeof ENTRIES;

/** Every dataset, by its name in addresses. */
export const DATASETS: Readonly<Record<DatasetId, DatasetEntry>> = ENTRIES;
export const DATASET_IDS = Object.keys(ENTRIES) as readonly DatasetId[];

/** The filters that a row of a dataset stands for. */
export function filterValuesOf(dataset: DatasetId, row: Row): FilterValues {
  const { drillDown = {} } = DATASETS[dataset];
  return typeof drillDown === "function"
    ? drillDown(row)
    : Object.fromEntries(Object.entries(drillDown).map(([id, column]) => [id, String(row[column] ?? NOT_GIVEN)]));
}

function tagOf({ level, name }: Row): TagFilter {
  return { level: level === "user" ? "user" : "session", name: String(name) };
}

function tagWithValue(row: Row): FilterValues {
  return { tag: writeTagFilter({ ...tagOf(row), value: String(row.value) }) };
}

/** A link of the flow: channel → bot or first queue → outcome → disconnecting event. */
function linkValues({ step, source, target, queueId }: Row): FilterValues {
  const firstQueue = String(queueId ?? BOT);
  if (step === 1) {
    return { channel: String(source), firstQueue };
  }
  return step === 2 ? { firstQueue, outcome: String(target) } : { outcome: String(source), event: String(target) };
}
