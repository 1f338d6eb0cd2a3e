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
