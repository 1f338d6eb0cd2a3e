import type { Scope } from "./selection";
import { present } from "./statistics";

/** What each metric is made of, one number a record: 1 or 0 in a rate, seconds in an average, ones in a count. */
export type Samples = Record<string, number[]>;

const bit = (holds: boolean) => (holds ? 1 : 0);

/** The metrics in which a floor, the bot, a queue or an agent can stand out. */
export function measureSamples(
  scopes: readonly Scope[],
  kind: "floor" | "bot" | "queue" | "agent",
  thresholdSeconds: number,
): Samples {
  const closed = scopes
    .map(({ conversation }) => conversation)
    .filter(({ isInbound, outcome }) => isInbound && outcome !== "open");
  if (kind === "bot") return { containmentRate: closed.map(({ outcome }) => bit(outcome === "contained")) };
  if (kind === "agent") return observeAgents(scopes);
  const queue = observeQueues(scopes, thresholdSeconds);
  if (kind === "queue") return queue;
  const callbacks = scopes.flatMap(({ entries }) => entries.flatMap(({ callback }) => callback ?? []));
  return {
    ...queue,
    conversationAbandonRate: closed.map(({ outcome }) => bit(outcome === "abandoned")),
    callbackAcceptRate: callbacks.map(({ isAccepted }) => bit(isAccepted)),
  };
}

function observeQueues(scopes: readonly Scope[], thresholdSeconds: number): Samples {
  const entries = scopes.flatMap((scope) => scope.entries);
  const offered = entries.filter((entry) => entry.isInbound && entry.callback === null);
  const answered = offered.filter(({ outcome }) => outcome === "answered");
  const isWithin = (wait: number | null) => wait !== null && wait <= thresholdSeconds;
  return {
    serviceLevel: offered.map(({ outcome, waitSeconds }) => bit(outcome === "answered" && isWithin(waitSeconds))),
    queueAbandonRate: offered.map(({ outcome }) => bit(outcome === "abandoned")),
    waitSecondsAverage: present(answered.map(({ waitSeconds }) => waitSeconds)),
    callbacksOutstanding: entries.filter(({ callback }) => callback !== null && !callback.isAccepted).map(() => 1),
  };
}

/** An assignment counts as missed once, however often it is listed. */
function observeAgents(scopes: readonly Scope[]): Samples {
  const answered = scopes.flatMap(({ segments }) => segments.filter(({ isAnswered }) => isAnswered));
  const missed = scopes.flatMap(({ misses }) => [
    ...new Set(misses.map(({ agentId, assignedAt }) => `${assignedAt} ${agentId}`)),
  ]);
  return {
    responseRate: [...answered.map(() => 1), ...missed.map(() => 0)],
    pickupSecondsAverage: present(answered.map(({ pickupSeconds }) => pickupSeconds)),
  };
}
