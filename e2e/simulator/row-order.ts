import { faultSeedOf, type RequestFaults } from "./fault-plan";
import { Random } from "./random";
import type { Question } from "./request";
import type { Listing } from "./source";

/** A repeat comes at least a whole page of the usual length after the row. */
const REPEAT_AFTER = 100;
const REPEAT_SPREAD = 300;

/** By a number of each row's own, so that a row that appears between two requests leaves the others in their order. */
function shuffle(listing: Listing, parts: readonly number[]): number[] {
  const keys = Float64Array.from({ length: listing.length }, (_, row) =>
    new Random(...parts, listing.identityOf(row)).uint(),
  );
  return [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

/**
 * Repeats stand a fixed number of rows after the row, and not at a place that depends on the window's length: so a row
 * that appears between two requests can push others to a later page, which repeats them, but none to an earlier one,
 * where a client that is past it would never see them.
 */
function withRepeats(rows: readonly number[], listing: Listing, share: number, parts: readonly number[]): number[] {
  const repeats = new Map<number, number[]>();
  for (const [place, row] of rows.entries()) {
    const random = new Random(...parts, listing.identityOf(row));
    if (!random.chance(share)) continue;
    const after = Math.min(place + random.int(REPEAT_AFTER, REPEAT_AFTER + REPEAT_SPREAD), rows.length - 1);
    repeats.set(after, [...(repeats.get(after) ?? []), row]);
  }
  return rows.flatMap((row, place) => [row, ...(repeats.get(place) ?? [])]);
}

/** The listing's rows, by number, in the order in which the window's pages hold them under the plan. */
export function orderRows(listing: Listing, { fromMs, toMs }: Question, { plan, number }: RequestFaults): number[] {
  const seed = faultSeedOf(plan);
  const isShuffled = plan.reorderPages || plan.unstableOrder;
  const rows = isShuffled
    ? shuffle(listing, [seed, fromMs, toMs, plan.unstableOrder ? number : -1, 4])
    : Array.from({ length: listing.length }, (_, row) => row);
  if (!plan.duplicateRows) return rows;
  return withRepeats(rows, listing, plan.duplicateRows, [seed, fromMs, toMs, 5]);
}
