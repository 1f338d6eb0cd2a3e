import type { DatasetId } from "@/lib/shared/contract";
import { TILE_METRICS } from "@/lib/shared/tile-metrics";
import type { Dataset } from "./dataset";

/** The datasets over time, a row for each bucket of the range. */
export const SERIES = {
  volume: {
    keys: [],
    axis: "buckets",
    metrics: ["conversations", "answered", "contained", "abandoned", "unanswered", "open"],
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
} satisfies Partial<Record<DatasetId, Dataset>>;
