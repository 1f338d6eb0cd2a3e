import { findBucket, findWeekdayAndHour, listBuckets, readRange } from "./local-time";
import { type Measures, measure, pick } from "./measures";
import type { OracleQuery, OracleRow } from "./query";
import type { Scope } from "./selection";

const VOLUME = ["conversations", "answered", "contained", "abandoned", "unanswered", "open"] as const;

const AGENT_DURATIONS = [
  "segmentsAnswered",
  "interactionSecondsAverage",
  "afterCallWorkSecondsAverage",
  "handleSecondsAverage",
  "firstResponseSecondsAverage",
  "pickupSecondsAverage",
  "missed",
  "responseRate",
] as const;

const BOT_TRENDS = [
  "conversations",
  "contained",
  "containmentRate",
  "botHangups",
  "abandoned",
  "conversationAbandonRate",
  "unanswered",
] as const;

const CALLBACKS = [
  "callbacksOpted",
  "callbacksAccepted",
  "callbacksOutstanding",
  "callbackWaitSecondsAverage",
  "callbackWaitSecondsMedian",
  "callbackWaitSecondsP90",
  "callbackOptRate",
  "callbackAcceptRate",
] as const;

const QUEUE_TRENDS = [
  "offered",
  "offeredAnswered",
  "notInTime",
  "serviceLevel",
  "queueAbandonRate",
  "waitSecondsAverage",
  "waitSecondsP90",
  "callbacksOpted",
  "callbacksAccepted",
] as const;

const TRENDS = [
  "conversations",
  "serviceLevel",
  "queueAbandonRate",
  "waitSecondsAverage",
  "handleSecondsAverage",
  "containmentRate",
  "callbackAcceptRate",
] as const;

const HEATMAP = [
  ...VOLUME,
  "offered",
  "serviceLevel",
  "queueAbandonRate",
  "waitSecondsAverage",
  "handleSecondsAverage",
  "callbacksOpted",
  "waitSecondsP90",
  "notInTime",
] as const;

export const BUCKET_METRICS = {
  volume: VOLUME,
  "agent-durations": AGENT_DURATIONS,
  callbacks: CALLBACKS,
  trends: TRENDS,
  "queue-trends": QUEUE_TRENDS,
  "bot-trends": BOT_TRENDS,
};

function groupScopes(scopes: readonly Scope[], findGroup: (startedAt: number) => string): Map<string, Scope[]> {
  const groups = new Map<string, Scope[]>();
  for (const scope of scopes) {
    const group = findGroup(scope.conversation.startedAt);
    const members = groups.get(group) ?? [];
    members.push(scope);
    groups.set(group, members);
  }
  return groups;
}

/** One row for each bucket of the range, also where nothing happened. */
export function measureBuckets(
  scopes: readonly Scope[],
  query: OracleQuery,
  names: readonly (keyof Measures)[],
  thresholdSeconds: number,
): OracleRow[] {
  const range = readRange(query);
  const groups = groupScopes(scopes, (startedAt) => findBucket(startedAt, query.timeZone, range.interval));
  return listBuckets(range, query.timeZone).map((bucket) => ({
    bucket,
    ...pick(measure(groups.get(bucket) ?? [], thresholdSeconds), names),
  }));
}

/** All 7 × 24 hours of the week. */
export function measureHeatmap(scopes: readonly Scope[], timeZone: string, thresholdSeconds: number): OracleRow[] {
  const groups = groupScopes(scopes, (startedAt) => {
    const { weekday, hour } = findWeekdayAndHour(startedAt, timeZone);
    return `${weekday} ${hour}`;
  });
  const rows: OracleRow[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (let hour = 0; hour < 24; hour += 1) {
      const members = groups.get(`${weekday} ${hour}`) ?? [];
      rows.push({ weekday, hour, ...pick(measure(members, thresholdSeconds), HEATMAP) });
    }
  }
  return rows;
}
