import { HOUR_MS } from "@/lib/shared/instants";
import { LEAST_IN_CROWD, LONGEST_BURST, TIMES_EXPECTED } from "./crowd";

const HOURS_OF_DAY = 24;
const HOURS_OF_WEEK = 168;
/** The shortest crowd that is no burst can touch so many full hours and one more. */
const MOST_HOURS = Math.ceil(LONGEST_BURST / HOUR_MS) + 1;

/**
 * The hours that hold no burst, of conversations by hour since 1970. A burst's hours hold several times as many as the
 * same hour of other days and, where they are known, of other weeks; and they are too few on end to be a habit.
 */
export function withoutBursts(counts: ReadonlyMap<number, number>): Map<number, number> {
  const hours = [...counts.keys()];
  const othersOf = (hour: number, period: number) =>
    hours.flatMap((other) => (other !== hour && (other - hour) % period === 0 ? (counts.get(other) ?? 0) : []));
  const isFarAbove = (hour: number) => {
    const count = counts.get(hour) ?? 0;
    const ofDays = othersOf(hour, HOURS_OF_DAY);
    return (
      count >= LEAST_IN_CROWD &&
      ofDays.length > 0 &&
      [ofDays, othersOf(hour, HOURS_OF_WEEK)].every((others) => medianOf(others) * TIMES_EXPECTED <= count)
    );
  };
  const above = new Set(hours.filter(isFarAbove));
  const isBurst = (hour: number) => above.has(hour) && lengthOfRun(above, hour) <= MOST_HOURS;
  return new Map([...counts].filter(([hour]) => !isBurst(hour)));
}

/** How many hours on end stand in the set around this one. */
function lengthOfRun(hours: ReadonlySet<number>, hour: number): number {
  let [first, last] = [hour, hour];
  while (hours.has(first - 1)) {
    first -= 1;
  }
  while (hours.has(last + 1)) {
    last += 1;
  }
  return last - first + 1;
}

/** The lower one of two in the middle; 0 of none. */
function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}
