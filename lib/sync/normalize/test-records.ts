import { type ReadRecord, readRecord } from "@/lib/kore/client";
import { replaceConversations } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { ConversationRows } from "@/lib/store/schema/schema";
import { renewNames } from "@/lib/sync/run/renew-names";
import { normalize } from "./normalize";

/** Hand-written records of the vendor's for tests, in UTC; each test names only what it is about. */
export type Fields = Record<string, unknown>;

export const STARTED_AT = Date.parse("2025-10-01T10:00:00Z");

/** When they are read: so late that none of their times lies ahead. */
const READ_AT = Number.POSITIVE_INFINITY;

/** A closed inbound call at ten o'clock that nobody answered and the system ended. */
export function conversation(conversationId: string, fields: Fields = {}): Fields {
  return {
    conversationId,
    channel: "Voice",
    sessionStartTime: "2025-10-01T10:00:00",
    finalStatus: "CLOSED",
    disconnectingEvent: "System Hangup",
    customerinfo: { Direction: "Inbound" },
    ...fields,
  };
}

/** An entry of the queue at ten o'clock. */
export function queueEntry(queueId: string, fields: Fields = {}): Fields {
  return { destinationType: "QueueEntry", queueId, EnterTime: "2025-10-01T10:00:00", ...fields };
}

/** An agent who was assigned five seconds after ten and answered five seconds later. */
export function agent(agentId: string, fields: Fields = {}): Fields {
  return {
    agentId,
    status: "Answered",
    assignedAt: "2025-10-01T10:00:05",
    acceptedTime: "2025-10-01T10:00:10",
    ...fields,
  };
}

export function answeredBy(agentId: string, fields: Fields = {}): Fields {
  return { respondingAgent: agent(agentId, fields) };
}

export function missedBy(...agentIds: string[]): Fields {
  return { nonRespondingAgents: agentIds.map((agentId) => ({ agentId, assignedAt: "2025-10-01T10:00:05" })) };
}

/** The rows of a record that can be read, requested at the offset. @throws Error with the reason where it cannot. */
export function rowsOf(fields: Fields, timeZoneOffset = 0, readAt = READ_AT): ConversationRows {
  const read: ReadRecord = readRecord(fields);
  if ("reason" in read) {
    throw new Error(`The test's record cannot be read: ${read.reason}`);
  }
  const rows = normalize(read, { timeZoneOffset, readAt });
  if ("reason" in rows) {
    throw new Error(`The test's record cannot be read: ${rows.reason}`);
  }
  return rows;
}

/** Writes records as the copy does. @returns how many were new or changed, and how many were there already. */
export function writeRecords(store: Store, records: readonly Fields[]) {
  const rows = records.map((fields) => rowsOf(fields));
  const names = rows.flatMap((each) => each.names);
  return store.db.transaction().execute(async (transaction) => {
    const { namesToRenew, written, known } = await replaceConversations(store, transaction, rows);
    await renewNames(transaction, namesToRenew, names, { timeZoneOffset: 0, readAt: READ_AT });
    return { written: written.length, known };
  });
}

/** A store in memory that holds these records. */
export async function openStoreWith(records: readonly Fields[]): Promise<Store> {
  const store = await openTestStore();
  await writeRecords(store, records);
  return store;
}
