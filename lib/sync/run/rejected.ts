import { hash } from "node:crypto";
import type { Kysely } from "kysely";
import { readRecord } from "@/lib/kore/client";
import { keyOfText } from "@/lib/kore/schema";
import type { TimeWindow } from "@/lib/kore/windows";
import { replaceConversations } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import type { ConversationRows, Database } from "@/lib/store/schema/schema";
import type { RejectedRecordRow, SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { raiseDataVersion } from "@/lib/store/sync/data-version";
import { readWindows } from "@/lib/store/sync/ledger";
import { forgetRejected, readRejectedAfter, readRejectedWithin } from "@/lib/store/sync/rejected";
import { normalize } from "@/lib/sync/normalize/normalize";
import { uncovered } from "@/lib/sync/plan/ledger";
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

/** A record that cannot be read, with its reason and the window in which it came (whole seconds, half-open). */
export function rejectedRow(record: string, reason: string, rejectedAt: number, window: TimeWindow): RejectedRecordRow {
  const recordHash = hash("sha256", record, "base64");
  return { recordHash, reason, record, rejectedAt, fromAt: window.fromAt, toAt: window.toAt };
}

/** A record is rejected no longer once it came so that it can be read, or all of its window was read again without it. */
export async function forgetOutdatedRejected(
  transaction: Kysely<Database>,
  window: TimeWindow,
  ledger: readonly SyncWindowRow[],
  conversations: readonly ConversationRows[],
): Promise<void> {
  const rejected = await readRejectedWithin(transaction, window);
  if (rejected.length === 0) {
    return;
  }
  const ids = new Set(conversations.flatMap((rows) => rows.conversations.map((row) => row.conversationId)));
  const isOutdated = ({ record, rejectedAt, ...span }: RejectedRecordRow) =>
    ids.has(keyOfText(record) ?? "") ||
    uncovered(
      span,
      ledger.filter((row) => row.state === "copied" && row.fetchedAt > rejectedAt),
    ).length === 0;
  await forgetRejected(
    transaction,
    rejected.filter(isOutdated).map(({ recordHash }) => recordHash),
  );
}
