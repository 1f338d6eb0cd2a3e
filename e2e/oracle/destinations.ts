import { readInstant, secondsBetween } from "./instants";
import { NOT_GIVEN, type RawObject, readFlag, readObject, readObjects, readSeconds, readText } from "./raw-fields";

/** A responding agent, whether or not he answered in the end. */
export interface Segment {
  agentId: string;
  agentName: string | null;
  /** The queue of its destination; null for a direct segment without one. */
  queueId: string | null;
  isAnswered: boolean;
  assignedAt: number | null;
  acceptedAt: number | null;
  pickupSeconds: number | null;
  interactionSeconds: number | null;
  afterCallWorkSeconds: number | null;
  firstResponseSeconds: number | null;
}

/** A non-responding agent as it is listed: a pair may be listed more than once. */
export interface Miss {
  reason: string;
  agentId: string;
  agentName: string | null;
  queueId: string | null;
  assignedAt: number | null;
}

export interface Callback {
  isAccepted: boolean;
  waitSeconds: number | null;
}

export interface Destination {
  isQueueEntry: boolean;
  queueId: string | null;
  queueName: string | null;
  enteredAt: number | null;
  /** Null where the customer did not opt for a callback. */
  callback: Callback | null;
  segment: Segment | null;
  misses: Miss[];
}

export function readDestination(raw: RawObject, offsetMinutes: number): Destination {
  const type = readText(raw.destinationType);
  const isQueueEntry = type === "QueueEntry";
  const queueId = readText(raw.queueId) ?? (isQueueEntry ? NOT_GIVEN : null);
  // An agent segment may carry the agent's fields itself, or inside respondingAgent.
  const agent = readObject(raw.respondingAgent) ?? (type === "AgentSegment" ? raw : null);

  const misses: Miss[] = [];
  for (const listing of readObjects(raw.nonRespondingAgents)) {
    const agentId = readText(listing.agentId);
    if (agentId === null) continue; // Nobody in particular can have missed it.
    const assignedAt = readInstant(listing.assignedAt, offsetMinutes);
    // Where one assignment is listed twice, its first listing says why.
    const first = misses.find((miss) => miss.agentId === agentId && miss.assignedAt === assignedAt);
    const reason = first?.reason ?? readText(listing.nonResponseEvent) ?? NOT_GIVEN;
    misses.push({ reason, agentId, agentName: readText(listing.name), queueId, assignedAt });
  }

  return {
    isQueueEntry,
    queueId,
    queueName: readText(raw.queueName),
    enteredAt: readInstant(raw.EnterTime, offsetMinutes),
    callback: readFlag(raw.CallbackOpted) ? readCallback(raw) : null,
    segment: agent === null ? null : readSegment(agent, queueId, offsetMinutes),
    misses,
  };
}

/** Callback times, unlike all the others, are UTC. */
function readCallback(raw: RawObject): Callback {
  const optedAt = readInstant(raw.CallbackOptedTime, 0);
  const acceptedAt = readInstant(raw.userCallbackAcceptTime, 0);
  return { isAccepted: acceptedAt !== null, waitSeconds: secondsBetween(optedAt, acceptedAt) };
}

function readSegment(agent: RawObject, queueId: string | null, offsetMinutes: number): Segment {
  const assignedAt = readInstant(agent.assignedAt, offsetMinutes);
  const acceptedAt = readInstant(agent.acceptedTime, offsetMinutes);
  return {
    agentId: readText(agent.agentId) ?? NOT_GIVEN,
    agentName: readText(agent.name),
    queueId,
    isAnswered: acceptedAt !== null || readText(agent.status)?.toLowerCase() === "answered",
    assignedAt,
    acceptedAt,
    pickupSeconds: secondsBetween(assignedAt, acceptedAt),
    interactionSeconds: readSeconds(agent.interactionDuration),
    afterCallWorkSeconds: readSeconds(agent.afterCallWorkDuration),
    firstResponseSeconds: readSeconds(agent.firstResponseDuration),
  };
}
