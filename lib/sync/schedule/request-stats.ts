import type { SyncReply } from "@/lib/shared/contract";
import { MINUTE_MS } from "@/lib/shared/instants";

/** Counts requests and rows since the process started, and rows a second over the last minute. */
export function createRequestStats(requestsPerMinute: number, now: () => number) {
  let requests = 0;
  let rows = 0;
  let recent: { at: number; rows: number }[] = [];
  return {
    add(facts: { requests: number; rows: number }): void {
      requests += facts.requests;
      rows += facts.rows;
      recent.push({ at: now(), rows: facts.rows });
    },
    report(): SyncReply["traffic"] {
      recent = recent.filter(({ at }) => now() - at < MINUTE_MS);
      const came = recent.reduce((sum, { rows: count }) => sum + count, 0);
      return { requests, requestsPerMinute, rows, rowsPerSecond: Math.round((came / MINUTE_MS) * 1000 * 10) / 10 };
    },
  };
}
