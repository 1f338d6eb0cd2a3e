import type { SyncReply } from "@/lib/shared/contract";
import { HOUR_SECONDS, MINUTE_MS } from "@/lib/shared/instants";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { copiedRows } from "@/lib/sync/plan/ledger";

/** Least seconds of history to measure by: after the first minutes alone the estimate would be years. */
const LEAST_COVERED = HOUR_SECONDS;

/** Seconds of history copied per second, since the sync began. */
export function createThroughput(now: () => number) {
  let first: { at: number; covered: number } | null = null;
  return {
    /** What a run finds copied; only the first counts. */
    begin: (ledger: readonly SyncWindowRow[]) => {
      first ??= { at: now(), covered: coveredSeconds(ledger) };
    },
    /** Null where too little is copied yet to judge by. */
    measure: (ledger: readonly SyncWindowRow[] | null): number | null => {
      const elapsed = first ? (now() - first.at) / 1000 : 0;
      const covered = first && ledger ? coveredSeconds(ledger) - first.covered : 0;
      return elapsed > 0 && covered > LEAST_COVERED ? covered / elapsed : null;
    },
  };
}

function coveredSeconds(ledger: readonly SyncWindowRow[]): number {
  return copiedRows(ledger).reduce((sum, row) => sum + (row.toAt - row.fromAt) / 1000, 0);
}

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
