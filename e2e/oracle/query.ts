export type OracleFilter =
  | "channel"
  | "queue"
  | "agent"
  | "status"
  | "event"
  | "outcome"
  | "direction"
  | "disposition"
  | "tag"
  | "intent"
  | "tone"
  | "missReason"
  | "firstQueue"
  | "weekday"
  | "hour"
  | "wait"
  | "unread";

export type OracleInterval = "quarter-hour" | "hour" | "day" | "week" | "month";

export interface OracleQuery {
  /** A local day `YYYY-MM-DD`, or a local date-time `YYYY-MM-DDTHH:mm`. */
  from: string;
  /** A local day, itself included, or a local date-time, itself not included. */
  to: string;
  timeZone: string;
  filters?: Partial<Record<OracleFilter, string[]>>;
  interval?: OracleInterval;
  /** Service level: answered within at most so many seconds. 20 by default. */
  thresholdSeconds?: number;
  /** What is copied, in Unix milliseconds, each piece half-open: only `anomalies` asks for it. */
  copied?: [number, number][];
}

export type OracleRow = Record<string, string | number | null>;

/** The datasets that the oracle answers. */
export const ORACLE_DATASETS = [
  "summary",
  "final-status",
  "disconnecting-events",
  "status-by-event",
  "volume",
  "heatmap",
  "queues",
  "agents",
  "agent-durations",
  "callbacks",
  "dispositions",
  "intents",
  "channels",
  "tags",
  "flow",
  "trends",
  "queue-trends",
  "waits",
  "tag-names",
  "tag-values",
  "bot-trends",
  "bot-events",
  "tones",
  "missed-reasons",
  "anomalies",
] as const;
export type OracleDataset = (typeof ORACLE_DATASETS)[number];
