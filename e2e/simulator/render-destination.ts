import { formatAtOffset } from "./local-time";
import type { Miss, Segment, Visit } from "./plan";
import type { VendorDestination, VendorNonRespondingAgent, VendorRespondingAgent } from "./record";

/** The moment at which a record is looked at, and the offset in which its times are written. */
export interface View {
  nowMs: number;
  offset: number;
}

function seconds(fromMs: number, toMs: number, slip: number): number {
  return Math.max(0, Math.round((toMs - fromMs) / 1000) + slip);
}

function renderResponder(segment: Segment, { nowMs, offset }: View): VendorRespondingAgent {
  const { agent, acceptedMs, assignedMs, firstResponseMs, endMs, afterCallWorkEndMs, slipSeconds } = segment;
  const at = (ms: number) => formatAtOffset(ms, offset);
  return {
    agentId: agent.id,
    agentNotes: segment.wrappedUpMs <= nowMs ? [...segment.notes] : [],
    destinationType: "AgentSegment",
    status: "Answered",
    ...(firstResponseMs !== undefined &&
      firstResponseMs <= nowMs && {
        firstResponseTime: at(firstResponseMs),
        firstResponseDuration: seconds(acceptedMs, firstResponseMs, 0),
      }),
    ...(endMs <= nowMs && {
      interactionEndTime: at(endMs),
      interactionDuration: seconds(acceptedMs, endMs, slipSeconds),
    }),
    ...(afterCallWorkEndMs !== undefined &&
      afterCallWorkEndMs <= nowMs && {
        // In the vendor's sample the duration is mostly a second less than the times say.
        afterCallWorkDuration: seconds(endMs, afterCallWorkEndMs, -1),
        afterCallWorkEndTime: at(afterCallWorkEndMs),
      }),
    email: agent.email,
    name: agent.name,
    acceptedTime: at(acceptedMs),
    assignedAt: at(assignedMs),
  };
}

function renderMiss({ agent, assignedMs, event }: Miss, { offset }: View): VendorNonRespondingAgent {
  return {
    agentId: agent.id,
    agentNotes: [],
    // The sample's entry without an event has no destinationType either.
    ...(event !== undefined && { destinationType: "AgentSegment" as const }),
    email: agent.email,
    name: agent.name,
    assignedAt: formatAtOffset(assignedMs, offset),
    ...(event !== undefined && { nonResponseEvent: event }),
  };
}

function renderCallback({ callback, enterMs }: Visit, { nowMs }: View): Partial<VendorDestination> {
  const isOpted = callback !== undefined && callback.optedMs <= nowMs;
  if (!isOpted) return enterMs === undefined ? {} : { CallbackOpted: false };
  const { optedMs, acceptedMs, isWord } = callback;
  return {
    CallbackOpted: isWord ? "True" : true,
    CallbackOptedTime: new Date(optedMs).toISOString(),
    ...(acceptedMs !== undefined &&
      acceptedMs <= nowMs && { userCallbackAcceptTime: new Date(acceptedMs).toISOString() }),
  };
}

/** A destination as far as it has happened; nothing before it began. */
export function renderDestination(visit: Visit, view: View): VendorDestination | undefined {
  const { type, fromMs, queue, isQueueNamed, enterMs, responder, isFlat } = visit;
  if (fromMs > view.nowMs) return undefined;
  const misses = visit.misses.filter((miss) => miss.knownMs <= view.nowMs);
  const agent = responder && responder.acceptedMs <= view.nowMs ? renderResponder(responder, view) : undefined;
  if (type === "AgentSegment" && isFlat && agent) return agent;
  return {
    destinationType: type,
    ...(queue && { queueId: queue.id }),
    ...(queue && isQueueNamed && { queueName: queue.name }),
    ...(type === "QueueEntry" && renderCallback(visit, view)),
    ...(enterMs !== undefined && enterMs <= view.nowMs && { EnterTime: formatAtOffset(enterMs, view.offset) }),
    ...(agent && { respondingAgent: agent }),
    ...(misses.length > 0 && { nonRespondingAgents: misses.map((miss) => renderMiss(miss, view)) }),
  };
}
