import { secondsBetween } from "./instants";
import { NOT_GIVEN, type RawObject, type RawReader, UNKNOWN_AGENT } from "./raw-fields";

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
  firstResponseAt: number | null;
  interactionEndedAt: number | null;
  afterCallWorkEndedAt: number | null;
  email: string | null;
  notes: string[];
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
  optedAt: number | null;
  isAccepted: boolean;
  waitSeconds: number | null;
}

export interface Destination {
  type: string;
  isQueueEntry: boolean;
  queueId: string | null;
  queueName: string | null;
  enteredAt: number | null;
  callbackAcceptedAt: number | null;
  /** Null where the customer did not opt for a callback. */
  callback: Callback | null;
  segment: Segment | null;
  misses: Miss[];
  /** All its times but EnterTime. */
  times: (number | null)[];
}

/** A time of the record by its field's name: at the offset asked for, or in UTC. */
export interface Times {
  local(field: string, value: unknown): number | null;
  utc(field: string, value: unknown): number | null;
}

const AGENT_FIELDS = ["agentId", "agentNotes", "destinationType", "email", "name", "assignedAt"];
const RESPONDING_FIELDS = [
  ...AGENT_FIELDS,
  "status",
  "firstResponseTime",
  "firstResponseDuration",
  "interactionEndTime",
  "interactionDuration",
  "afterCallWorkDuration",
  "afterCallWorkEndTime",
  "acceptedTime",
];
export const DESTINATION_FIELDS = [
  ...RESPONDING_FIELDS,
  "queueId",
  "queueName",
  "CallbackOpted",
  "CallbackOptedTime",
  "userCallbackAcceptTime",
  "EnterTime",
  "respondingAgent",
  "nonRespondingAgents",
];

/** The agent's id, or the name where there is no id. */
function identify(agentId: string | null, name: string | null): string | null {
  return agentId ?? (name === null ? null : name.replaceAll("\x1f", " ").slice(0, 500));
}

export function readDestination(raw: RawObject, reader: RawReader, times: Times): Destination {
  const type = reader.text("destinationType", raw.destinationType);
  const isQueueEntry = type === "QueueEntry";
  const queueId = reader.id("queueId", raw.queueId) ?? (isQueueEntry ? NOT_GIVEN : null);
  const inside = reader.object("respondingAgent", raw.respondingAgent);
  const agents = inside === null ? [] : [readAgent(inside, reader, times)];
  // An agent segment may carry the agent's fields itself, or inside respondingAgent, or in both.
  const own = readAgent(raw, reader, times);
  const carriesAgent = [own.agentId, own.name, own.status, own.acceptedText].some((field) => field !== null);
  if (type === "AgentSegment" && carriesAgent) agents.push(own);

  const misses = readMisses(raw, queueId, reader, times);
  const optedAt = times.utc("CallbackOptedTime", raw.CallbackOptedTime);
  const acceptedAt = times.utc("userCallbackAcceptTime", raw.userCallbackAcceptTime);
  const isOpted = reader.flag("CallbackOpted", raw.CallbackOpted) || optedAt !== null;
  return {
    type: type ?? NOT_GIVEN,
    isQueueEntry,
    queueId,
    queueName: reader.text("queueName", raw.queueName),
    enteredAt: times.local("EnterTime", raw.EnterTime),
    callbackAcceptedAt: acceptedAt,
    callback: isOpted
      ? { optedAt, isAccepted: acceptedAt !== null, waitSeconds: secondsBetween(optedAt, acceptedAt) }
      : null,
    segment: agents.length === 0 ? null : toSegment(agents, queueId),
    misses,
    times: [optedAt, acceptedAt, ...[...agents, own].flatMap(timesOf), ...misses.map((miss) => miss.assignedAt)],
  };
}

function readMisses(raw: RawObject, queueId: string | null, reader: RawReader, times: Times): Miss[] {
  const misses: Miss[] = [];
  const listings = reader.objects("nonRespondingAgents", raw.nonRespondingAgents, [
    ...AGENT_FIELDS,
    "nonResponseEvent",
  ]);
  for (const listing of listings) {
    const agentName = reader.text("name", listing.name);
    const identity = identify(reader.id("agentId", listing.agentId), agentName);
    const agentId = identity === null || identity === NOT_GIVEN ? UNKNOWN_AGENT : identity;
    reader.text("email", listing.email);
    reader.text("destinationType", listing.destinationType);
    const assignedAt = times.local("assignedAt", listing.assignedAt);
    // Where one assignment is listed twice, its first listing says why.
    const first = misses.find((miss) => miss.agentId === agentId && miss.assignedAt === assignedAt);
    const nonResponseEvent = reader.text("nonResponseEvent", listing.nonResponseEvent);
    misses.push({ reason: first?.reason ?? nonResponseEvent ?? NOT_GIVEN, agentId, agentName, queueId, assignedAt });
  }
  return misses;
}

interface Agent {
  agentId: string | null;
  name: string | null;
  status: string | null;
  assignedAt: number | null;
  acceptedAt: number | null;
  /** The raw text, even where it is not a valid time. */
  acceptedText: string | null;
  interactionSeconds: number | null;
  afterCallWorkSeconds: number | null;
  firstResponseSeconds: number | null;
  firstResponseAt: number | null;
  interactionEndedAt: number | null;
  afterCallWorkEndedAt: number | null;
  email: string | null;
  /** Null where there is none. */
  notes: string[] | null;
}

const timesOf = (agent: Agent) => [
  agent.assignedAt,
  agent.acceptedAt,
  agent.firstResponseAt,
  agent.interactionEndedAt,
  agent.afterCallWorkEndedAt,
];

function readAgent(raw: RawObject, reader: RawReader, times: Times): Agent {
  const assignedAt = times.local("assignedAt", raw.assignedAt);
  const acceptedAt = times.local("acceptedTime", raw.acceptedTime);
  const notes = reader.texts("agentNotes", raw.agentNotes);
  reader.text("destinationType", raw.destinationType);
  return {
    agentId: reader.id("agentId", raw.agentId),
    name: reader.text("name", raw.name),
    status: reader.text("status", raw.status),
    assignedAt,
    acceptedAt,
    acceptedText: reader.text("acceptedTime", raw.acceptedTime),
    interactionSeconds: reader.seconds("interactionDuration", raw.interactionDuration),
    afterCallWorkSeconds: reader.seconds("afterCallWorkDuration", raw.afterCallWorkDuration),
    firstResponseSeconds: reader.seconds("firstResponseDuration", raw.firstResponseDuration),
    firstResponseAt: times.local("firstResponseTime", raw.firstResponseTime),
    interactionEndedAt: times.local("interactionEndTime", raw.interactionEndTime),
    afterCallWorkEndedAt: times.local("afterCallWorkEndTime", raw.afterCallWorkEndTime),
    email: reader.text("email", raw.email),
    notes: notes.length === 0 ? null : notes,
  };
}

/** Each field from the first of the places that gives it. */
function toSegment(agents: readonly Agent[], queueId: string | null): Segment {
  const first = <K extends keyof Agent>(field: K): Agent[K] | null => {
    for (const agent of agents) if (agent[field] !== null) return agent[field];
    return null;
  };
  const assignedAt = first("assignedAt");
  const acceptedAt = first("acceptedAt");
  const positive = (seconds: number | null) => (seconds === null || seconds < 0 ? null : seconds);
  return {
    agentId: identify(first("agentId"), first("name")) ?? NOT_GIVEN,
    agentName: first("name"),
    queueId,
    isAnswered: acceptedAt !== null || first("status")?.toLowerCase() === "answered",
    assignedAt,
    acceptedAt,
    pickupSeconds: secondsBetween(assignedAt, acceptedAt),
    interactionSeconds: positive(first("interactionSeconds")),
    afterCallWorkSeconds: positive(first("afterCallWorkSeconds")),
    firstResponseSeconds: positive(first("firstResponseSeconds")),
    firstResponseAt: first("firstResponseAt"),
    interactionEndedAt: first("interactionEndedAt"),
    afterCallWorkEndedAt: first("afterCallWorkEndedAt"),
    email: first("email"),
    notes: first("notes") ?? [],
  };
}
