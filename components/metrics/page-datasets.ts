import type { DatasetId } from "@/lib/shared/contract";

/** The datasets of each page's panels: what the server answers beforehand, and what the page's ZIP holds. */
export const PAGE_DATASETS = {
  queues: ["summary", "queues", "queue-trends", "waits", "heatmap"],
  agents: ["summary", "trends", "agents", "agent-durations"],
  callbacks: ["summary", "callbacks", "queues"],
  automation: ["summary", "trends", "flow", "intents", "disconnecting-events"],
  tags: ["dispositions", "tags"],
} as const satisfies Record<string, readonly DatasetId[]>;
