import { sql } from "kysely";
import type { DatasetId } from "@/lib/shared/datasets";
import { TILE_METRICS } from "@/lib/shared/tile-metrics";
import { MISS_REASON } from "@/lib/store/filters/conditions";
import { METRICS } from "./catalogue";
import type { DatasetDefinition, Key } from "./dataset";
import { FLOW_COLUMNS } from "./flow";
import {
  AGENT,
  conversationColumn,
  DISCONNECTING_EVENT,
  DISPOSITION,
  FINAL_STATUS,
  QUEUE,
  TAG_NAME,
  TAG_VALUE,
  text,
} from "./keys";
import { CONVERSATIONS_OF, count } from "./measures";

const OUTCOMES_OF_ROW = ["answered", "contained", "abandoned", "unanswered", "open"];
const MOST_VALUES = 10;

const shares = (key: Key, more: readonly string[] = []): DatasetDefinition => ({
  keys: [key],
  metrics: ["conversations", ...more],
  hasShare: true,
  orderBy: "conversations",
});

const isCountOfRecords = (id: string) => id.endsWith("Count") || id.endsWith("Negative");

/** What the rows of every dataset are grouped by, and what they count. */
export const DATASET_DEFINITIONS: Record<DatasetId, DatasetDefinition> = {
  summary: {
    keys: [],
    metrics: [
      ...METRICS.filter(({ id }) => !isCountOfRecords(id)),
      ...METRICS.filter(({ id }) => isCountOfRecords(id)),
    ].map(({ id }) => id),
  },
  volume: {
    keys: [],
    metrics: ["conversations", "answered", "contained", "abandoned", "unanswered", "open"],
  },
  trends: { keys: [], metrics: TILE_METRICS },
  "queue-trends": {
    keys: [],
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
  "agent-durations": {
    keys: [],
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
  "bot-trends": {
    keys: [],
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
  "final-status": shares(FINAL_STATUS),
  "disconnecting-events": shares(DISCONNECTING_EVENT),
  "status-by-event": {
    keys: [FINAL_STATUS, DISCONNECTING_EVENT],
    metrics: ["conversations"],
    orderBy: "conversations",
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
  channels: shares(conversationColumn("channel", "Channel")),
  intents: shares(text("intent", "Intent", { conversation: sql`t.last_intent` }), [
    "containmentRate",
    ...OUTCOMES_OF_ROW,
  ]),
  dispositions: { ...shares(DISPOSITION), countedAs: count("conversations", "disposition") },
  tags: {
    keys: [...TAG_NAME, TAG_VALUE],
    metrics: ["conversations"],
    countedAs: count("conversations", "tag"),
    orderBy: "conversations",
  },
  "tag-names": {
    keys: TAG_NAME,
    metrics: ["conversations", "values"],
    countedAs: { ...count("conversations", "tag"), distinct: CONVERSATIONS_OF },
    hasShare: true,
    orderBy: "conversations",
  },
  "tag-values": {
    keys: [...TAG_NAME, TAG_VALUE],
    metrics: ["conversations"],
    countedAs: count("conversations", "tag"),
    orderBy: "conversations",
    top: { keys: TAG_NAME.length, rows: MOST_VALUES },
  },
  heatmap: {
    keys: [],
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
    countedAs: count("conversations", "journey"),
    flow: FLOW_COLUMNS,
  },
  waits: { keys: [], metrics: ["offeredAnswered", "offeredAbandoned"] },
  "bot-events": shares(DISCONNECTING_EVENT, OUTCOMES_OF_ROW),
  tones: {
    ...shares(text("tone", "Tone", { tone: sql`t.tone` }), ["toneLevelAverage"]),
    countedAs: count("conversations", "tone"),
  },
  "missed-reasons": {
    keys: [text("reason", "Reason", { missed: MISS_REASON })],
    metrics: ["missed"],
    orderBy: "missed",
  },
  /** Judged, not grouped: see anomalies.ts. */
  anomalies: { keys: [], metrics: [] },
};
