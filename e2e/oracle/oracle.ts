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
import { select } from "./selection";
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
    dataset: (name, query) => answer(name, query, conversations, names),
    conversationKeys: (query) => sortTexts(select(conversations, query).map(({ conversation }) => conversation.key)),
  };
}

function answer(
  name: OracleDataset,
  query: OracleQuery,
  conversations: readonly Conversation[],
  names: Names,
): OracleRow[] {
  const scopes = select(conversations, query);
  const threshold = query.thresholdSeconds ?? DEFAULT_THRESHOLD_SECONDS;
  switch (name) {
    case "summary":
      return summarize(scopes, threshold);
    case "final-status":
      return countShares(scopes, "finalStatus", ({ finalStatus }) => [finalStatus]);
    case "disconnecting-events":
      return countShares(scopes, "disconnectingEvent", ({ disconnectingEvent }) => [disconnectingEvent]);
    case "channels":
      return countShares(scopes, "channel", ({ channel }) => [channel]);
    case "intents":
      return countIntents(scopes);
    case "dispositions":
      return countShares(scopes, "disposition", ({ dispositions }) => dispositions);
    case "status-by-event":
      return countStatusesByEvent(scopes);
    case "tags":
      return countTags(scopes);
    case "tag-names":
      return countTagNames(scopes);
    case "tag-values":
      return countTagValues(scopes);
    case "bot-events":
      return countBotEvents(scopes);
    case "tones":
      return countTones(scopes);
    case "missed-reasons":
      return countMissedReasons(scopes);
    case "flow":
      return countFlow(scopes, names);
    case "volume":
    case "bot-trends":
    case "agent-durations":
    case "callbacks":
    case "trends":
    case "queue-trends":
      return measureBuckets(scopes, query, BUCKET_METRICS[name], threshold);
    case "heatmap":
      return measureHeatmap(scopes, query.timeZone, threshold);
    case "waits":
      return countWaits(scopes);
    case "anomalies":
      return findAnomalies(conversations, query, names, threshold);
    case "queues":
      return measureQueues(scopes, names, threshold);
    case "agents":
      return measureAgents(scopes, names, threshold);
  }
}
