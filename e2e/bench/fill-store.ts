import { readRecord } from "@/lib/kore/client";
import { replaceConversations } from "@/lib/store/conversations";
import type { Store } from "@/lib/store/engine";
import { replaceWindows } from "@/lib/store/ledger";
import { normalize } from "@/lib/sync/normalize";
import { recordsBetween } from "../simulator/centre";

const HOUR = 3_600_000;
const OFFSET = -330;
const PER_DAY = 10_000;

export interface Filled {
  conversations: number;
  fromAt: number;
  toAt: number;
  /** What normalising and storing cost, without making the records. */
  seconds: number;
}

/** Fills a store with at least `wanted` simulated conversations that end at `now`, window by window as the sync does. */
export async function fillStore(store: Store, wanted: number, now: number): Promise<Filled> {
  const toAt = Math.floor(now / HOUR) * HOUR;
  let fromAt = toAt;
  let conversations = 0;
  let seconds = 0;
  while (conversations < wanted) {
    fromAt -= HOUR;
    const centre = { seed: 11, conversationsPerDay: PER_DAY, homeZone: "Asia/Kolkata" };
    const records = recordsBetween(centre, fromAt, fromAt + HOUR, now, OFFSET);
    const before = performance.now();
    const rows = records.flatMap((record) => {
      const read = readRecord(record);
      return "record" in read ? [normalize(read.record, read.raw, OFFSET)] : [];
    });
    await store.db.transaction().execute((transaction) => replaceConversations(store, transaction, rows));
    seconds += (performance.now() - before) / 1000;
    conversations += rows.length;
  }
  const window = {
    fromAt,
    toAt,
    fetchedAt: now,
    state: "copied" as const,
    reason: null,
    rows: 0,
    requests: 0,
    knownRows: 0,
    numResults: null,
  };
  await replaceWindows(store.db, window, [window]);
  return { conversations, fromAt, toAt, seconds };
}
