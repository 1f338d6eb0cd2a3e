import { sql } from "kysely";
import type { DatasetId } from "@/lib/shared/contract";
import { BOT_ALONE } from "@/lib/shared/filters";
import { TILE_METRICS } from "@/lib/shared/tile-metrics";
import { MISS_REASON } from "@/lib/store/conditions";
import { METRICS } from "./catalogue";
import type { Dataset, Key } from "./dataset";
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

const OUTCOMES_OF_ROW = ["answered", "contained", "abandoned", "unanswered", "open"];
const MOST_VALUES = 10;

const shares = (key: Key, more: readonly string[] = []): Dataset => ({
  keys: [key],
  metrics: ["conversations", ...more],
  hasShare: true,
  orderBy: "conversations",
});

const isCountOfRecords = (id: string) => id.endsWith("Count") || id.endsWith("Negative");

/** Every dataset of the API, by its name in addresses. */
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
  trends: { keys: [], axis: "buckets", metrics: TILE_METRICS },
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
