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
  /** Before this reading: by it is known when what is missing was last seen. */
  ledger: readonly SyncWindowRow[];
  conversations: readonly ConversationRows[];
  /** Those of them that were new or changed. */
  written: readonly ConversationRows[];
  rejected: readonly RejectedRecordRow[];
}

/**
 * Follows what the source no longer holds, in the window's transaction. A conversation that two whole readings on end
 * have missed is erased, where the source is known to select by the start; a session of the bot's that an agent's
 * conversation has become goes with the first reading that holds the conversation alone. @returns how many went, and
 * the names that stood on their records.
 */
export async function followAbsences(
  transaction: Kysely<Database>,
  read: WindowRead,
): Promise<{ gone: number; namesToRenew: NameRow[] }> {
  const { row, window, conversations, rejected, reading } = read;
  const nothing = { gone: 0, namesToRenew: [] };
  // Each reading with other edges is evidence anew of what the source selects by; one odd record counts against it once.
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
    // Any of what is missing may be what cannot be read.
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
    // What started in the same second as one that came would have come with it, also at the edge.
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
