import { readRecord } from "@/lib/kore/client";
import { HOUR_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { commitWindow, normalizeAll } from "@/lib/sync/run/commit";
import { recordsBetween } from "../simulator/centre";

const OFFSET = -330;
const CENTRE = { seed: 11, conversationsPerDay: 10_000, homeZone: "Asia/Kolkata" };

export interface Cost {
  rows: number;
  /** All of it, on the clock. */
  seconds: number;
  /** Normalising and storing, of one core. */
  coreSeconds: number;
  /** Reading and checking the records, of one core. */
  readSeconds: number;
}

function coreSince(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

/** Fills a store with simulated conversations, back from an instant, window by window, by the sync's own steps. */
export function createFiller(store: Store, now: number, filledFrom = Math.floor(now / HOUR_MS) * HOUR_MS) {
  let fromAt = filledFrom;
  let conversations = 0;

  /** What reading, and what normalising and storing cost, without making the records: on the clock, and of one core. */
  async function fillUpTo(target: number): Promise<Cost> {
    let rows = 0;
    let seconds = 0;
    let coreSeconds = 0;
    let readSeconds = 0;
    while (conversations + rows < target) {
      const window = { fromAt: fromAt - 2 * HOUR_MS, toAt: fromAt };
      const records = recordsBetween(CENTRE, window.fromAt, window.toAt, now, OFFSET);
      const before = performance.now();
      const begun = process.cpuUsage();
      const read = records.map(readRecord);
      readSeconds += coreSince(begun);
      const used = process.cpuUsage();
      const fetched = await normalizeAll(read, OFFSET, window, now);
      const counts = { rows: records.length, requests: 0, knownRows: 0, numResults: null };
      await commitWindow(store, [], fetched, { ...window, fetchedAt: now, state: "copied", reason: null, ...counts });
      seconds += (performance.now() - before) / 1000;
      coreSeconds += coreSince(used);
      rows += records.length;
      fromAt = window.fromAt;
    }
    conversations += rows;
    return { rows, seconds, coreSeconds, readSeconds };
  }

  return { fillUpTo, conversations: () => conversations, fromAt: () => fromAt };
}
