import type { Entry } from "./conversation";
import type { Segment } from "./destinations";
import type { Outcome } from "./outcomes";
import type { Scope } from "./selection";
import { average, longest, median, percentile, present, ratio, sum } from "./statistics";

/** Every metric of METRICS.md over some scopes: the summary takes all of it, other datasets some. */
export function measure(scopes: readonly Scope[], thresholdSeconds: number) {
  const segments = scopes.flatMap((scope) => scope.segments);
  const entries = scopes.flatMap((scope) => scope.entries);
  return {
    ...measureConversations(scopes),
    ...measureOffers(entries, thresholdSeconds),
    ...measureSegments(segments, sum(scopes.map(countMissed))),
    ...measureCallbacks(entries),
    ...measureSurveys(scopes),
  };
}

export type Measures = ReturnType<typeof measure>;

export function pick(measures: Measures, names: readonly (keyof Measures)[]): Record<string, number | null> {
  const picked: Record<string, number | null> = {};
  for (const name of names) picked[name] = measures[name];
  return picked;
}

function measureConversations(scopes: readonly Scope[]) {
  const conversations = scopes.map((scope) => scope.conversation);
  const count = (outcome: Outcome) => conversations.filter((one) => one.outcome === outcome).length;
  const inbound = conversations.filter((one) => one.isInbound && one.outcome !== "open");
  const rate = (outcome: Outcome) => ratio(inbound.filter((one) => one.outcome === outcome).length, inbound.length);
  const durations = present(conversations.map((one) => one.durationSeconds));
  return {
    conversations: conversations.length,
    answered: count("answered"),
    open: count("open"),
    contained: count("contained"),
    abandoned: count("abandoned"),
    unanswered: count("unanswered"),
    botHangups: conversations.filter((one) => one.disconnectingEvent === "Bot Hangup").length,
    containmentRate: rate("contained"),
    conversationAbandonRate: rate("abandoned"),
    durationSecondsAverage: average(durations),
    durationSecondsMedian: median(durations),
    durationSecondsP90: percentile(durations, 0.9),
  };
}

function measureOffers(entries: readonly Entry[], thresholdSeconds: number) {
  const offered = entries.filter((entry) => entry.isInbound && entry.callback === null);
  const answered = offered.filter((entry) => entry.outcome === "answered");
  const abandoned = offered.filter((entry) => entry.outcome === "abandoned");
  const waits = present(answered.map((entry) => entry.waitSeconds));
  const within = waits.filter((wait) => wait <= thresholdSeconds);
  return {
    offered: offered.length,
    offeredAnswered: answered.length,
    offeredAbandoned: abandoned.length,
    notInTime: offered.length - within.length,
    serviceLevel: ratio(within.length, offered.length),
    queueAbandonRate: ratio(abandoned.length, offered.length),
    waitSecondsAverage: average(waits),
    waitSecondsMedian: median(waits),
    waitSecondsP90: percentile(waits, 0.9),
    waitSecondsLongest: longest(waits),
  };
}

/** Distinct pairs of agent and time: the vendor can list one agent twice. */
function countMissed({ misses }: Scope): number {
  return new Set(misses.map(({ agentId, assignedAt }) => `${assignedAt} ${agentId}`)).size;
}

function measureSegments(segments: readonly Segment[], missed: number) {
  const answered = segments.filter((segment) => segment.isAnswered);
  const pickups = present(answered.map((segment) => segment.pickupSeconds));
  const interactions = present(answered.map((segment) => segment.interactionSeconds));
  const afterCallWorks = present(answered.map((segment) => segment.afterCallWorkSeconds));
  const firstResponses = present(segments.map((segment) => segment.firstResponseSeconds));
  const handles = present(
    answered.map(({ interactionSeconds, afterCallWorkSeconds }) =>
      interactionSeconds === null ? null : interactionSeconds + (afterCallWorkSeconds ?? 0),
    ),
  );
  return {
    pickupSecondsAverage: average(pickups),
    segmentsAnswered: answered.length,
    missed,
    responseRate: ratio(answered.length, answered.length + missed),
    interactionSecondsTotal: sum(interactions),
    interactionSecondsAverage: average(interactions),
    interactionSecondsMedian: median(interactions),
    interactionSecondsP90: percentile(interactions, 0.9),
    afterCallWorkSecondsTotal: sum(afterCallWorks),
    afterCallWorkSecondsAverage: average(afterCallWorks),
    afterCallWorkSecondsAverageNonZero: average(afterCallWorks.filter((seconds) => seconds > 0)),
    handleSecondsTotal: sum(handles),
    handleSecondsAverage: average(handles),
    handleSecondsMedian: median(handles),
    handleSecondsP90: percentile(handles, 0.9),
    firstResponseSecondsAverage: average(firstResponses),
    firstResponseSecondsMedian: median(firstResponses),
    firstResponseSecondsP90: percentile(firstResponses, 0.9),
  };
}

function measureCallbacks(entries: readonly Entry[]) {
  const inbound = entries.filter((entry) => entry.isInbound);
  const inboundOpted = inbound.filter((entry) => entry.callback !== null);
  const callbacks = entries.flatMap(({ callback }) => (callback === null ? [] : [callback]));
  const accepted = callbacks.filter((callback) => callback.isAccepted);
  const waits = present(accepted.map((callback) => callback.waitSeconds));
  return {
    callbacksOpted: callbacks.length,
    callbackOptRate: ratio(inboundOpted.length, inbound.length),
    callbacksAccepted: accepted.length,
    callbackAcceptRate: ratio(accepted.length, callbacks.length),
    callbackWaitSecondsAverage: average(waits),
    callbackWaitSecondsMedian: median(waits),
    callbackWaitSecondsP90: percentile(waits, 0.9),
    callbacksOutstanding: callbacks.length - accepted.length,
  };
}

function measureSurveys(scopes: readonly Scope[]) {
  const csat = present(scopes.map(({ conversation }) => conversation.csatScore));
  const nps = present(scopes.map(({ conversation }) => conversation.npsScore));
  const likes = present(scopes.map(({ conversation }) => conversation.likeScore));
  const promoters = nps.filter((score) => score >= 9 && score <= 10).length;
  const detractors = nps.filter((score) => score >= 0 && score <= 6).length;
  return {
    csatAverage: average(csat),
    npsScore: ratio(100 * (promoters - detractors), nps.length),
    likeRate: ratio(likes.filter((like) => like === 1).length, likes.length),
  };
}
