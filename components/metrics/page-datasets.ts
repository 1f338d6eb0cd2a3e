import type { DatasetId } from "@/lib/shared/contract";

/** The datasets of each page's panels: what the server answers beforehand, and what the page's ZIP holds. */
export const PAGE_DATASETS = {
  queues: ["summary", "queues", "queue-trends", "waits", "heatmap"],
  agents: ["summary", "agent-durations", "agents", "missed-reasons"],
  callbacks: ["summary", "callbacks", "queues"],
  automation: ["summary", "bot-trends", "bot-events", "flow", "intents", "tones"],
  tags: ["dispositions", "tag-names", "tag-values", "tags"],
} as const satisfies Record<string, readonly DatasetId[]>;

/** The metrics of the summary that each page shows, in the order of urgency. */
export const PAGE_FIGURES = {
  queues: [
    "serviceLevel",
    "queueAbandonRate",
    "notInTime",
    "waitSecondsAverage",
    "waitSecondsP90",
    "offered",
    "callbacksOpted",
  ],
  agents: [
    "responseRate",
    "missed",
    "segmentsAnswered",
    "pickupSecondsAverage",
    "firstResponseSecondsAverage",
    "handleSecondsAverage",
    "afterCallWorkSecondsAverage",
  ],
  callbacks: [
    "callbacksOutstanding",
    "callbacksOpted",
    "callbacksAccepted",
    "callbackAcceptRate",
    "callbackWaitSecondsMedian",
    "callbackWaitSecondsP90",
  ],
  automation: ["containmentRate", "contained", "conversations", "botHangups", "conversationAbandonRate", "unanswered"],
} as const satisfies Record<string, readonly string[]>;
