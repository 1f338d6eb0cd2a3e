import { intersect, type TimeWindow } from "@/lib/kore/windows";
import type { Coverage, Incomplete, SyncReply } from "@/lib/shared/contract";
import { isoOf, isoOrNull } from "@/lib/shared/instants";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import type { UnfinishedSpan } from "@/lib/store/sync/unfinished";
import { copiedRows, uncovered } from "@/lib/sync/plan/ledger";
import { historyOf, lateWindows, type Wanted } from "@/lib/sync/plan/plan";

export interface StatusFacts {
  wanted: Wanted;
  ledger: readonly SyncWindowRow[];
  state: SyncReply["state"];
  isPaused: boolean;
  incomplete: Incomplete;
  lastError: string | null;
  traffic: SyncReply["traffic"];
  /** What stands open, oldest first. */
  unfinished: readonly UnfinishedSpan[];
  /** Seconds of history copied a second, in this process; null before anything was. */
  throughput: number | null;
}

const secondsOf = (windows: readonly TimeWindow[]) =>
  windows.reduce((sum, { fromAt, toAt }) => sum + (toAt - fromAt) / 1000, 0);

/**
 * What the copy covers and where it does not (`GET /api/sync`). The seconds since the last run are not a gap: they are
 * what `dataThrough` shows; those that were tried and failed are one.
 */
export function describeStatus(facts: StatusFacts): SyncReply {
  const { wanted, ledger, lastError, throughput } = facts;
  const history = historyOf(wanted);
  const copied = copiedRows(ledger);
  const newest = copied.at(-1);
  const through = newest ? Math.min(newest.toAt, history.toAt) : null;
  const tried = ledger.at(-1)?.toAt ?? history.toAt;
  const toAt = through === null ? history.toAt : Math.min(tried, history.toAt);
  const missing = uncovered({ ...history, toAt }, copied);
  const gaps = [
    ...missing.flatMap((gap) => gapsWithReasons(gap, ledger, lastError)),
    ...truncatedGaps(ledger, history),
  ];
  const total = secondsOf([history]);
  const left = secondsOf(missing);
  return {
    state: facts.state,
    complete: through !== null && gaps.length === 0,
    dataThrough: isoOrNull(through),
    progress: {
      done: total - left,
      total,
      remainingSeconds: left === 0 ? 0 : throughput === null || throughput <= 0 ? null : Math.ceil(left / throughput),
    },
    gaps: gaps.sort((a, b) => (a.from < b.from ? -1 : 1)),
    ...facts.incomplete,
    rejected: facts.incomplete.setAside,
    lastError,
    isPaused: facts.isPaused,
    coverage: coverageOf(history, ledger),
    traffic: facts.traffic,
    open: openOf(facts.unfinished, copied),
    overdueSince: overdueSince(wanted, copied),
  };
}

/** Up to when the copy reaches, and whether nothing is missing in a range as far as that. */
export function coverageWithin(
  { fromAt, toAt }: TimeWindow,
  ledger: readonly SyncWindowRow[],
): { dataThrough: string | null; complete: boolean } {
  const through = copiedRows(ledger).at(-1)?.toAt ?? null;
  const whole = { fromAt, toAt: Math.min(toAt, through ?? fromAt) };
  const copied = ledger.filter((row) => row.state === "copied");
  return {
    dataThrough: isoOrNull(through),
    complete: through !== null && through > fromAt && uncovered(whole, copied).length === 0,
  };
}

/** A gap cut where windows failed, each part with its own reason. */
function gapsWithReasons(
  gap: TimeWindow,
  ledger: readonly SyncWindowRow[],
  lastError: string | null,
): SyncReply["gaps"] {
  const failed = ledger.flatMap((row) => {
    const part = row.state === "failed" ? intersect(row, gap) : null;
    return part ? [{ ...part, reason: row.reason ?? "failed" }] : [];
  });
  const untried = uncovered(gap, failed).map((part) => ({ ...part, reason: lastError ?? "not copied yet" }));
  return [...failed, ...untried].map(({ fromAt, toAt, reason }) => ({ from: isoOf(fromAt), to: isoOf(toAt), reason }));
}

function truncatedGaps(ledger: readonly SyncWindowRow[], history: TimeWindow): SyncReply["gaps"] {
  const reason = "more conversations in one second than the source hands out";
  return ledger
    .flatMap((row) => (row.state === "truncated" && intersect(row, history)) || [])
    .map(({ fromAt, toAt }) => ({ from: isoOf(fromAt), to: isoOf(toAt), reason }));
}

/** The history in stretches of one state, oldest first; neighbours that were read alike are one. */
function coverageOf(history: TimeWindow, ledger: readonly SyncWindowRow[]): Coverage[] {
  const known = ledger.flatMap((row) => {
    const part = intersect(row, history);
    return part ? [{ ...part, state: row.state, readAt: row.fetchedAt as number | null }] : [];
  });
  const missing = uncovered(history, ledger).map((part) => ({ ...part, state: "missing" as const, readAt: null }));
  const merged: (TimeWindow & { state: Coverage["state"]; readAt: number | null })[] = [];
  for (const part of [...known, ...missing].sort((a, b) => a.fromAt - b.fromAt)) {
    const last = merged.at(-1);
    if (last && last.state === part.state && last.toAt === part.fromAt) {
      last.toAt = part.toAt;
      last.readAt = Math.min(last.readAt ?? 0, part.readAt ?? 0) || null;
    } else {
      merged.push({ ...part });
    }
  }
  return merged.map(({ fromAt, toAt, state, readAt }) => ({
    from: isoOf(fromAt),
    to: isoOf(toAt),
    state,
    readAt: isoOrNull(readAt),
  }));
}

/** Readings again that are twice as old as they should be: then the allowance is too little for them. */
function overdueSince(wanted: Wanted, copied: readonly SyncWindowRow[]): string | null {
  const late = lateWindows(wanted, copied);
  const readings = copied.filter((row) => late.some((window) => intersect(row, window))).map((row) => row.fetchedAt);
  return readings.length === 0 ? null : isoOf(Math.min(...readings));
}

/** How many stand open, and the oldest of the readings that they were last seen in: both lists are ordered. */
function openOf(unfinished: readonly UnfinishedSpan[], copied: readonly SyncWindowRow[]): SyncReply["open"] {
  let conversations = 0;
  let readAt = Number.POSITIVE_INFINITY;
  let index = 0;
  for (const { firstAt, lastAt, open } of unfinished.filter((span) => span.open > 0)) {
    conversations += open;
    while ((copied[index]?.toAt ?? Number.POSITIVE_INFINITY) <= firstAt) {
      index += 1;
    }
    for (let at = index; (copied[at]?.fromAt ?? Number.POSITIVE_INFINITY) <= lastAt; at += 1) {
      readAt = Math.min(readAt, copied[at]?.fetchedAt ?? readAt);
    }
  }
  return { conversations, readAt: Number.isFinite(readAt) ? isoOf(readAt) : null };
}
