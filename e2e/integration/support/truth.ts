import type { TimeWindow } from "@/lib/kore/windows";
import type { SyncReply } from "@/lib/shared/contract";
import type { Store } from "@/lib/store/engine/engine";
import { type Conversation, countedMisses, readConversation } from "../../oracle/conversation";
import { secondsBetween } from "../../oracle/instants";
import { isObject, NOT_GIVEN, type RawObject } from "../../oracle/raw-fields";
import { recordsBetween } from "../../simulator/centre";
import type { FaultPlan } from "../../simulator/fault-plan";
import type { CentreSettings } from "../../simulator/settings";
import { isSpoiled, spoil } from "../../simulator/spoil";

/** What is told of a conversation, as one text: equal where all that is told is, in whatever order it stands. */
export interface Copied {
  startedAt: number;
  text: string;
}

const FAMILIES = [
  "conversations",
  "rawRecords",
  "destinations",
  "agentSegments",
  "missedAssignments",
  "conversationTags",
  "conversationDispositions",
  "conversationTones",
  "unreadFields",
] as const;
type Family = (typeof FAMILIES)[number];
type Told = Record<Family, object[]>;

function textOf(told: Told): string {
  return FAMILIES.map((family) => told[family].map(canonical).sort().join("\n")).join("\n--\n");
}

/** A row without its nulls, by the names of its columns. */
export function canonical(row: object): string {
  return JSON.stringify(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Columns that no record tells: how the row is found again, and by which rules it was made. */
const OF_THE_STORE = ["conversationId", "contentHash", "idHash", "rulesVersion"];

/** A stored row as the oracle tells the same: no negative stretches, the word for none where that counts. */
function toldByRow(family: Family, row: object): object {
  const told = Object.entries(row)
    .filter(([column]) => !OF_THE_STORE.includes(column))
    .map(([column, value]): [string, unknown] => {
      if (column === "sessionSkewSeconds") return [column, value];
      if (column.endsWith("Seconds")) return [column, typeof value === "number" && value < 0 ? null : value];
      if (column === "conversationQueues" || column === "conversationAgents") return [column, idsOf(String(value))];
      if (column === "assignmentKey") return ["isListedAgain", value !== ""];
      if (column === "reason") return [column, value ?? NOT_GIVEN];
      return column === "notes" ? [column, JSON.parse(String(value))] : [column, value];
    });
  // What is handled follows from the two durations.
  return Object.fromEntries(told.filter(([column]) => family !== "agentSegments" || column !== "handleSeconds"));
}

const idsOf = (list: string) => list.split("\x1f").filter((id) => id !== "");

/** All that the store holds, by conversation. */
export async function readCopied(store: Store): Promise<Map<string, Copied>> {
  const found = new Map<string, { startedAt: number; told: Told }>();
  for (const family of FAMILIES) {
    for (const row of await store.db.selectFrom(family).selectAll().execute()) {
      const { conversationId, startedAt } = row;
      const known = found.get(conversationId) ?? { startedAt, told: nothingTold() };
      known.told[family].push(toldByRow(family, row));
      found.set(conversationId, known);
    }
  }
  return new Map([...found].map(([id, { startedAt, told }]) => [id, { startedAt, text: textOf(told) }]));
}

function nothingTold(): Told {
  return {
    conversations: [],
    rawRecords: [],
    destinations: [],
    agentSegments: [],
    missedAssignments: [],
    conversationTags: [],
    conversationDispositions: [],
    conversationTones: [],
    unreadFields: [],
  };
}

/**
 * What the store should hold of a record of the source, as the oracle reads it: nothing of the code under test.
 * @throws Error where it cannot be read at all.
 */
export function copiedOf(record: unknown, timeZoneOffset: number): { id: string } & Copied {
  const read = readConversation(record, timeZoneOffset);
  if (read === null || !isObject(record)) {
    throw new Error("The truth holds a record that cannot be read");
  }
  return { id: read.key, startedAt: read.startedAt, text: textOf(toldByRecord(read, record)) };
}

function toldByRecord(read: Conversation, record: RawObject): Told {
  const { startedAt, channel, direction, finalStatus, disconnectingEvent, outcome } = read;
  const facts = {
    startedAt,
    channel,
    direction,
    finalStatus,
    disconnectingEvent,
    lastIntent: read.intent,
    conversationQueues: distinct(read.destinations.flatMap(({ queueId }) => queueId ?? [])),
    conversationAgents: distinct(
      read.destinations.flatMap(({ segment, misses }) => [segment, ...misses].flatMap((agent) => agent?.agentId ?? [])),
    ),
  };
  const ofFamily = { ...facts, conversationOutcome: outcome };
  return {
    conversations: [{ ...facts, ...conversationOf(read, record) }],
    rawRecords: [{ startedAt, record: JSON.stringify(record) }],
    destinations: destinationsOf(read).map((row) => ({ ...ofFamily, ...row })),
    agentSegments: read.destinations.flatMap(({ segment }, position) => {
      if (segment === null) return [];
      const { agentName: _, email: agentEmail, ...rest } = segment;
      return [{ ...ofFamily, ...rest, agentEmail, position, queueId: segment.queueId ?? "" }];
    }),
    missedAssignments: missedOf(read).map((row) => ({ ...ofFamily, ...row })),
    conversationTags: withoutEqual(read.tags).map((tag) => ({ ...ofFamily, ...tag })),
    conversationDispositions: read.dispositions
      .filter((disposition) => disposition !== NOT_GIVEN)
      .map((disposition) => ({ startedAt, disposition })),
    conversationTones: read.tones.map(({ name, level }) => ({ ...ofFamily, tone: name, level })),
    unreadFields: read.unread.map((field) => ({ startedAt, field })),
  };
}

function conversationOf(read: Conversation, record: RawObject): object {
  return {
    outcome: read.outcome,
    isInbound: read.isInbound,
    endedAt: read.endedAt,
    durationSeconds: read.durationSeconds,
    csatScore: read.csatScore,
    npsScore: read.npsScore,
    likeScore: read.likeScore,
    sessionId: record.sessionId,
    botId: record.botId,
    userId: record.userId,
    ...customerOf(record),
    sessionSkewSeconds: skewOf(record.sessionId, read.startedAt),
  };
}

function destinationsOf({ destinations, entries, isInbound }: Conversation): object[] {
  const rest = [...entries];
  return destinations.map((destination, position) => {
    const entry = destination.isQueueEntry ? rest.shift() : undefined;
    const { segment, callback } = destination;
    return {
      position,
      destinationType: destination.type,
      isEntry: destination.isQueueEntry,
      isInbound,
      queueId: destination.queueId ?? "",
      outcome: entry?.outcome ?? "",
      enteredAt: destination.enteredAt,
      waitSeconds: secondsBetween(destination.enteredAt, segment?.acceptedAt ?? null),
      isCallbackOpted: callback !== null,
      callbackOptedAt: callback?.optedAt,
      callbackAcceptedAt: destination.callbackAcceptedAt,
      callbackWaitSeconds: callback?.waitSeconds,
      isFirstEntry: entry !== undefined && entry === entries[0],
      abandonSeconds: entry?.abandonSeconds,
    };
  });
}

/** Each agent and time of a destination once; whether another destination lists the same. */
function missedOf({ destinations, segments }: Conversation): object[] {
  const listed = destinations.map(({ misses }) => {
    const counted = countedMisses(misses, segments);
    const pairs = counted.map(({ agentId, assignedAt }) => JSON.stringify([agentId, assignedAt]));
    return counted
      .map((miss, index) => ({ miss, pair: pairs[index] ?? "" }))
      .filter(({ pair }, index) => pairs.indexOf(pair) === index);
  });
  return listed.flatMap((rows, position) =>
    rows.map(({ miss: { agentName: _, queueId, ...miss }, pair }) => {
      const times = listed.flat().filter((other) => other.pair === pair).length;
      return { ...miss, queueId: queueId ?? "", position, isListedAgain: times > 1 };
    }),
  );
}

const distinct = (ids: readonly string[]) => [...new Set(ids)].sort();

function withoutEqual<Item extends object>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** The session's id begins with its start in seconds, as eight hexadecimal digits. */
function skewOf(sessionId: unknown, startedAt: number): number | null {
  const digits = /^[0-9a-f]{8}/i.exec(String(sessionId ?? ""))?.[0];
  return digits === undefined ? null : Number.parseInt(digits, 16) - startedAt / 1000;
}

/** Of the customer as the simulator gives it: beside the record's other fields or, of the bot's own sessions, in the profile. */
function customerOf(record: RawObject) {
  const info = isObject(record.customerinfo) ? record.customerinfo : {};
  const profile = isObject(record.metaInfo) ? record.metaInfo : {};
  const name = (parts: unknown[]) => parts.filter((part) => part !== undefined && part !== "").join(" ");
  return {
    customerName:
      name([info.CustomerFirstName, info.CustomerLastName]) || name([profile.firstName, profile.lastName]) || null,
    customerPhone: info.CustomerPhone || profile.phoneNumber || null,
    customerEmail: info.CustomerEmail || profile.email || null,
  };
}

export interface Truth {
  good: Map<string, Copied>;
  /** The spoiled records as the source sends them, by when they start. */
  spoiled: { raw: string; startedAt: number }[];
}

/** What a copy of the simulated centre's starts in a window should hold, as the source shows them at `nowMs`. */
export function truthOf(
  centre: CentreSettings,
  window: TimeWindow,
  nowMs: number,
  offset = 0,
  plan: FaultPlan = {},
): Truth {
  const truth: Truth = { good: new Map(), spoiled: [] };
  for (const record of recordsBetween(centre, window.fromAt, window.toAt, nowMs, offset)) {
    const { id, startedAt, text } = copiedOf(record, offset);
    if (isSpoiled(record, plan)) {
      truth.spoiled.push({ raw: JSON.stringify(spoil(record, plan)), startedAt });
    } else {
      truth.good.set(id, { startedAt, text });
    }
  }
  return truth;
}

/** Whether the status says of an instant that what starts there may be missing. */
export function isStatedMissing(status: SyncReply, instant: number): boolean {
  const isLater = status.dataThrough !== null && instant >= Date.parse(status.dataThrough);
  return isLater || status.gaps.some(({ from, to }) => Date.parse(from) <= instant && instant < Date.parse(to));
}
