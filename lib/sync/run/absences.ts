import type { Kysely } from "kysely";
import { keyOfText } from "@/lib/kore/schema";
import type { TimeWindow } from "@/lib/kore/windows";
import { DAY_MS, SECOND_MS } from "@/lib/shared/instants";
import type { ConversationRows, Database, NameRow } from "@/lib/store/schema/schema";
import type { AbsentConversationRow, RejectedRecordRow, SyncWindowRow } from "@/lib/store/schema/schema-sync";
import {
  forgetMissed,
  forgetMissedIds,
  type Missing,
  readConversationsOfSessions,
  readMissedBefore,
  readMissing,
  writeAbsent,
} from "@/lib/store/sync/absent";
import { addSelectionEvidence, type SelectedBy, selectedBy } from "@/lib/store/sync/selection-evidence";
import type { Reading } from "@/lib/sync/normalize/vendor-times";
import { evidenceOf, requestedSpan } from "@/lib/sync/plan/selection";

/** One window as it was read. */
export interface WindowRead {
  window: TimeWindow;
  reading: Reading;
  /** Null where it held more than came and is split. */
  row: SyncWindowRow | null;
  /** The ledger before this reading: it says when missing conversations were last seen. */
  ledger: readonly SyncWindowRow[];
  conversations: readonly ConversationRows[];
  /** Those of them that were new or changed. */
  written: readonly ConversationRows[];
  rejected: readonly RejectedRecordRow[];
}

/**
 * Follows what the source no longer holds, in the window's transaction. A conversation missing from two consecutive
 * complete readings is erased, where the source is known to select by the start. A bot session that became an agent's
 * conversation is removed at the first reading that returns only the conversation. @returns how many were removed, and
 * the names on their records.
 */
export async function followAbsences(
  transaction: Kysely<Database>,
  read: WindowRead,
): Promise<{ gone: number; namesToRenew: NameRow[] }> {
  const { row, window, conversations, rejected, reading } = read;
  const nothing = { gone: 0, namesToRenew: [] };
  // Each reading with different bounds is new evidence of what the source selects by; one inconsistent record counts once.
  const { seen } = evidenceOf(window, conversations, reading.timeZoneOffset);
  const { against } = evidenceOf(window, read.written, reading.timeZoneOffset);
  const selection = selectedBy(await addSelectionEvidence(transaction, { seen, against }));
  if (row && row.state !== "copied") {
    await forgetMissed(transaction, requestedSpan(row));
  }
  if (row?.state !== "copied") {
    return nothing;
  }
  const unread = rejected.map(({ record }) => keyOfText(record));
  if (unread.includes(null)) {
    // A missing conversation may be one of the unreadable records.
    return nothing;
  }
  if (selection === "other") {
    await forgetMissed(transaction);
  }
  const came = conversations.flatMap((rows) => rows.conversations);
  const keys = [...came.map(({ conversationId }) => conversationId), ...unread.flatMap((key) => key ?? [])];
  if (unread.length > 0) {
    await forgetMissedIds(transaction, keys);
  }
  const missing = await readMissing(transaction, requestedSpan(row), keys);
  if (missing.length === 0) {
    return nothing;
  }
  const absent = await absencesOf(transaction, { ...read, row }, missing, selection);
  const namesToRenew = absent.length > 0 ? await writeAbsent(transaction, absent) : [];
  return { gone: absent.filter(({ erasedAt }) => erasedAt !== null).length, namesToRenew };
}

/** What is known now of each that the reading did not hold; nothing of what may only have lain at its edge. */
async function absencesOf(
  transaction: Kysely<Database>,
  { row, ledger, conversations }: WindowRead & { row: SyncWindowRow },
  missing: readonly Missing[],
  selection: SelectedBy,
): Promise<AbsentConversationRow[]> {
  const ids = missing.map(({ conversationId }) => conversationId);
  const before = await readMissedBefore(transaction, ids);
  const successors = await readConversationsOfSessions(transaction, missing, DAY_MS);
  const came = new Set(conversations.flatMap((rows) => rows.conversations.map((one) => one.conversationId)));
  return missing.flatMap(({ conversationId, startedAt }): AbsentConversationRow[] => {
    const ofSession = successors.filter(({ sessionId }) => sessionId === conversationId);
    const cameOfIt = ofSession.filter((one) => came.has(one.conversationId));
    const [successor] = selection === "start" && cameOfIt.length === 0 ? ofSession : cameOfIt;
    const replacedBy = successor?.conversationId ?? null;
    // A conversation that started in the same second as a returned one would have been returned too, even at the edge.
    const isLookedAt = isWellInside(startedAt, row) || cameOfIt.some((one) => one.startedAt === startedAt);
    if (!isLookedAt) {
      return [];
    }
    const known = before.get(conversationId);
    const lastSeenAt = known ? known.lastSeenAt : lastReading(ledger, startedAt);
    const absence = { conversationId, startedAt, lastSeenAt, firstMissedAt: known?.firstMissedAt ?? row.fetchedAt };
    if (replacedBy !== null) {
      return [{ ...absence, erasedAt: row.fetchedAt, replacedBy }];
    }
    if (selection === "other" || (known && selection === "unknown")) {
      return [];
    }
    return [{ ...absence, erasedAt: known ? row.fetchedAt : null, replacedBy: null }];
  });
}

/** More than the second by which windows overlap. */
function isWellInside(startedAt: number, { fromAt, toAt }: TimeWindow): boolean {
  return startedAt > fromAt + SECOND_MS && startedAt < toAt - SECOND_MS;
}

function lastReading(ledger: readonly SyncWindowRow[], startedAt: number): number | null {
  const row = ledger.find(({ fromAt, toAt, state }) => state !== "failed" && fromAt <= startedAt && startedAt < toAt);
  return row?.fetchedAt ?? null;
}
