import type { Conversation, Entry } from "./conversation";
import type { Miss, Segment } from "./destinations";
import { type Filter, hasTag, readFilter } from "./filters";
import { findWeekdayAndHour, readRange } from "./local-time";
import type { OracleFilter, OracleQuery } from "./query";
import { isInBand } from "./waits";

/** A conversation that the filters leave, with those of its parts that they leave. */
export interface Scope {
  conversation: Conversation;
  entries: Entry[];
  segments: Segment[];
  misses: Miss[];
}

function hasQueue({ destinations }: Conversation, queueId: string): boolean {
  return destinations.some(
    (destination) => (destination.isQueueEntry || destination.segment !== null) && destination.queueId === queueId,
  );
}

function hasAgent({ segments, misses }: Conversation, agentId: string): boolean {
  return segments.some((segment) => segment.agentId === agentId) || misses.some((miss) => miss.agentId === agentId);
}

function isOfHour({ startedAt }: Conversation, name: "weekday" | "hour", value: string, timeZone: string): boolean {
  return findWeekdayAndHour(startedAt, timeZone)[name] === Number(value);
}

type Test = (conversation: Conversation, value: string, timeZone: string) => boolean;

const TESTS: readonly (readonly [OracleFilter, Test])[] = [
  ["channel", ({ channel }, value) => channel === value],
  ["queue", hasQueue],
  ["agent", hasAgent],
  ["status", ({ finalStatus }, value) => finalStatus === value],
  ["event", ({ disconnectingEvent }, value) => disconnectingEvent === value],
  ["outcome", ({ outcome }, value) => outcome === value],
  ["direction", ({ direction }, value) => direction === value],
  ["disposition", ({ dispositions }, value) => dispositions.includes(value)],
  ["tag", ({ tags }, value) => hasTag(tags, value)],
  ["intent", ({ intent }, value) => intent === value],
  ["wait", ({ entries }, value) => entries.some((entry) => isInBand(entry, value))],
  ["tone", ({ tones }, value) => tones.some(({ name }) => name === value)],
  ["missReason", ({ misses }, value) => misses.some(({ reason }) => reason === value)],
  ["firstQueue", ({ entries }, value) => (entries[0]?.queueId ?? "Bot") === value],
  ["unread", ({ unread }, value) => unread.includes(value)],
  ["weekday", (conversation, value, timeZone) => isOfHour(conversation, "weekday", value, timeZone)],
  ["hour", (conversation, value, timeZone) => isOfHour(conversation, "hour", value, timeZone)],
];

/** One of the wanted values of each parameter, every one of the required, and none of the unwanted. */
function isSelected(conversation: Conversation, query: OracleQuery): boolean {
  for (const [name, has] of TESTS) {
    const { wanted, required, unwanted } = readFilter(query.filters?.[name]);
    if (wanted.length > 0 && !wanted.some((value) => has(conversation, value, query.timeZone))) return false;
    if (!required.every((value) => has(conversation, value, query.timeZone))) return false;
    if (unwanted.some((value) => has(conversation, value, query.timeZone))) return false;
  }
  return true;
}

/** What a query leaves. Exclusions act on conversations only; wanted queues, agents, waits and reasons also on their parts. */
export function select(conversations: readonly Conversation[], query: OracleQuery): Scope[] {
  const { start, end } = readRange(query);
  const queueIds = readFilter(query.filters?.queue).wanted;
  const agentIds = readFilter(query.filters?.agent).wanted;
  const reasons = readFilter(query.filters?.missReason).wanted;
  const isOfReasons = (reason: string) => reasons.length === 0 || reasons.includes(reason);
  const isOfQueues = (queueId: string | null) =>
    queueIds.length === 0 || (queueId !== null && queueIds.includes(queueId));
  const isOfAgents = (ids: string[]) => agentIds.length === 0 || ids.some((id) => agentIds.includes(id));

  const waits: Filter = readFilter(query.filters?.wait);
  const isOfBands = (entry: Entry) =>
    (waits.wanted.length === 0 || waits.wanted.some((band) => isInBand(entry, band))) &&
    waits.required.every((band) => isInBand(entry, band));

  const scopes: Scope[] = [];
  for (const conversation of conversations) {
    if (conversation.startedAt < start || conversation.startedAt >= end) continue;
    if (!isSelected(conversation, query)) continue;
    scopes.push({
      conversation,
      entries: conversation.entries.filter(
        (entry) => isOfQueues(entry.queueId) && isOfAgents(entry.agentIds) && isOfBands(entry),
      ),
      segments: conversation.segments.filter((segment) => isOfQueues(segment.queueId) && isOfAgents([segment.agentId])),
      misses: conversation.misses.filter(
        (miss) => isOfQueues(miss.queueId) && isOfAgents([miss.agentId]) && isOfReasons(miss.reason),
      ),
    });
  }
  return scopes;
}
