import type { SyncReply } from "@/lib/shared/contract";
import type { SyncWindowRow } from "@/lib/store/schema";
import { uncovered } from "./ledger";
import { historyOf, type Wanted } from "./plan";

export interface StatusFacts {
  wanted: Wanted;
  ledger: readonly SyncWindowRow[];
  state: SyncReply["state"];
  rejected: number;
  lastError: string | null;
  /** Seconds of history copied a second, in this process; null before anything was. */
  pace: number | null;
}

const iso = (instant: number) => new Date(instant).toISOString();

/**
 * What the copy covers and where it does not (`GET /api/sync`). The seconds since the last run are not a gap: they are
 * what `dataThrough` tells.
 */
export function describeStatus({ wanted, ledger, state, rejected, lastError, pace }: StatusFacts): SyncReply {
  const history = historyOf(wanted);
  const newest = ledger.at(-1);
  const through = newest ? Math.min(newest.toAt, history.toAt) : null;
  const missing = uncovered({ ...history, toAt: through ?? history.toAt }, ledger);
  const truncated = ledger.filter((row) => row.state === "truncated");
  const gaps = [
    ...missing.map((gap) => ({ ...gap, reason: lastError ?? "not copied yet" })),
    ...truncated.map((gap) => ({ ...gap, reason: "more rows in one second than the source hands out" })),
  ].sort((a, b) => a.fromAt - b.fromAt);
  const total = (history.toAt - history.fromAt) / 1000;
  const left = missing.reduce((sum, gap) => sum + (gap.toAt - gap.fromAt) / 1000, 0);
  return {
    state,
    complete: through !== null && gaps.length === 0,
    dataThrough: through === null ? null : iso(through),
    progress: {
      done: total - left,
      total,
      remainingSeconds: left === 0 ? 0 : pace === null || pace === 0 ? null : Math.ceil(left / pace),
    },
    gaps: gaps.map(({ fromAt, toAt, reason }) => ({ from: iso(fromAt), to: iso(toAt), reason })),
    rejected,
    lastError,
  };
}
