import type { ReadRecord } from "@/lib/kore/client";
import { type TimeWindow, wholeSeconds } from "@/lib/kore/windows";
import { replaceConversations } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import type { ConversationRows } from "@/lib/store/schema/schema";
import type { RejectedRecordRow, SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { raiseDataVersion } from "@/lib/store/sync/data-version";
import { replaceWindows } from "@/lib/store/sync/ledger";
import { replaceRejected } from "@/lib/store/sync/rejected";
import { normalize } from "@/lib/sync/normalize/normalize";
import type { Reading } from "@/lib/sync/normalize/vendor-times";
import { merge, withWindow } from "@/lib/sync/plan/ledger";
import { followAbsences } from "./absences";
import { forgetOutdatedRejected, rejectedRow } from "./rejected";
import { renewNames } from "./renew-names";

const SLICE = 100;

/** What a window fetched, as rows of the store. */
export interface FetchedWindow {
  conversations: ConversationRows[];
  rejected: RejectedRecordRow[];
  /** Starts of the conversations, Unix milliseconds. */
  starts: number[];
  /** The window that was requested, and how its records were read. */
  window: TimeWindow;
  reading: Reading;
}

/** A window of which nothing could be read. */
export function nothingOf(window: TimeWindow, reading: Reading): FetchedWindow {
  return { conversations: [], rejected: [], starts: [], window, reading };
}

/** Turns records into rows, a page at a time, so that requests are answered in between. */
export async function normalizeAll(
  records: readonly ReadRecord[],
  timeZoneOffset: number,
  window: TimeWindow,
  readAt: number,
): Promise<FetchedWindow> {
  const reading = { timeZoneOffset, readAt };
  const fetched = nothingOf(window, reading);
  for (const [index, read] of records.entries()) {
    if (index > 0 && index % SLICE === 0) {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    const rows = "record" in read ? normalize(read, reading) : read;
    if ("reason" in rows) {
      fetched.rejected.push(rejectedRow(read.raw, rows.reason, readAt, wholeSeconds(window)));
    } else {
      fetched.conversations.push(rows);
      fetched.starts.push(...rows.conversations.map((row) => row.startedAt));
    }
  }
  return fetched;
}

/**
 * Writes what a window fetched and, where it is read whole, its ledger row, in one transaction
 * (lib/README.md, rule 3). @returns the ledger then in force.
 */
export async function commitWindow(
  store: Store,
  ledger: readonly SyncWindowRow[],
  fetched: FetchedWindow,
  row: SyncWindowRow | null,
): Promise<{ ledger: readonly SyncWindowRow[]; written: number }> {
  const { conversations, rejected, reading } = fetched;
  return store.db.transaction().execute(async (transaction) => {
    const { written, known, namesToRenew } = await replaceConversations(store, transaction, conversations);
    const next = row && withWindow(ledger, { ...row, knownRows: known });
    if (next) {
      await forgetOutdatedRejected(transaction, row, next.ledger, conversations);
    }
    await replaceRejected(transaction, row?.state === "copied" ? row : null, rejected);
    const absences = await followAbsences(transaction, { ...fetched, written, row, ledger });
    if (next) {
      await replaceWindows(transaction, next.span, next.changed);
    }
    await renewNames(
      transaction,
      [...namesToRenew, ...absences.namesToRenew],
      conversations.flatMap((rows) => rows.names),
      reading,
    );
    const isChanged = written.length > 0 || absences.gone > 0;
    if (isChanged || (next && coverageOf(next.ledger) !== coverageOf(ledger))) {
      await raiseDataVersion(transaction, "copy");
    }
    await store.confirm(transaction);
    return { ledger: next?.ledger ?? ledger, written: written.length };
  });
}

/** What is copied whole, whenever it was read: all of the ledger that a reply's `complete` and `dataThrough` show. */
function coverageOf(ledger: readonly SyncWindowRow[]): string {
  const states = ["copied", "truncated"].map((state) => merge(ledger.filter((row) => row.state === state)));
  return JSON.stringify(states);
}
