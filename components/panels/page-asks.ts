import type { DatasetId } from "@/lib/shared/contract";
import { TILE_METRICS } from "@/lib/shared/tile-metrics";

export interface PageAsks {
  /** The datasets of the page's panels: what the server answers beforehand, and what the page's ZIP holds. */
  datasets: readonly DatasetId[];
  /** The metrics of the summary that the page shows. */
  figures?: readonly string[];
}

/** What each page of panels asks for. */
export const PAGE_ASKS = {
  overview: {
    datasets: [
      "summary",
      "trends",
      "volume",
      "anomalies",
      "status-by-event",
      "heatmap",
      "final-status",
      "disconnecting-events",
      "channels",
      "queues",
      "callbacks",
      "agents",
      "agent-durations",
    ],
    figures: [...TILE_METRICS, "callbackWaitSecondsMedian"],
  },
  queues: {
    datasets: ["summary", "queues", "queue-trends", "waits", "heatmap"],
    figures: [
      "serviceLevel",
      "queueAbandonRate",
      "notInTime",
      "waitSecondsAverage",
      "waitSecondsP90",
      "offered",
      "callbacksOpted",
    ],
  },
  agents: {
    datasets: ["summary", "agent-durations", "agents", "missed-reasons"],
    figures: [
      "responseRate",
      "missed",
      "segmentsAnswered",
      "pickupSecondsAverage",
      "firstResponseSecondsAverage",
      "handleSecondsAverage",
      "afterCallWorkSecondsAverage",
    ],
  },
  callbacks: {
    datasets: ["summary", "callbacks", "queues"],
    figures: [
      "callbacksOutstanding",
      "callbacksOpted",
      "callbacksAccepted",
      "callbackAcceptRate",
      "callbackWaitSecondsMedian",
      "callbackWaitSecondsP90",
    ],
  },
  automation: {
    datasets: ["summary", "bot-trends", "bot-events", "flow", "intents", "tones"],
    figures: ["containmentRate", "contained", "conversations", "botHangups", "conversationAbandonRate", "unanswered"],
  },
  tags: { datasets: ["dispositions", "tag-names", "tag-values", "tags"] },
} as const satisfies Record<string, PageAsks>;
