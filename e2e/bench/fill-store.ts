import { readRecord } from "@/lib/kore/client";
import type { Store } from "@/lib/store/engine";
import { commitWindow, normalizeAll } from "@/lib/sync/commit";
import { recordsBetween } from "../simulator/centre";

const HOUR = 3_600_000;
const OFFSET = -330;
const CENTRE = { seed: 11, conversationsPerDay: 10_000, homeZone: "Asia/Kolkata" };

/** Fills a store with simulated conversations, newest first, window by window, by the sync's own steps. */
export function createFiller(store: Store, now: number) {
  let fromAt = Math.floor(now / HOUR) * HOUR;
  let conversations = 0;

  /** What reading, normalising and storing cost, without making the records: time on the clock, and of one core. */
  async function fillUpTo(target: number): Promise<{ rows: number; seconds: number; coreSeconds: number }> {
    let rows = 0;
    let seconds = 0;
    let coreSeconds = 0;
    while (conversations + rows < target) {
      const window = { fromAt: fromAt - 2 * HOUR, toAt: fromAt };
      const records = recordsBetween(CENTRE, window.fromAt, window.toAt, now, OFFSET);
      const before = performance.now();
      const used = process.cpuUsage();
      const brought = await normalizeAll(records.map(readRecord), OFFSET, window, now);
      const counts = { rows: records.length, requests: 0, knownRows: 0, numResults: null };
      await commitWindow(store, [], brought, { ...window, fetchedAt: now, state: "copied", reason: null, ...counts });
      seconds += (performance.now() - before) / 1000;
      const { user, system } = process.cpuUsage(used);
      coreSeconds += (user + system) / 1e6;
      rows += records.length;
      fromAt = window.fromAt;
    }
    conversations += rows;
    return { rows, seconds, coreSeconds };
  }

  return { fillUpTo, conversations: () => conversations, fromAt: () => fromAt };
}
