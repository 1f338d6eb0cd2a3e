import { type RawBuilder, sql } from "kysely";
import type { Column, DatasetId, Row, Unit } from "@/lib/shared/contract";
import { BOT_ALONE, type Filters } from "@/lib/shared/filters";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { Range } from "@/lib/shared/range";
import { hourSql, weekdaySql } from "@/lib/store/local-time";
import { type Grain, MISS_REASON } from "@/lib/store/selection";
import { METRICS } from "./catalogue";
import { FLOW_COLUMNS } from "./flow";
import type { CountId } from "./measures";

/** A column that rows are grouped by; `sql` says how each family of rows spells it. */
export interface Key {
  id: string;
  label: string;
  unit: Unit;
  sql: Partial<Record<Grain, RawBuilder<unknown>>>;
  /** Whether a scope without personal data sees its values masked, where several can look alike. */
  isPersonal?: boolean;
}

/** A dataset is data: what its rows are grouped by, and which metrics each row carries. */
export interface Dataset {
  keys: readonly Key[];
  /** Metric ids in the order of METRICS.md. */
  metrics: readonly string[];
  /** One row a bucket of time, an hour of the week, or a band of waits, empty ones too. */
  axis?: "buckets" | "week" | "waits";
  /** Whether groups become the links of a diagram, and their columns. */
  flow?: readonly Column[];
  /** Where rows are counted in another family than conversations, and the column is still called that. */
  countedAs?: CountId;
  /** Whether the part of all conversations stands behind their number. */
  hasShare?: boolean;
  /** Shows the name that goes with the first key. */
  names?: { kind: "queue" | "agent"; id: string; label: string };
  /** Which rows belong to the dataset at all. */
  keep?: (row: Row) => boolean;
  /** Column by whose value rows are ordered, largest first; then by the keys. */
  orderBy?: string;
  /** Filters of its own: what its rows have in common. */
  only?: Filters;
  /** Only the first rows of each group that has the first so many keys in common, by `orderBy`. */
  top?: Top;
  /** Whether it can have as many rows as there are conversations: a limit is then the store's own work. */
  isLong?: boolean;
}

export interface Top {
  keys: number;
  rows: number;
}

const text = (id: string, label: string, columns: Key["sql"]): Key => ({ id, label, unit: "text", sql: columns });
const conversationColumn = (id: string, label: string) => text(id, label, { conversation: sql`t.${sql.ref(id)}` });

const FINAL_STATUS = conversationColumn("finalStatus", "Final status");
const DISCONNECTING_EVENT = conversationColumn("disconnectingEvent", "Disconnecting event");
export const QUEUE = text("queueId", "Queue id", { entry: sql`t.queue_id`, segment: sql`t.queue_id` });
export const AGENT = text("agentId", "Agent id", { segment: sql`t.agent_id`, missed: sql`t.agent_id` });
const DISPOSITION = text("disposition", "Disposition", {
  disposition: sql`coalesce(d.disposition, ${sql.lit(NOT_GIVEN)})`,
});

const OUTCOMES_OF_ROW = ["answered", "contained", "abandoned", "unanswered", "open"];
const MOST_VALUES = 10;

const TAG_NAME = [text("level", "Level", { tag: sql`t.level` }), text("name", "Name", { tag: sql`t.name` })];
const TAG_VALUE: Key = { ...text("value", "Value", { tag: sql`t.value` }), isPersonal: true };

const shares = (key: Key, more: readonly string[] = []): Dataset => ({
  keys: [key],
  metrics: ["conversations", ...more],
  hasShare: true,
  orderBy: "conversations",
});

const isCountOfRecords = (id: string) => id.endsWith("Count") || id.endsWith("Negative");

/** Weekday and local hour of a conversation's start. */
export function weekKeys(range: Range): Pick<Key, "id" | "sql">[] {
  const everywhere = (expression: RawBuilder<unknown>) => ({
    conversation: expression,
    entry: expression,
    segment: expression,
  });
  return [
    { id: "weekday", sql: everywhere(weekdaySql(range)) },
    { id: "hour", sql: everywhere(hourSql(range)) },
  ];
}

export const DATASET_DEFINITIONS: Record<DatasetId, Dataset> = {
  summary: {
    keys: [],
    metrics: [
      ...METRICS.filter(({ id }) => !isCountOfRecords(id)),
      ...METRICS.filter(({ id }) => isCountOfRecords(id)),
    ].map(({ id }) => id),
  },
  "final-status": shares(FINAL_STATUS),
  "disconnecting-events": shares(DISCONNECTING_EVENT),
  "status-by-event": {
    keys: [FINAL_STATUS, DISCONNECTING_EVENT],
    metrics: ["conversations"],
    orderBy: "conversations",
  },
  volume: {
    keys: [],
    axis: "buckets",
    metrics: ["conversations", "answered", "contained", "abandoned", "unanswered", "open"],
  },
  queues: {
    keys: [QUEUE],
    names: { kind: "queue", id: "queueName", label: "Queue" },
    metrics: [
      "offered",
      "offeredAnswered",
      "serviceLevel",
      "queueAbandonRate",
      "waitSecondsAverage",
      "waitSecondsMedian",
      "waitSecondsP90",
      "handleSecondsAverage",
      "callbacksOpted",
      "callbacksAccepted",
      "callbacksOutstanding",
      "callbackOptRate",
      "callbackAcceptRate",
      "callbackWaitSecondsMedian",
      "callbackWaitSecondsP90",
      "notInTime",
    ],
    orderBy: "offered",
  },
  agents: {
    keys: [AGENT],
    names: { kind: "agent", id: "agentName", label: "Agent" },
    metrics: [
      "segmentsAnswered",
      "missed",
      "responseRate",
      "interactionSecondsAverage",
      "interactionSecondsMedian",
      "interactionSecondsP90",
      "interactionSecondsTotal",
      "afterCallWorkSecondsAverage",
      "handleSecondsAverage",
      "firstResponseSecondsAverage",
      "pickupSecondsAverage",
      "handleSecondsP90",
    ],
    keep: ({ segmentsAnswered, missed }) => Number(segmentsAnswered) > 0 || Number(missed) > 0,
    orderBy: "segmentsAnswered",
  },
  "agent-durations": {
    keys: [],
    axis: "buckets",
    metrics: [
      "segmentsAnswered",
      "interactionSecondsAverage",
      "afterCallWorkSecondsAverage",
      "handleSecondsAverage",
      "firstResponseSecondsAverage",
      "pickupSecondsAverage",
      "missed",
      "responseRate",
    ],
  },
  callbacks: {
    keys: [],
    axis: "buckets",
    metrics: [
      "callbacksOpted",
      "callbacksAccepted",
      "callbacksOutstanding",
      "callbackWaitSecondsAverage",
      "callbackWaitSecondsMedian",
      "callbackWaitSecondsP90",
      "callbackOptRate",
      "callbackAcceptRate",
    ],
  },
  channels: shares(conversationColumn("channel", "Channel")),
  intents: shares(text("intent", "Intent", { conversation: sql`t.last_intent` }), [
    "containmentRate",
    ...OUTCOMES_OF_ROW,
  ]),
  dispositions: { ...shares(DISPOSITION), countedAs: "disposedConversations" },
  tags: {
    keys: [...TAG_NAME, TAG_VALUE],
    metrics: ["conversations"],
    countedAs: "taggedConversations",
    orderBy: "conversations",
    isLong: true,
  },
  "tag-names": {
    keys: TAG_NAME,
    metrics: ["conversations", "values"],
    countedAs: "namedConversations",
    hasShare: true,
    orderBy: "conversations",
  },
  /** The most frequent values of each name. */
  "tag-values": {
    keys: [...TAG_NAME, TAG_VALUE],
    metrics: ["conversations"],
    countedAs: "taggedConversations",
    orderBy: "conversations",
    top: { keys: TAG_NAME.length, rows: MOST_VALUES },
  },
  heatmap: {
    keys: [],
    axis: "week",
    metrics: [
      "conversations",
      "answered",
      "contained",
      "abandoned",
      "unanswered",
      "open",
      "offered",
      "serviceLevel",
      "queueAbandonRate",
      "waitSecondsAverage",
      "handleSecondsAverage",
      "callbacksOpted",
      "waitSecondsP90",
      "notInTime",
    ],
  },
  flow: {
    keys: [
      text("channel", "Channel", { journey: sql`t.channel` }),
      text("queueId", "First queue", { journey: sql`coalesce(e.queue_id, '')` }),
      text("outcome", "Outcome", { journey: sql`t.outcome` }),
      text("event", "Disconnecting event", { journey: sql`t.disconnecting_event` }),
    ],
    metrics: ["conversations"],
    countedAs: "journeys",
    flow: FLOW_COLUMNS,
  },
  /** What the tiles of Overview show, over time. */
  trends: {
    keys: [],
    axis: "buckets",
    metrics: [
      "conversations",
      "serviceLevel",
      "queueAbandonRate",
      "waitSecondsAverage",
      "handleSecondsAverage",
      "containmentRate",
      "callbackAcceptRate",
    ],
  },
  /** What the tiles of Queues show, over time. */
  "queue-trends": {
    keys: [],
    axis: "buckets",
    metrics: [
      "offered",
      "offeredAnswered",
      "notInTime",
      "serviceLevel",
      "queueAbandonRate",
      "waitSecondsAverage",
      "waitSecondsP90",
      "callbacksOpted",
      "callbacksAccepted",
    ],
  },
  waits: { keys: [], axis: "waits", metrics: ["offeredAnswered", "offeredAbandoned"] },
  /** What the tiles of Automation show, over time. */
  "bot-trends": {
    keys: [],
    axis: "buckets",
    metrics: [
      "conversations",
      "contained",
      "containmentRate",
      "botHangups",
      "abandoned",
      "conversationAbandonRate",
      "unanswered",
    ],
  },
  /** How conversations ended that the bot had for itself. */
  "bot-events": { ...shares(DISCONNECTING_EVENT, OUTCOMES_OF_ROW), only: BOT_ALONE },
  tones: {
    ...shares(text("tone", "Tone", { tone: sql`t.tone` }), ["toneLevelAverage"]),
    countedAs: "tonedConversations",
  },
  "missed-reasons": {
    keys: [text("reason", "Reason", { missed: MISS_REASON })],
    metrics: ["missed"],
    orderBy: "missed",
  },
  /** Judged, not grouped: see stand-outs.ts. */
  "stand-outs": { keys: [], metrics: [] },
};
