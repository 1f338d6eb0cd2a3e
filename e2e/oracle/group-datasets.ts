import { measure, pick } from "./measures";
import type { Names } from "./names";
import type { OracleRow } from "./query";
import { NOT_GIVEN } from "./raw-fields";
import { sortRows } from "./row-order";
import type { Scope } from "./selection";

const QUEUE = [
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
] as const;

const AGENT = [
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
] as const;

/** One row for each queue that has an entry in the selection. */
export function measureQueues(scopes: readonly Scope[], names: Names, thresholdSeconds: number): OracleRow[] {
  const queueIds = new Set(scopes.flatMap(({ entries }) => entries.map(({ queueId }) => queueId)));
  const rows: OracleRow[] = [];
  for (const queueId of queueIds) {
    const parts = scopes.map((scope) => ({
      conversation: scope.conversation,
      entries: scope.entries.filter((entry) => entry.queueId === queueId),
      segments: scope.segments.filter((segment) => segment.queueId === queueId),
      misses: [],
    }));
    rows.push({ queueId, queueName: names.queues.find(queueId), ...pick(measure(parts, thresholdSeconds), QUEUE) });
  }
  return sortRows(rows, "offered", ["queueName", "queueId"]);
}

/** One row for each agent who answered or missed something; what nobody in particular answered has none. */
export function measureAgents(scopes: readonly Scope[], names: Names, thresholdSeconds: number): OracleRow[] {
  const partsByAgent = new Map<string, Scope[]>();
  for (const { conversation, segments, misses } of scopes) {
    for (const agentId of new Set([...segments, ...misses].map((one) => one.agentId))) {
      const parts = partsByAgent.get(agentId) ?? [];
      parts.push({
        conversation,
        entries: [],
        segments: segments.filter((segment) => segment.agentId === agentId),
        misses: misses.filter((miss) => miss.agentId === agentId),
      });
      partsByAgent.set(agentId, parts);
    }
  }
  const rows: OracleRow[] = [];
  for (const [agentId, parts] of partsByAgent) {
    const measures = measure(parts, thresholdSeconds);
    const isNobody = agentId === NOT_GIVEN || measures.segmentsAnswered + measures.missed === 0;
    if (!isNobody) rows.push({ agentId, agentName: names.agents.find(agentId), ...pick(measures, AGENT) });
  }
  return sortRows(rows, "segmentsAnswered", ["agentName", "agentId"]);
}
