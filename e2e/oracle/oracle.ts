import { findAnomalies } from "./anomalies";
import { type Conversation, readConversation } from "./conversation";
import {
  countBotEvents,
  countFlow,
  countIntents,
  countMissedReasons,
  countShares,
  countStatusesByEvent,
  countTagNames,
  countTags,
  countTagValues,
  countTones,
} from "./count-datasets";
import { measureAgents, measureQueues } from "./group-datasets";
import { collectNames, type Names } from "./names";
import type { OracleDataset, OracleQuery, OracleRow } from "./query";
import { sortTexts } from "./row-order";
import { type Scope, select } from "./selection";
import { summarize } from "./summary";
import { BUCKET_METRICS, measureBuckets, measureHeatmap } from "./time-datasets";
import { countWaits } from "./waits";

export type { OracleDataset, OracleQuery, OracleRow } from "./query";

const DEFAULT_THRESHOLD_SECONDS = 20;

export interface Oracle {
  dataset(name: OracleDataset, query: OracleQuery): OracleRow[];
  /** The keys of the conversations that a query leaves, ascending. */
  conversationKeys(query: OracleQuery): string[];
}

/**
 * Every dataset of METRICS.md straight from the vendor's raw records: slow and obvious, to check the real one by.
 * Times without zone in the records stand at `timeZoneOffsetMinutes`, in JavaScript's sign (IST is -330);
 * what lies more than a day after `readAt` (Unix milliseconds) is not believed.
 */
export function createOracle(
  rawRecords: unknown[],
  timeZoneOffsetMinutes: number,
  readAt = Number.POSITIVE_INFINITY,
): Oracle {
  // The same conversation can come twice: the later reading counts.
  const byKey = new Map<string, Conversation>();
  for (const record of rawRecords) {
    const conversation = readConversation(record, timeZoneOffsetMinutes, readAt);
    if (conversation !== null) byKey.set(conversation.key, conversation);
  }
  const conversations = [...byKey.values()];
  const names = collectNames(conversations);

  return {
    dataset: (name, query) => {
      const threshold = query.thresholdSeconds ?? DEFAULT_THRESHOLD_SECONDS;
      return COUNTS[name](select(conversations, query), { query, names, threshold, conversations });
    },
    conversationKeys: (query) => sortTexts(select(conversations, query).map(({ conversation }) => conversation.key)),
  };
}

type Count = (
  scopes: readonly Scope[],
  asked: { query: OracleQuery; names: Names; threshold: number; conversations: readonly Conversation[] },
) => OracleRow[];

const buckets =
  (name: keyof typeof BUCKET_METRICS): Count =>
  (scopes, { query, threshold }) =>
    measureBuckets(scopes, query, BUCKET_METRICS[name], threshold);

const COUNTS: Record<OracleDataset, Count> = {
  summary: (scopes, { threshold }) => summarize(scopes, threshold),
  "final-status": (scopes) => countShares(scopes, "finalStatus", ({ finalStatus }) => [finalStatus]),
  "disconnecting-events": (scopes) =>
    countShares(scopes, "disconnectingEvent", ({ disconnectingEvent }) => [disconnectingEvent]),
  channels: (scopes) => countShares(scopes, "channel", ({ channel }) => [channel]),
  intents: countIntents,
  dispositions: (scopes) => countShares(scopes, "disposition", ({ dispositions }) => dispositions),
  "status-by-event": countStatusesByEvent,
  tags: countTags,
  "tag-names": countTagNames,
  "tag-values": countTagValues,
  "bot-events": countBotEvents,
  tones: countTones,
  "missed-reasons": countMissedReasons,
  flow: (scopes, { names }) => countFlow(scopes, names),
  volume: buckets("volume"),
  "bot-trends": buckets("bot-trends"),
  "agent-durations": buckets("agent-durations"),
  callbacks: buckets("callbacks"),
  trends: buckets("trends"),
  "queue-trends": buckets("queue-trends"),
  heatmap: (scopes, { query, threshold }) => measureHeatmap(scopes, query.timeZone, threshold),
  waits: (scopes) => countWaits(scopes.flatMap(({ entries }) => entries)),
  anomalies: (_, { conversations, query, names, threshold }) => findAnomalies(conversations, query, names, threshold),
  queues: (scopes, { names, threshold }) => measureQueues(scopes, names, threshold),
  agents: (scopes, { names, threshold }) => measureAgents(scopes, names, threshold),
};
