import { createHash } from "node:crypto";
import type { KoreClient, Window, WindowReply } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import type { Clock } from "@/lib/kore/limiter";
import { replaceConversations } from "@/lib/store/conversations";
import type { Store } from "@/lib/store/engine";
import { keepRejected, readWindows, replaceWindows } from "@/lib/store/ledger";
import type { SyncWindowRow } from "@/lib/store/schema";
import { withWindow } from "./ledger";
import { normalize } from "./normalize";
import { FIRST_WINDOW, nextLength, nextWindow, SHORTEST_WINDOW, type Wanted } from "./plan";

export interface RunOptions {
  store: Store;
  client: KoreClient;
  clock: Clock;
  /** Uniform in [0, 1): spreads retries. */
  random: () => number;
  historyDays: number;
  rereadDays: number;
  intervalSeconds: number;
}

export interface RunWatcher {
  onLedger(ledger: readonly SyncWindowRow[], wanted: Wanted): void;
  onTrouble(error: KoreError): void;
  isStopped(): boolean;
}

const TRIES = 6;
const LONGEST_PAUSE = 60_000;

/**
 * Copies all that is wanted, newest first, one window after the other; each window's rows and its ledger row commit
 * together (ARCHITECTURE, rule 3). @throws KoreError when the vendor refuses, or fails again and again.
 */
export async function runSync(options: RunOptions, watcher: RunWatcher): Promise<void> {
  const { store, clock, historyDays, rereadDays } = options;
  let ledger = await readWindows(store.db);
  let runAt = clock.now();
  let length = FIRST_WINDOW;
  while (!watcher.isStopped()) {
    if (clock.now() - runAt >= options.intervalSeconds * 1000) {
      runAt = clock.now();
    }
    const wanted = { runAt, historyDays, rereadDays };
    watcher.onLedger(ledger, wanted);
    const window = nextWindow(wanted, ledger, length);
    if (!window) {
      return;
    }
    const fetchedAt = clock.now();
    const reply = await fetchPatiently(options, watcher, window);
    ledger = await commitWindow(options, ledger, window, reply, fetchedAt);
    length = nextLength(window, reply.records.length, reply.isFull, length);
  }
}

/** A full window keeps its rows but vouches for nothing, unless it is one second and cannot be split. */
async function commitWindow(
  { store, client }: RunOptions,
  ledger: SyncWindowRow[],
  window: Window,
  { records, isFull }: WindowReply,
  fetchedAt: number,
): Promise<SyncWindowRow[]> {
  const conversations = records.flatMap((read) =>
    "record" in read ? [normalize(read.record, read.raw, client.timeZoneOffset)] : [],
  );
  const rejected = records.flatMap((read) =>
    "reason" in read
      ? [{ recordHash: hashOf(read.raw), reason: read.reason, record: read.raw, rejectedAt: fetchedAt }]
      : [],
  );
  const isFinished = !isFull || window.toAt - window.fromAt <= SHORTEST_WINDOW;
  const state = isFull ? "truncated" : "copied";
  const next = isFinished ? withWindow(ledger, { ...window, fetchedAt, state }) : null;
  await store.db.transaction().execute(async (transaction) => {
    await replaceConversations(store, transaction, conversations);
    await keepRejected(transaction, rejected);
    if (next) {
      await replaceWindows(transaction, next.span, next.changed);
    }
  });
  return next?.ledger ?? ledger;
}

async function fetchPatiently({ client, clock, random }: RunOptions, watcher: RunWatcher, window: Window) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await client.fetchWindow(window);
    } catch (error) {
      if (!(error instanceof KoreError)) {
        throw error;
      }
      watcher.onTrouble(error);
      if (!error.isPassing || attempt === TRIES || watcher.isStopped()) {
        throw error;
      }
      const backoff = Math.min(LONGEST_PAUSE, 1000 * 2 ** attempt) * (0.5 + random() / 2);
      await clock.sleep(error.retryAfterSeconds === null ? backoff : error.retryAfterSeconds * 1000);
    }
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
