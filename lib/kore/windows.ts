const SECOND = 1000;
const DAY = 86_400_000;

/** Conversations in [fromAt, toAt), Unix milliseconds, whole seconds. */
export interface Window {
  fromAt: number;
  toAt: number;
}

export const PAGE_SIZE = 100;
/** `offset` 0 to 10 (vendor's page). */
export const PAGES_REACHABLE = 11;
/** The vendor allows 7 days, and a request reaches a second further back than its window. */
export const LONGEST_WINDOW = 7 * DAY - SECOND;
/** Times are whole seconds: nothing shorter can be asked for. */
export const SHORTEST_WINDOW = SECOND;

export const lengthOf = ({ fromAt, toAt }: Window) => toAt - fromAt;

/** The common part of two windows, null where there is none. */
export function intersect(a: Window, b: Window): Window | null {
  const fromAt = Math.max(a.fromAt, b.fromAt);
  const toAt = Math.min(a.toAt, b.toAt);
  return fromAt < toAt ? { fromAt, toAt } : null;
}

/** Widened to whole seconds. */
export function wholeSeconds({ fromAt, toAt }: Window): Window {
  return { fromAt: Math.floor(fromAt / SECOND) * SECOND, toAt: Math.ceil(toAt / SECOND) * SECOND };
}

/**
 * Where to cut a window that held more than can be reached: at the median start of what came, so that both parts hold
 * about as much however unevenly it lies; in the middle where nothing tells.
 */
export function splitAt({ fromAt, toAt }: Window, starts: readonly number[]): number {
  const inside = starts.filter((start) => start >= fromAt && start < toAt).sort((a, b) => a - b);
  const median = inside[Math.floor(inside.length / 2)] ?? (fromAt + toAt) / 2;
  const cut = Math.round(median / SECOND) * SECOND;
  return Math.min(toAt - SECOND, Math.max(fromAt + SECOND, cut));
}
