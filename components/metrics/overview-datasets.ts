import type { DatasetId } from "@/lib/shared/contract";

/** The datasets of Overview's panels: what the server answers beforehand, and what the page's ZIP holds. */
export const OVERVIEW_DATASETS: readonly DatasetId[] = [
  "summary",
  "trends",
  "volume",
  "stand-outs",
  "status-by-event",
  "heatmap",
  "final-status",
  "disconnecting-events",
  "channels",
  "queues",
  "callbacks",
  "agents",
  "agent-durations",
];

/** The metrics of Overview's tiles, in the order of urgency; the first is on the main chart unless another is chosen. */
export const TILE_METRICS = [
  "conversations",
  "serviceLevel",
  "queueAbandonRate",
  "waitSecondsAverage",
  "handleSecondsAverage",
  "containmentRate",
  "callbackAcceptRate",
] as const;

/** What Overview shows of the summary. */
export const OVERVIEW_FIGURES: readonly string[] = [...TILE_METRICS, "callbackWaitSecondsMedian"];
