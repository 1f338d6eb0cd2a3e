import { type Callback, type Destination, type Miss, readDestination, type Segment } from "./destinations";
import { readInstant, secondsBetween } from "./instants";
import { decideEntryOutcome, decideOutcome, type EntryOutcome, type Outcome } from "./outcomes";
import { NOT_GIVEN, type RawObject, readNumber, readObject, readObjects, readText, readTexts } from "./raw-fields";

export interface Tag {
  level: "session" | "user";
  name: string;
  value: string;
}

export interface Tone {
  name: string;
  level: number | null;
}

export interface Entry {
  queueId: string;
  isInbound: boolean;
  outcome: EntryOutcome;
  callback: Callback | null;
  /** From entering the queue to the agent's accepting; null where not answered or a time is missing. */
  waitSeconds: number | null;
  /** From entering the queue to the end of the conversation, where it was abandoned there. */
  abandonSeconds: number | null;
  /** Those who answered or missed this entry. */
  agentIds: string[];
}

export interface Conversation {
  key: string;
  startedAt: number;
  durationSeconds: number | null;
  channel: string;
  direction: string;
  isInbound: boolean;
  finalStatus: string;
  disconnectingEvent: string;
  outcome: Outcome;
  intent: string;
  dispositions: string[];
  tags: Tag[];
  tones: Tone[];
  csatScore: number | null;
  npsScore: number | null;
  likeScore: number | null;
  destinations: Destination[];
  entries: Entry[];
  segments: Segment[];
  /** Only those that count: not a responder's own pair. The same pair can still stand in it twice. */
  misses: Miss[];
}

/** One raw record, or null where it has no key or no start: it cannot be attributed to any time. */
export function readConversation(record: unknown, offsetMinutes: number): Conversation | null {
  const raw = readObject(record);
  if (raw === null) return null;
  const key = readText(raw.conversationId) ?? readText(raw.sessionId);
  const startedAt = readInstant(raw.sessionStartTime, offsetMinutes);
  if (key === null || startedAt === null) return null;

  const destinations = readObjects(raw.destinations).map((destination) => readDestination(destination, offsetMinutes));
  const finalStatus = readText(raw.finalStatus) ?? NOT_GIVEN;
  const disconnectingEvent = readText(raw.disconnectingEvent) ?? NOT_GIVEN;
  const outcome = decideOutcome(finalStatus, disconnectingEvent, destinations);
  const direction = readText(readObject(raw.customerinfo)?.Direction) ?? NOT_GIVEN;
  const isInbound = direction !== "Outbound";
  const transfer = readObject(readObject(raw.metaInfo)?.agentTransferConfig);
  const dispositions = [...new Set(readTexts(raw.dispositions))];
  const endedAt = readInstant(raw.sessionEndTime, offsetMinutes);
  const segments = destinations.flatMap(({ segment }) => (segment === null ? [] : [segment]));

  return {
    key,
    startedAt,
    durationSeconds: secondsBetween(startedAt, endedAt),
    channel: readText(raw.channel) ?? NOT_GIVEN,
    direction,
    isInbound,
    finalStatus,
    disconnectingEvent,
    outcome,
    intent: readText(transfer?.lastIntentName) ?? NOT_GIVEN,
    dispositions: dispositions.length === 0 ? [NOT_GIVEN] : dispositions,
    tags: [...readTags(raw.sessionleveltags, "session"), ...readTags(raw.userleveltags, "user")],
    tones: readTones(readObject(raw.metaInfo)),
    csatScore: readNumber(raw.csatScore),
    npsScore: readNumber(raw.npsScore),
    likeScore: readNumber(raw.likeDislikeScore),
    destinations,
    entries: listEntries(destinations, outcome, isInbound, segments, endedAt),
    segments,
    misses: destinations.flatMap(({ misses }) => countedMisses(misses, segments)),
  };
}

/** After a reassignment the agent who did respond is listed too: his own pair is no miss. */
function countedMisses(misses: readonly Miss[], segments: readonly Segment[]): Miss[] {
  return misses.filter((miss) => {
    return !segments.some(({ agentId, assignedAt }) => agentId === miss.agentId && assignedAt === miss.assignedAt);
  });
}

function listEntries(
  destinations: readonly Destination[],
  outcome: Outcome,
  isInbound: boolean,
  segments: readonly Segment[],
  endedAt: number | null,
): Entry[] {
  const entries: Entry[] = [];
  for (const [index, destination] of destinations.entries()) {
    if (!destination.isQueueEntry) continue;
    const answeredBy = destination.segment?.isAnswered ? destination.segment : null;
    const agentIds = countedMisses(destination.misses, segments).map(({ agentId }) => agentId);
    if (answeredBy !== null) agentIds.push(answeredBy.agentId);
    const entryOutcome = decideEntryOutcome(destination, index === destinations.length - 1, outcome);
    entries.push({
      queueId: destination.queueId ?? NOT_GIVEN,
      isInbound,
      outcome: entryOutcome,
      callback: destination.callback,
      waitSeconds: secondsBetween(destination.enteredAt, answeredBy?.acceptedAt ?? null),
      abandonSeconds: entryOutcome === "abandoned" ? secondsBetween(destination.enteredAt, endedAt) : null,
      agentIds,
    });
  }
  return entries;
}

function readTags(value: unknown, level: Tag["level"]): Tag[] {
  const tags: Tag[] = [];
  for (const raw of readObjects(value)) {
    const name = readText(raw.name);
    const isPlain = typeof raw.value === "number" || typeof raw.value === "boolean";
    const text = isPlain ? String(raw.value) : (readText(raw.value) ?? "");
    if (name !== null) tags.push({ level, name, value: text });
  }
  return tags;
}

/** Tones stand with the transfer, or beside it; of one that is listed twice the later listing holds. */
function readTones(metaInfo: RawObject | null): Tone[] {
  const transfer = readObject(metaInfo?.agentTransferConfig);
  const tones: Tone[] = [];
  for (const raw of [...readObjects(transfer?.dialog_tone), ...readObjects(metaInfo?.dialog_tone)]) {
    const name = readText(raw.tone_name);
    if (name === null) continue;
    const earlier = tones.findIndex((tone) => tone.name === name);
    if (earlier >= 0) tones.splice(earlier, 1);
    tones.push({ name, level: readNumber(raw.level) });
  }
  return tones;
}
