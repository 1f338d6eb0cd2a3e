import type { TimeWindow } from "@/lib/kore/windows";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";

/** Pure arithmetic of half-open windows [fromAt, toAt) in Unix milliseconds. */

/** The parts of `whole` that no window covers, oldest first. `windows` must be ordered and must not overlap. */
export function uncovered(whole: TimeWindow, windows: readonly TimeWindow[]): TimeWindow[] {
  const gaps: TimeWindow[] = [];
  let at = whole.fromAt;
  for (const { fromAt, toAt } of windows) {
    if (fromAt > at && at < whole.toAt) {
      gaps.push({ fromAt: at, toAt: Math.min(fromAt, whole.toAt) });
    }
    at = Math.max(at, toAt);
  }
  return at < whole.toAt ? [...gaps, { fromAt: at, toAt: whole.toAt }] : gaps;
}

/**
 * The ledger after a window was read: what older windows it touched is cut back, so that every second stays in one
 * row. `ledger` must be ordered and its rows must not overlap. @returns the rows now in force and the span of starts
 * that they replace.
 */
export function withWindow(
  ledger: readonly SyncWindowRow[],
  added: SyncWindowRow,
): { ledger: SyncWindowRow[]; span: TimeWindow; changed: SyncWindowRow[] } {
  const first = ledger.findLastIndex((row) => row.toAt <= added.fromAt) + 1;
  const following = ledger.findIndex((row) => row.fromAt >= added.toAt);
  const end = following < 0 ? ledger.length : following;
  const touched = ledger.slice(first, end);
  const parts = touched.flatMap((row) => uncovered(row, [added]).map((part) => ({ ...row, ...part })));
  const changed = [...parts, added].sort((a, b) => a.fromAt - b.fromAt);
  const span = {
    fromAt: Math.min(added.fromAt, touched[0]?.fromAt ?? added.fromAt),
    toAt: Math.max(added.toAt, touched.at(-1)?.toAt ?? added.toAt),
  };
  return { ledger: ledger.toSpliced(first, touched.length, ...changed), span, changed };
}

/** Joins windows that touch or overlap, oldest first. */
export function merge(windows: readonly TimeWindow[]): TimeWindow[] {
  const merged: TimeWindow[] = [];
  for (const window of [...windows].sort((a, b) => a.fromAt - b.fromAt)) {
    const last = merged.at(-1);
    if (last && window.fromAt <= last.toAt) {
      last.toAt = Math.max(last.toAt, window.toAt);
    } else {
      merged.push({ fromAt: window.fromAt, toAt: window.toAt });
    }
  }
  return merged;
}

/** Rows whose time was read: also a truncated one, which is listed as a gap of its own. */
export function copiedRows(ledger: readonly SyncWindowRow[]): SyncWindowRow[] {
  return ledger.filter((row) => row.state !== "failed");
}
