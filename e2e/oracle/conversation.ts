import {
  type Callback,
  DESTINATION_FIELDS,
  type Destination,
  type Miss,
  readDestination,
  type Segment,
  type Times,
} from "./destinations";
import { readInstant, secondsBetween } from "./instants";
import { decideEntryOutcome, decideOutcome, type EntryOutcome, type Outcome } from "./outcomes";
import { NOT_GIVEN, type RawObject, RawReader } from "./raw-fields";

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
  endedAt: number | null;
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
  /** The names of the fields that could not be read. */
  unread: string[];
}

const CUSTOMER_FIELDS = [
  "CustomerPhone",
  "CenterPhone",
  "CustomerFirstName",
  "CustomerLastName",
  "CustomerEmail",
  "Direction",
];

/**
 * One raw record as it was read at `readAt` (Unix milliseconds), or null where it has no key or no start that can be:
 * it cannot be attributed to any time.
 */
export function readConversation(
  row: unknown,
  offsetMinutes: number,
  readAt = Number.POSITIVE_INFINITY,
): Conversation | null {
  const record = new RawReader().object("record", row);
  if (record === null) return null;
  const reader = new RawReader();
  const times = timesOf(reader, offsetMinutes, readAt);

  const sessionId = reader.id("sessionId", record.sessionId);
  const key = reader.id("conversationId", record.conversationId) ?? sessionId;
  const destinations = reader
    .objects("destinations", record.destinations, DESTINATION_FIELDS, true)
    .map((destination) => readDestination(destination, reader, times));
  const sessionStart = times.local("sessionStartTime", record.sessionStartTime);
  const startedAt = sessionStart ?? earliestOf(destinations) ?? secondsOf(sessionId, readAt);
  if (key === null || startedAt === null) return null;

  const metaInfo = reader.object("metaInfo", record.metaInfo);
  const finalStatus = reader.text("finalStatus", record.finalStatus) ?? NOT_GIVEN;
  const disconnectingEvent = reader.text("disconnectingEvent", record.disconnectingEvent) ?? NOT_GIVEN;
  const outcome = decideOutcome(finalStatus, disconnectingEvent, destinations);
  const direction = readDirection(record, metaInfo, reader);
  const isInbound = direction !== "Outbound";
  const endedAt = times.local("sessionEndTime", record.sessionEndTime);
  const segments = destinations.flatMap(({ segment }) => segment ?? []);
  const described = readDescription(record, metaInfo, reader);
  noteTheRest(record, metaInfo, reader);

  return {
    key,
    startedAt,
    endedAt,
    durationSeconds: secondsBetween(startedAt, endedAt),
    channel: reader.text("channel", record.channel) ?? NOT_GIVEN,
    direction,
    isInbound,
    finalStatus,
    disconnectingEvent,
    outcome,
    ...described,
    destinations,
    entries: listEntries(destinations, outcome, isInbound, segments, endedAt),
    segments,
    misses: destinations.flatMap(({ misses }) => countedMisses(misses, segments)),
    unread: [...reader.unread].sort(),
  };
}

function timesOf(reader: RawReader, offsetMinutes: number, readAt: number): Times {
  const timesAt = (offset: number) => (field: string, value: unknown) =>
    reader.instant(field, value, (text) => readInstant(text, offset), readAt);
  return { local: timesAt(offsetMinutes), utc: timesAt(0) };
}

/** What the bot, the agents and the customer said of it. */
function readDescription(record: RawObject, metaInfo: RawObject | null, reader: RawReader) {
  const transfer = reader.object("agentTransferConfig", metaInfo?.agentTransferConfig);
  const intent = reader.text("lastIntentName", transfer?.lastIntentName);
  const intentBeside = reader.text("lastIntentName", metaInfo?.lastIntentName);
  const dispositions = [...new Set(reader.texts("dispositions", record.dispositions))];
  return {
    intent: intent ?? intentBeside ?? NOT_GIVEN,
    dispositions: dispositions.length === 0 ? [NOT_GIVEN] : dispositions,
    tags: [
      ...reader.tags("sessionleveltags", record.sessionleveltags).map((tag) => ({ level: "session" as const, ...tag })),
      ...reader.tags("userleveltags", record.userleveltags).map((tag) => ({ level: "user" as const, ...tag })),
    ],
    tones: readTones(metaInfo, transfer, reader),
    csatScore: reader.number("csatScore", record.csatScore),
    npsScore: reader.number("npsScore", record.npsScore),
    likeScore: reader.like("likeDislikeScore", record.likeDislikeScore),
  };
}

function earliestOf(destinations: readonly Destination[]): number | null {
  let earliest: number | null = null;
  for (const { enteredAt, times } of destinations) {
    for (const instant of [enteredAt, ...times]) {
      if (instant !== null && (earliest === null || instant < earliest)) earliest = instant;
    }
  }
  return earliest;
}

/** The Unix seconds that a session's id begins with, as eight hexadecimal digits; not those of a UUID. */
function secondsOf(sessionId: string | null, readAt: number): number | null {
  const digits = /^[0-9a-f]{8}(?![-_])/i.exec(sessionId ?? "")?.[0];
  if (digits === undefined) return null;
  const instant = Number.parseInt(digits, 16) * 1000;
  return instant >= Date.UTC(2010, 0, 1) && instant <= readAt + 86_400_000 ? instant : null;
}

/** With the customer, beside, or in the profile: the first that is given. */
function readDirection(record: RawObject, metaInfo: RawObject | null, reader: RawReader): string {
  const places = [
    reader.object("customerinfo", record.customerinfo)?.Direction,
    record.Direction,
    reader.object("customerinfo", metaInfo?.customerinfo)?.Direction,
  ];
  const [direction = NOT_GIVEN] = places.flatMap((place) => reader.text("Direction", place) ?? []);
  const usual = ["Inbound", "Outbound"].find((known) => known.toLowerCase() === direction.toLowerCase());
  return usual ?? direction;
}

/** Fields that no metric uses can be unreadable too. */
function noteTheRest(record: RawObject, metaInfo: RawObject | null, reader: RawReader): void {
  for (const customer of [record.customerinfo, metaInfo?.customerinfo]) {
    const object = reader.object("customerinfo", customer);
    for (const field of CUSTOMER_FIELDS) reader.text(field, object?.[field]);
  }
  const texts = ["botId", "userId", "channelSpecificUserId", "orgId", "surveyType", "csatFeedback"];
  for (const field of texts) reader.text(field, record[field]);
  for (const field of ["firstName", "lastName", "email", "phoneNumber"]) reader.text(field, metaInfo?.[field]);
  reader.texts("automationBotIDs", record.automationBotIDs);
}

/** After a reassignment the agent who did respond is listed too: his own pair is no miss. */
export function countedMisses(misses: readonly Miss[], segments: readonly Segment[]): Miss[] {
  return misses.filter((miss) => {
    return !segments.some(({ agentId, agentName, assignedAt }) => {
      return [agentId, agentName].includes(miss.agentId) && assignedAt === miss.assignedAt;
    });
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

/** Tones stand with the transfer, or beside it; of one that is listed twice the later listing holds. */
function readTones(metaInfo: RawObject | null, transfer: RawObject | null, reader: RawReader): Tone[] {
  const tones: Tone[] = [];
  for (const list of [transfer?.dialog_tone, metaInfo?.dialog_tone]) {
    for (const raw of reader.objects("dialog_tone", list, ["tone_name", "level", "count", "totalLevel"])) {
      const name = reader.text("dialog_tone", raw.tone_name);
      const level = reader.number("dialog_tone", raw.level);
      reader.number("dialog_tone", raw.count);
      reader.number("dialog_tone", raw.totalLevel);
      if (name === null) continue;
      const earlier = tones.findIndex((tone) => tone.name === name);
      if (earlier >= 0) tones.splice(earlier, 1);
      tones.push({ name, level });
    }
  }
  return tones;
}
