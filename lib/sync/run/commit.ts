import { hash } from "node:crypto";
import type { Kysely } from "kysely";
import type { ReadRecord } from "@/lib/kore/client";
import { keyOfText } from "@/lib/kore/schema";
import { type TimeWindow, wholeSeconds } from "@/lib/kore/windows";
import { replaceConversations } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import type { ConversationRows, Database } from "@/lib/store/schema/schema";
import type { RejectedRecordRow, SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { raiseDataVersion } from "@/lib/store/sync/data-version";
import { replaceWindows } from "@/lib/store/sync/ledger";
import { forgetRejected, readRejectedWithin, replaceRejected } from "@/lib/store/sync/rejected";
import { normalize } from "@/lib/sync/normalize/normalize";
import type { Reading } from "@/lib/sync/normalize/vendor-times";
import { merge, uncovered, withWindow } from "@/lib/sync/plan/ledger";
import { followAbsences } from "./absences";
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
      const recordHash = hash("sha256", read.raw, "base64");
      const { fromAt, toAt } = wholeSeconds(window);
      fetched.rejected.push({ recordHash, reason: rows.reason, record: read.raw, rejectedAt: readAt, fromAt, toAt });
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
      await forgetOutdated(transaction, row, next.ledger, conversations);
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

/** A record is rejected no longer once it came so that it can be read, or all of its window was read again without it. */
async function forgetOutdated(
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
