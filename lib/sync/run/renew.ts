import { readRecord } from "@/lib/kore/client";
import { SECOND_MS } from "@/lib/shared/instants";
import { removeConversations, replaceConversations } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import type { ConversationRows } from "@/lib/store/schema/schema";
import type { RejectedRecordRow } from "@/lib/store/schema/schema-sync";
import { raiseDataVersion } from "@/lib/store/sync/data-version";
import { readOutdatedRecords } from "@/lib/store/sync/incomplete";
import { replaceRejected } from "@/lib/store/sync/rejected";
import { normalize } from "@/lib/sync/normalize/normalize";
import type { Reading } from "@/lib/sync/normalize/vendor-times";
import { isTransient, type Log, traceOf } from "./failure";
import { rejectedRow } from "./rejected";
import { renewNames } from "./renew-names";

const SLICE = 250;

/**
 * Makes the rows of the newest records anew that older rules made, out of the stored raw records, in one transaction.
 * What cannot be believed any longer is set aside. Where the process ends in between, the next goes on.
 * @returns how many records; 0 once there are no more.
 */
export async function renewRecords(store: Store, reading: Reading): Promise<number> {
  const outdated = await readOutdatedRecords(store.db, SLICE);
  if (outdated.length === 0) {
    return 0;
  }
  const renewed: ConversationRows[] = [];
  const rejected: RejectedRecordRow[] = [];
  for (const { startedAt, record } of outdated) {
    const read = readRecord(JSON.parse(record));
    const rows = "reason" in read ? read : normalize({ ...read, raw: record }, reading);
    if ("reason" in rows) {
      const window = { fromAt: startedAt, toAt: startedAt + SECOND_MS };
      rejected.push(rejectedRow(record, rows.reason, reading.readAt, window));
    } else {
      renewed.push(rows);
    }
  }
  // What is set aside, and what newer rules read another id from.
  const renewedIds = new Set(renewed.flatMap((rows) => rows.rawRecords.map((raw) => raw.conversationId)));
  const removed = outdated.map(({ conversationId }) => conversationId).filter((id) => !renewedIds.has(id));
  await store.db.transaction().execute(async (transaction) => {
    const namesOfRemoved = await removeConversations(transaction, removed);
    const { namesToRenew } = await replaceConversations(store, transaction, renewed);
    const names = renewed.flatMap((rows) => rows.names);
    await renewNames(transaction, [...namesOfRemoved, ...namesToRenew], names, reading);
    await replaceRejected(transaction, null, rejected);
    await raiseDataVersion(transaction, "copy");
    await store.confirm(transaction);
  });
  return outdated.length;
}

/** Re-parses outdated records beside the sync, which it neither hinders nor waits for. */
export interface Renewal {
  /** One slice, where there is one. @returns whether there may be more. */
  next(store: Store): Promise<boolean>;
}

export function createRenewal(timeZoneOffset: number, now: () => number, log: Log): Renewal {
  let isDone = false;
  let renewed = 0;
  return {
    next: async (store) => {
      if (isDone) {
        return false;
      }
      try {
        const records = await renewRecords(store, { timeZoneOffset, readAt: now() });
        renewed += records;
        isDone = records === 0;
        if (isDone && renewed > 0) {
          log.info(`${renewed} stored records were read again by the rules of this version.`);
        }
      } catch (error) {
        if (isTransient(error)) {
          return false;
        }
        isDone = true;
        log.error(`Stored records could not be read again by the rules of this version: ${traceOf(error)}`);
      }
      return !isDone;
    },
  };
}
