import type { VendorDestination, VendorRecord, VendorRespondingAgent } from "@/lib/kore/schema";
import { parseVendorTime } from "@/lib/kore/time";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type {
  AgentSegmentRow,
  ConversationFacts,
  ConversationRow,
  DestinationRow,
  MissedAssignmentRow,
} from "@/lib/store/schema";
import { outcomeOfEntry } from "./outcome";

/** Reads a vendor time as Unix milliseconds at the account's offset. */
export type ReadTime = (text: string | null) => number | null;

/** What all rows of a conversation have of it. */
export interface Attribution extends ConversationFacts {
  conversationId: string;
  startedAt: number;
}

/** The seconds from one instant to another; null where either is missing, negative where they run backwards. */
export function secondsBetween(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : (to - from) / 1000;
}

/** An agent answered when it accepted or has the status Answered (METRICS, "Outcome of a conversation", rule 1). */
function isAnswered({ status }: VendorRespondingAgent, acceptedAt: number | null): boolean {
  return acceptedAt !== null || status?.toLowerCase() === "answered";
}

/**
 * The responding agent of a destination. An AgentSegment can stand directly among the destinations and carry the
 * agent's fields itself (FACTS, "Traps").
 */
function respondingAgentOf(destination: VendorDestination): VendorRespondingAgent | null {
  if (destination.respondingAgent) {
    return destination.respondingAgent;
  }
  const isBareSegment = destination.destinationType === "AgentSegment";
  const carriesAgent = destination.agentId ?? destination.acceptedTime ?? destination.status;
  return isBareSegment && carriesAgent !== null ? destination : null;
}

const isEntry = (destination: VendorDestination) => destination.destinationType === "QueueEntry";

/** Empty where it is of no queue. */
function queueIdOf(destination: VendorDestination): string {
  return destination.queueId ?? (isEntry(destination) ? NOT_GIVEN : "");
}

/** The queues of all destinations. */
export function queuesOf({ destinations }: VendorRecord): string[] {
  return destinations.map(queueIdOf).filter((id) => id !== "");
}

/** The agents of all segments and missed assignments. */
export function agentsOf({ destinations }: VendorRecord): string[] {
  return destinations.flatMap((destination) => {
    const responder = respondingAgentOf(destination);
    const others = destination.nonRespondingAgents.flatMap(({ agentId }) => agentId ?? []);
    return responder ? [responder.agentId ?? NOT_GIVEN, ...others] : others;
  });
}

export function hasAnsweredSegment(record: VendorRecord, readTime: ReadTime): boolean {
  return record.destinations.some((destination) => {
    const agent = respondingAgentOf(destination);
    return agent !== null && isAnswered(agent, readTime(agent.acceptedTime));
  });
}

export function toSegments(record: VendorRecord, of: Attribution, readTime: ReadTime): AgentSegmentRow[] {
  return record.destinations.flatMap((destination, position) => {
    const agent = respondingAgentOf(destination);
    return agent ? [toSegment(agent, { ...of, position, queueId: queueIdOf(destination) }, readTime)] : [];
  });
}

type SegmentPlace = Attribution & { position: number; queueId: string };

function toSegment(agent: VendorRespondingAgent, place: SegmentPlace, readTime: ReadTime): AgentSegmentRow {
  const assignedAt = readTime(agent.assignedAt);
  const acceptedAt = readTime(agent.acceptedTime);
  const interactionSeconds = agent.interactionDuration;
  const hasInteraction = interactionSeconds !== null && interactionSeconds >= 0;
  return {
    ...place,
    agentId: agent.agentId ?? NOT_GIVEN,
    agentEmail: agent.email,
    isAnswered: isAnswered(agent, acceptedAt),
    assignedAt,
    acceptedAt,
    firstResponseAt: readTime(agent.firstResponseTime),
    interactionEndedAt: readTime(agent.interactionEndTime),
    afterCallWorkEndedAt: readTime(agent.afterCallWorkEndTime),
    pickupSeconds: secondsBetween(assignedAt, acceptedAt),
    firstResponseSeconds: agent.firstResponseDuration,
    interactionSeconds,
    afterCallWorkSeconds: agent.afterCallWorkDuration,
    handleSeconds: hasInteraction ? interactionSeconds + Math.max(agent.afterCallWorkDuration ?? 0, 0) : null,
    notes: JSON.stringify(agent.agentNotes),
  };
}

/** Distinct (agent, assignedAt) of each destination, without the pairs that are a responder's own (METRICS, `missed`). */
export function toMissed(
  record: VendorRecord,
  segments: readonly AgentSegmentRow[],
  of: Attribution,
  readTime: ReadTime,
): MissedAssignmentRow[] {
  const keyOf = (agentId: string, assignedAt: number | null) => `${of.conversationId}|${agentId}|${assignedAt ?? ""}`;
  const responders = new Set(segments.map((segment) => keyOf(segment.agentId, segment.assignedAt)));
  const listings = new Map<string, number>();
  const all = record.destinations.flatMap((destination, position) => {
    const rows = new Map<string, MissedAssignmentRow>();
    for (const agent of destination.nonRespondingAgents) {
      const assignedAt = readTime(agent.assignedAt);
      const assignmentKey = keyOf(agent.agentId ?? NOT_GIVEN, assignedAt);
      if (agent.agentId !== null && !responders.has(assignmentKey) && !rows.has(assignmentKey)) {
        const queueId = queueIdOf(destination);
        const reason = agent.nonResponseEvent;
        listings.set(assignmentKey, (listings.get(assignmentKey) ?? 0) + 1);
        rows.set(assignmentKey, {
          ...of,
          position,
          queueId,
          agentId: agent.agentId,
          assignedAt,
          assignmentKey,
          reason,
        });
      }
    }
    return [...rows.values()];
  });
  return all.map((row) => (listings.get(row.assignmentKey) === 1 ? { ...row, assignmentKey: "" } : row));
}

export function toDestinations(
  record: VendorRecord,
  segments: readonly AgentSegmentRow[],
  { endedAt, isInbound }: Pick<ConversationRow, "endedAt" | "isInbound">,
  of: Attribution,
  readTime: ReadTime,
): DestinationRow[] {
  const firstEntry = record.destinations.findIndex(isEntry);
  return record.destinations.map((destination, position) => {
    const segment = segments.find((candidate) => candidate.position === position);
    const enteredAt = readTime(destination.EnterTime);
    // Callback times are UTC, whatever offset was asked for (FACTS, "The record").
    const callbackOptedAt = parseVendorTime(destination.CallbackOptedTime, 0);
    const callbackAcceptedAt = parseVendorTime(destination.userCallbackAcceptTime, 0);
    const facts = {
      isAnswered: segment?.isAnswered ?? false,
      isCallbackOpted: destination.CallbackOpted,
      isLastDestination: position === record.destinations.length - 1,
      conversationOutcome: of.conversationOutcome,
    };
    const entryOutcome = isEntry(destination) ? outcomeOfEntry(facts) : "";
    return {
      ...of,
      position,
      destinationType: destination.destinationType ?? NOT_GIVEN,
      isEntry: isEntry(destination),
      isInbound,
      queueId: queueIdOf(destination),
      outcome: entryOutcome,
      enteredAt,
      waitSeconds: secondsBetween(enteredAt, segment?.acceptedAt ?? null),
      isCallbackOpted: destination.CallbackOpted,
      callbackOptedAt,
      callbackAcceptedAt,
      callbackWaitSeconds: secondsBetween(callbackOptedAt, callbackAcceptedAt),
      isFirstEntry: position === firstEntry,
      abandonSeconds: entryOutcome === "abandoned" ? secondsBetween(enteredAt, endedAt) : null,
    };
  });
}
