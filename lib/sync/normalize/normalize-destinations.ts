import {
  LONGEST_ID,
  RESPONDING_FIELDS,
  type VendorDestination,
  type VendorRecord,
  type VendorRespondingAgent,
} from "@/lib/kore/schema";
import { NOT_GIVEN, UNKNOWN_AGENT } from "@/lib/shared/outcomes";
import type {
  AgentSegmentRow,
  ConversationFacts,
  ConversationRow,
  DestinationRow,
  MissedAssignmentRow,
} from "@/lib/store/schema/schema";
import { outcomeOfEntry } from "./outcome";
import type { Times } from "./vendor-times";

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
 * agent's fields itself, inside `respondingAgent`, or in both places (FACTS, "Traps").
 */
function respondingAgentOf(destination: VendorDestination, times: Times): VendorRespondingAgent | null {
  const inside = destination.respondingAgent;
  const carriesAgent = destination.agentId ?? destination.name ?? destination.acceptedTime ?? destination.status;
  if (destination.destinationType !== "AgentSegment" || carriesAgent === null) {
    return inside;
  }
  const missing = RESPONDING_FIELDS.filter((field) => !isGiven(field, inside?.[field] ?? null, times));
  return { ...destination, ...inside, ...Object.fromEntries(missing.map((field) => [field, destination[field]])) };
}

function isGiven(field: string, value: string | number | string[] | null, times: Times): boolean {
  const isTime = field.endsWith("Time") || field === "assignedAt";
  return isTime
    ? times.read(field, value as string | null) !== null
    : value !== null && value !== "" && !isEmptyList(value);
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** What goes by an agent's name where it has no id: a key as ids are, which lists of them can hold. */
const idOfName = (name: string) => name.replaceAll("\x1f", " ").slice(0, LONGEST_ID);

type Identified = Pick<VendorRespondingAgent, "agentId" | "name">;

const identify = ({ agentId, name }: Identified) => agentId ?? (name === null ? null : idOfName(name));
const responderIdOf = (agent: Identified) => identify(agent) ?? NOT_GIVEN;
/** An agent may even be called by the word for none: what it missed counts all the same. */
const missingIdOf = (agent: Identified) => [identify(agent)].find((id) => id !== NOT_GIVEN) ?? UNKNOWN_AGENT;

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
export function agentsOf({ destinations }: VendorRecord, times: Times): string[] {
  return destinations.flatMap((destination) => {
    const responder = respondingAgentOf(destination, times);
    const others = destination.nonRespondingAgents.map(missingIdOf);
    return responder ? [responderIdOf(responder), ...others] : others;
  });
}

export function hasAnsweredSegment(record: VendorRecord, times: Times): boolean {
  return record.destinations.some((destination) => {
    const agent = respondingAgentOf(destination, times);
    return agent !== null && isAnswered(agent, times.read("acceptedTime", agent.acceptedTime));
  });
}

export function toSegments(record: VendorRecord, of: Attribution, times: Times): AgentSegmentRow[] {
  return record.destinations.flatMap((destination, position) => {
    const agent = respondingAgentOf(destination, times);
    return agent ? [toSegment(agent, { ...of, position, queueId: queueIdOf(destination) }, times)] : [];
  });
}

type SegmentPlace = Attribution & { position: number; queueId: string };

function toSegment(agent: VendorRespondingAgent, place: SegmentPlace, times: Times): AgentSegmentRow {
  const assignedAt = times.read("assignedAt", agent.assignedAt);
  const acceptedAt = times.read("acceptedTime", agent.acceptedTime);
  const interactionSeconds = agent.interactionDuration;
  const hasInteraction = interactionSeconds !== null && interactionSeconds >= 0;
  return {
    ...place,
    agentId: responderIdOf(agent),
    agentEmail: agent.email,
    isAnswered: isAnswered(agent, acceptedAt),
    assignedAt,
    acceptedAt,
    firstResponseAt: times.read("firstResponseTime", agent.firstResponseTime),
    interactionEndedAt: times.read("interactionEndTime", agent.interactionEndTime),
    afterCallWorkEndedAt: times.read("afterCallWorkEndTime", agent.afterCallWorkEndTime),
    pickupSeconds: secondsBetween(assignedAt, acceptedAt),
    firstResponseSeconds: agent.firstResponseDuration,
    interactionSeconds,
    afterCallWorkSeconds: agent.afterCallWorkDuration,
    handleSeconds: hasInteraction ? interactionSeconds + Math.max(agent.afterCallWorkDuration ?? 0, 0) : null,
    notes: JSON.stringify(agent.agentNotes),
  };
}

/**
 * Distinct (agent, assignedAt) of each destination, without the pairs that are a responder's own (METRICS, `missed`).
 * An agent without an id is identified by the name, and two without either only by when they were assigned.
 */
export function toMissed(record: VendorRecord, of: Attribution, times: Times): MissedAssignmentRow[] {
  const keyOf = (agentId: string, assignedAt: number | null) => `${of.conversationId}|${agentId}|${assignedAt ?? ""}`;
  const responders = new Set(
    record.destinations.flatMap((destination) => {
      const agent = respondingAgentOf(destination, times);
      const ids = agent ? [responderIdOf(agent), ...(agent.name === null ? [] : [idOfName(agent.name)])] : [];
      return ids.map((id) => keyOf(id, times.read("assignedAt", agent?.assignedAt ?? null)));
    }),
  );
  const listings = new Map<string, number>();
  const all = record.destinations.flatMap((destination, position) => {
    const rows = new Map<string, MissedAssignmentRow>();
    const queueId = queueIdOf(destination);
    for (const agent of destination.nonRespondingAgents) {
      const agentId = missingIdOf(agent);
      const assignedAt = times.read("assignedAt", agent.assignedAt);
      const assignmentKey = keyOf(agentId, assignedAt);
      if (!responders.has(assignmentKey) && !rows.has(assignmentKey)) {
        const reason = agent.nonResponseEvent;
        listings.set(assignmentKey, (listings.get(assignmentKey) ?? 0) + 1);
        rows.set(assignmentKey, { ...of, position, queueId, agentId, assignedAt, assignmentKey, reason });
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
  times: Times,
): DestinationRow[] {
  const firstEntry = record.destinations.findIndex(isEntry);
  return record.destinations.map((destination, position) => {
    const segment = segments.find((candidate) => candidate.position === position);
    const enteredAt = times.read("EnterTime", destination.EnterTime);
    const callbackOptedAt = times.readUtc("CallbackOptedTime", destination.CallbackOptedTime);
    const callbackAcceptedAt = times.readUtc("userCallbackAcceptTime", destination.userCallbackAcceptTime);
    // The time can come without the flag (FACTS, "Second edition").
    const isCallbackOpted = destination.CallbackOpted || callbackOptedAt !== null;
    const facts = {
      isAnswered: segment?.isAnswered ?? false,
      isCallbackOpted,
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
      isCallbackOpted,
      callbackOptedAt,
      callbackAcceptedAt,
      callbackWaitSeconds: secondsBetween(callbackOptedAt, callbackAcceptedAt),
      isFirstEntry: position === firstEntry,
      abandonSeconds: entryOutcome === "abandoned" ? secondsBetween(enteredAt, endedAt) : null,
    };
  });
}
