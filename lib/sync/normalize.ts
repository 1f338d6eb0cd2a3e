import { hash } from "node:crypto";
import { keyOf, type VendorRecord } from "@/lib/kore/schema";
import { parseVendorTime } from "@/lib/kore/time";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import { idHashOf, listIds } from "@/lib/store/ids";
import { RULES_VERSION } from "@/lib/store/rules-version";
import type { ConversationFacts, ConversationRow, ConversationRows, NameRow, TagRow } from "@/lib/store/schema";
import { toTones } from "@/lib/store/tones";
import { tonesOf } from "./context";
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

/** The rows of one record: pure, so that the same record always gives the same rows. */
export function normalize(record: VendorRecord, raw: string, timeZoneOffset: number): ConversationRows {
  const readTime = (text: string | null) => parseVendorTime(text, timeZoneOffset);
  const startedAt = readTime(record.sessionStartTime) ?? 0;
  const place = { conversationId: keyOf(record), startedAt };
  const conversation = toConversation(record, place, {
    endedAt: readTime(record.sessionEndTime),
    hasAnsweredSegment: hasAnsweredSegment(record, readTime),
  });
  const of = { ...place, ...factsOf(conversation) };
  const segments = toSegments(record, of, readTime);
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
    destinations: toDestinations(record, segments, conversation, of, readTime),
    agentSegments: segments,
    missedAssignments: toMissed(record, segments, of, readTime),
    conversationTags: toTags(record, of),
    conversationDispositions: [...new Set(record.dispositions)].map((disposition) => ({ ...place, disposition })),
    conversationTones: toTones(of, tonesOf(record)),
    unreadFields: [],
    names: toNames(record, startedAt),
  };
}

function hashOf(raw: string): string {
  return hash("sha256", `${RULES_VERSION}:${raw}`, "base64");
}

function toConversation(
  record: VendorRecord,
  of: { conversationId: string; startedAt: number },
  facts: { endedAt: number | null; hasAnsweredSegment: boolean },
): ConversationRow {
  const direction = record.customerinfo?.Direction ?? NOT_GIVEN;
  const finalStatus = record.finalStatus ?? NOT_GIVEN;
  const disconnectingEvent = record.disconnectingEvent ?? NOT_GIVEN;
  const customer = record.customerinfo;
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
    lastIntent: record.metaInfo?.agentTransferConfig?.lastIntentName ?? NOT_GIVEN,
    conversationQueues: listIds(queuesOf(record)),
    conversationAgents: listIds(agentsOf(record)),
    botId: record.botId,
    userId: record.userId,
    customerName: [customer?.CustomerFirstName, customer?.CustomerLastName].filter(Boolean).join(" ") || null,
    customerPhone: customer?.CustomerPhone ?? null,
    customerEmail: customer?.CustomerEmail ?? null,
    csatScore: record.csatScore,
    npsScore: record.npsScore,
    likeScore: record.likeDislikeScore,
    sessionSkewSeconds: sessionSkew(record.sessionId, of.startedAt),
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

const SESSION_ID = /^[0-9a-f]{8}/i;
const LONGEST_SKEW = 2 * 86_400;

/**
 * A session's id begins with its start in Unix seconds, in hexadecimal: a free check that times are read in the right
 * zone (FACTS, "The record"). Ids of another form give no check: they would be days off.
 */
function sessionSkew(sessionId: string | null, startedAt: number): number | null {
  const digits = SESSION_ID.exec(sessionId ?? "")?.[0];
  const skew = digits === undefined ? null : Number.parseInt(digits, 16) - startedAt / 1000;
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
