import { readRecord } from "@/lib/kore/client";
import { replaceConversations } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import type { ConversationRows } from "@/lib/store/schema/schema";
import type { RejectedRecordRow, SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { raiseDataVersion } from "@/lib/store/sync/data-version";
import { readWindows } from "@/lib/store/sync/ledger";
import { forgetRejected, readRejectedAfter } from "@/lib/store/sync/rejected";
import { normalize } from "@/lib/sync/normalize/normalize";
import { isTransient, type Log, traceOf } from "./failure";
import { renewNames } from "./renew-names";

const SLICE = 500;

/**
 * Reads every rejected record once more, since a newer version may be able to parse it: what can be read now is stored and is
 * rejected no longer, in one transaction. @returns how many.
 */
export async function readRejectedAgain(store: Store, timeZoneOffset: number): Promise<number> {
  const ledger = await readWindows(store.db);
  let reparsed = 0;
  let last: RejectedRecordRow | null = null;
  for (;;) {
    const rejected: RejectedRecordRow[] = await readRejectedAfter(store.db, last, SLICE);
    last = rejected.at(-1) ?? null;
    if (!last) {
      return reparsed;
    }
    const { hashes, conversations } = reparse(rejected, timeZoneOffset, ledger);
    if (hashes.length > 0) {
      await store.db.transaction().execute(async (transaction) => {
        const { namesToRenew } = await replaceConversations(store, transaction, conversations);
        const names = conversations.flatMap((rows) => rows.names);
        await renewNames(transaction, namesToRenew, names, { timeZoneOffset, readAt: last?.rejectedAt ?? 0 });
        await forgetRejected(transaction, hashes);
        await raiseDataVersion(transaction, "copy");
        await store.confirm(transaction);
      });
    }
    reparsed += hashes.length;
  }
}

/** The same at the start of the copy, which it must not hinder. @returns whether it need not be tried again. */
export async function tryRejected(store: Store, timeZoneOffset: number, log: Log): Promise<boolean> {
  try {
    const reparsed = await readRejectedAgain(store, timeZoneOffset);
    if (reparsed > 0) {
      log.info(`${reparsed} records that could not be read before are stored now.`);
    }
    return true;
  } catch (error) {
    if (isTransient(error)) {
      return false;
    }
    log.error(`The rejected records could not be read again: ${traceOf(error)}`);
    return true;
  }
}

/** Those that can be read now. Of one conversation the latest counts, and none where it was read again since. */
function reparse(
  rejected: readonly RejectedRecordRow[],
  timeZoneOffset: number,
  ledger: readonly SyncWindowRow[],
): { hashes: string[]; conversations: ConversationRows[] } {
  const hashes: string[] = [];
  const conversations = new Map<string, ConversationRows>();
  for (const { recordHash, record, rejectedAt } of rejected) {
    const read = readRecord(JSON.parse(record));
    if ("reason" in read) {
      continue;
    }
    const rows = normalize(read, { timeZoneOffset, readAt: rejectedAt });
    if ("reason" in rows) {
      continue;
    }
    hashes.push(recordHash);
    for (const { conversationId, startedAt } of rows.conversations) {
      const window = ledger.find((row) => row.fromAt <= startedAt && startedAt < row.toAt);
      if (window?.state !== "copied" || window.fetchedAt <= rejectedAt) {
        conversations.set(conversationId, rows);
      }
    }
  }
  return { hashes, conversations: [...conversations.values()] };
}
