import { DAY_MS, SECOND_MS } from "@/lib/shared/instants";

/** Conversations in [fromAt, toAt), Unix milliseconds, whole seconds. */
export interface TimeWindow {
  fromAt: number;
  toAt: number;
}

export const PAGE_SIZE = 100;
/** `offset` 0 to 10 (vendor's page). */
export const PAGES_REACHABLE = 11;
/** The vendor allows 7 days, and a request reaches a second further back than its window. */
export const LONGEST_WINDOW = 7 * DAY_MS - SECOND_MS;
/** Times are whole seconds: nothing shorter can be requested. */
export const SHORTEST_WINDOW = SECOND_MS;

export const lengthOf = ({ fromAt, toAt }: TimeWindow) => toAt - fromAt;

/** The common part of two windows, null where there is none. */
export function intersect(a: TimeWindow, b: TimeWindow): TimeWindow | null {
  const fromAt = Math.max(a.fromAt, b.fromAt);
  const toAt = Math.min(a.toAt, b.toAt);
  return fromAt < toAt ? { fromAt, toAt } : null;
}

/** Widened to whole seconds. */
export function wholeSeconds({ fromAt, toAt }: TimeWindow): TimeWindow {
  return { fromAt: Math.floor(fromAt / SECOND_MS) * SECOND_MS, toAt: Math.ceil(toAt / SECOND_MS) * SECOND_MS };
}

/**
 * Where to cut a window that held more than can be reached: at the median start of what came, so that both parts hold
 * about as much however unevenly it lies; in the middle where nothing came. A crowded second is cut off with the one
 * after it, in whose window it comes too.
 */
export function splitAt({ fromAt, toAt }: TimeWindow, starts: readonly number[]): number {
  const inside = starts.filter((start) => start >= fromAt && start < toAt).sort((a, b) => a - b);
  const crowd = crowdedSecond(starts.filter((start) => start >= fromAt - SECOND_MS && start <= toAt));
  const median = crowd === null ? inside[Math.floor(inside.length / 2)] : crowd + 2 * SECOND_MS;
  const cut = Math.round((median ?? (fromAt + toAt) / 2) / SECOND_MS) * SECOND_MS;
  return Math.min(toAt - SECOND_MS, Math.max(fromAt + SECOND_MS, cut));
}

/** The second in which half of what came started; null where none did, or too few to judge by. */
function crowdedSecond(starts: readonly number[]): number | null {
  const sorted = [...starts].sort((a, b) => a - b);
  const quarter = sorted[Math.floor(sorted.length / 4)] ?? null;
  return sorted.length >= PAGE_SIZE && quarter === sorted[Math.floor((sorted.length * 3) / 4)] ? quarter : null;
}
