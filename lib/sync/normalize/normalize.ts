import { hash } from "node:crypto";
import type { ReadableRecord } from "@/lib/kore/client";
import { keyOf, type VendorRecord } from "@/lib/kore/schema";
import { DAY_SECONDS } from "@/lib/shared/instants";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import { toTones } from "@/lib/store/conversations/tones";
import { idHashOf, listIds } from "@/lib/store/engine/ids";
import type { ConversationFacts, ConversationRow, ConversationRows, NameRow, TagRow } from "@/lib/store/schema/schema";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";
import { customerOf, tonesOf } from "./context";
import {
  type Attribution,
  agentsOf,
  hasAnsweredSegment,
  queuesOf,
  secondsBetween,
  toDestinations,
  toMissed,
  toSegments,
} from "./normalize-destinations";
import { outcomeOfConversation } from "./outcome";
import { type Reading, startOf, startOfSessionId, type Times, timesOf } from "./vendor-times";

/** What has no start that can be believed belongs to no time: it is set aside. */
export const NO_START = "sessionStartTime: nothing in the record tells when it started";

/**
 * The rows of one record, or the reason why it has none: pure, so that the same record that was read at the same time
 * always gives the same rows.
 */
export function normalize(
  { record, raw, unread: unreadForms }: ReadableRecord,
  reading: Reading,
): ConversationRows | { reason: string } {
  const unread = new Set(unreadForms);
  const times = timesOf(reading, unread);
  const startedAt = startOf(record, times, reading);
  if (startedAt === null) {
    return { reason: NO_START };
  }
  const place = { conversationId: keyOf(record), startedAt };
  const conversation = toConversation(record, place, times, {
    endedAt: times.read("sessionEndTime", record.sessionEndTime),
    hasAnsweredSegment: hasAnsweredSegment(record, times),
    isStartGiven: times.read("sessionStartTime", record.sessionStartTime) !== null,
    sessionStartedAt: startOfSessionId(record.sessionId, reading.readAt),
  });
  const of = { ...place, ...factsOf(conversation) };
  const segments = toSegments(record, of, times);
  const destinations = toDestinations(record, segments, conversation, of, times);
  const missedAssignments = toMissed(record, of, times);
  return {
    conversations: [conversation],
    rawRecords: [
      {
        ...place,
        contentHash: hashOf(raw),
        record: raw,
        idHash: idHashOf(place.conversationId),
        rulesVersion: RULES_VERSION,
      },
    ],
    destinations,
    agentSegments: segments,
    missedAssignments,
    conversationTags: toTags(record, of),
    conversationDispositions: [...new Set(record.dispositions)].map((disposition) => ({ ...place, disposition })),
    conversationTones: toTones(of, tonesOf(record)),
    // All that was read by now, so that no field is noted after this.
    unreadFields: [...unread].sort().map((field) => ({ ...place, field })),
    names: toNames(record, startedAt),
  };
}

function hashOf(raw: string): string {
  return hash("sha256", `${RULES_VERSION}:${raw}`, "base64");
}

function toConversation(
  record: VendorRecord,
  of: { conversationId: string; startedAt: number },
  times: Times,
  facts: {
    endedAt: number | null;
    hasAnsweredSegment: boolean;
    isStartGiven: boolean;
    sessionStartedAt: number | null;
  },
): ConversationRow {
  const direction = directionOf(record);
  const finalStatus = record.finalStatus ?? NOT_GIVEN;
  const disconnectingEvent = record.disconnectingEvent ?? NOT_GIVEN;
  const customer = customerOf(record);
  return {
    conversationId: of.conversationId,
    startedAt: of.startedAt,
    sessionId: record.sessionId,
    endedAt: facts.endedAt,
    durationSeconds: secondsBetween(of.startedAt, facts.endedAt),
    channel: record.channel ?? NOT_GIVEN,
    direction,
    isInbound: direction !== "Outbound",
    finalStatus,
    disconnectingEvent,
    outcome: outcomeOfConversation({
      finalStatus,
      disconnectingEvent,
      hasAnsweredSegment: facts.hasAnsweredSegment,
      hasDestination: record.destinations.length > 0,
    }),
    lastIntent: record.metaInfo?.agentTransferConfig?.lastIntentName ?? record.metaInfo?.lastIntentName ?? NOT_GIVEN,
    conversationQueues: listIds(queuesOf(record)),
    conversationAgents: listIds(agentsOf(record, times)),
    botId: record.botId,
    userId: record.userId,
    customerName: customer.name,
    customerPhone: customer.phone,
    customerEmail: customer.email,
    csatScore: record.csatScore,
    npsScore: record.npsScore,
    likeScore: record.likeDislikeScore,
    sessionSkewSeconds: facts.isStartGiven ? sessionSkew(facts.sessionStartedAt, of.startedAt) : null,
  };
}

export function factsOf(conversation: ConversationRow): ConversationFacts {
  return {
    channel: conversation.channel,
    direction: conversation.direction,
    finalStatus: conversation.finalStatus,
    disconnectingEvent: conversation.disconnectingEvent,
    conversationOutcome: conversation.outcome,
    lastIntent: conversation.lastIntent,
    conversationQueues: conversation.conversationQueues,
    conversationAgents: conversation.conversationAgents,
  };
}

const DIRECTIONS = new Map([
  ["inbound", "Inbound"],
  ["outbound", "Outbound"],
]);

/** METRICS, "Direction": the first given, in the vendor's usual spelling whatever its case. */
function directionOf(record: VendorRecord): string {
  const given =
    record.customerinfo?.Direction ?? record.Direction ?? record.metaInfo?.customerinfo?.Direction ?? NOT_GIVEN;
  return DIRECTIONS.get(given.toLowerCase()) ?? given;
}

const LONGEST_SKEW = 2 * DAY_SECONDS;

/**
 * The start by the session's id less the start by its time: a free check that times are read in the right zone (FACTS,
 * "The record"). Ids of another form give no check: they would be days off.
 */
function sessionSkew(sessionStartedAt: number | null, startedAt: number): number | null {
  const skew = sessionStartedAt === null ? null : (sessionStartedAt - startedAt) / 1000;
  return skew !== null && Math.abs(skew) <= LONGEST_SKEW ? skew : null;
}

function toTags(record: VendorRecord, of: Attribution): TagRow[] {
  const rows = new Map<string, TagRow>();
  const levels = [
    ["session", record.sessionleveltags],
    ["user", record.userleveltags],
  ] as const;
  for (const [level, tags] of levels) {
    for (const { name, value } of tags) {
      if (name !== null) {
        rows.set(`${level}\u0000${name}\u0000${value ?? ""}`, { ...of, level, name, value: value ?? "" });
      }
    }
  }
  return [...rows.values()];
}

function toNames(record: VendorRecord, namedAt: number): NameRow[] {
  return record.destinations.flatMap((destination) => {
    const agents = [destination, destination.respondingAgent, ...destination.nonRespondingAgents];
    const named: [NameRow["kind"], string | null | undefined, string | null | undefined][] = [
      ["queue", destination.queueId, destination.queueName],
      ...agents.map((agent): [NameRow["kind"], string | null | undefined, string | null | undefined] => [
        "agent",
        agent?.agentId,
        agent?.name,
      ]),
    ];
    return named.flatMap(([kind, id, name]) => (id && name ? [{ kind, id, name, namedAt }] : []));
  });
}
