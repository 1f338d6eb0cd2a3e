import type { TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS } from "@/lib/shared/instants";
import { uncovered } from "./ledger";

const HOURS_OF_WEEK = 168;
/** How much a whole hour of news moves what is known of it. */
const NEWS = 0.3;
/** Days are busier or quieter as a whole: how much a window moves that level, and how far from it in time it holds. */
const LEVEL_NEWS = 0.5;
const LEVEL_REACH = 6 * HOUR_MS;
/** So many deviations above what is expected must still fit: a window too full costs eleven requests, a short one half. */
const DEVIATIONS = 4;
/** Fewer expected conversations say too little of the level. */
const LEAST_EXPECTED = 50;
/** Less than this share of an hour says too little of an hour that is not known yet. */
const LEAST_SHARE = 0.1;
/** Spread that is assumed until windows have shown their own: as a share of what was expected. */
const FIRST_SPREAD = 0.15;

/** What is known of how many conversations start when, to aim windows at just under what a query can reach. */
export interface Density {
  /** Learns from the starts (Unix ms) of a window's conversations, leaving out `bursts` (in order) with their time. */
  observe(window: TimeWindow, starts: readonly number[], bursts?: readonly TimeWindow[]): void;
  /** Learns from an hour that was copied earlier, `hour` in hours since 1970. */
  observeHour(hour: number, conversations: number): void;
  /** Conversations to be expected in a window; null before anything is known. */
  expect(window: TimeWindow): number | null;
  /** The start of the longest window that ends at `toAt` and will most likely hold at most `capacity` conversations. */
  reach(toAt: number, earliest: number, capacity: number): number | null;
}

/**
 * Rates by hour of week, in UTC; where an hour of the week is not known yet, the same hour of another day, and before
 * that the rate last seen. Poisson noise and the spread of past guesses leave room below the capacity.
 */
export function createDensity(): Density {
  const ofWeek = new Map<number, number>();
  const ofDay = new Map<number, number>();
  let latest: number | null = null;
  let spread = FIRST_SPREAD;
  let level = 1;
  let levelAt = Number.NEGATIVE_INFINITY;

  const rateAt = (instant: number): number | null => {
    const hour = Math.floor(instant / HOUR_MS);
    const usual = ofWeek.get(hour % HOURS_OF_WEEK) ?? ofDay.get(hour % 24);
    const isNear = Math.abs(instant - levelAt) <= LEVEL_REACH;
    return usual === undefined ? latest : usual * (isNear ? level : 1);
  };

  function learnHour(hour: number, seen: number, share: number): void {
    for (const [rates, key] of [
      [ofWeek, hour % HOURS_OF_WEEK],
      [ofDay, hour % 24],
    ] as const) {
      const known = rates.get(key);
      if (known !== undefined) {
        rates.set(key, known + (1 - (1 - NEWS) ** share) * (seen - known));
      } else if (share >= LEAST_SHARE) {
        rates.set(key, seen);
      }
    }
    latest = share >= LEAST_SHARE || latest === null ? seen : latest;
  }

  function expect({ fromAt, toAt }: TimeWindow): number | null {
    let sum = 0;
    for (const part of hoursOf({ fromAt, toAt })) {
      const rate = rateAt(part.fromAt);
      if (rate === null) {
        return null;
      }
      sum += (rate * (part.toAt - part.fromAt)) / HOUR_MS;
    }
    return sum;
  }

  return {
    expect,
    observe(window, starts, bursts = []) {
      const usual = starts.filter((start) => !bursts.some(({ fromAt, toAt }) => fromAt <= start && start <= toAt));
      const quiet = uncovered(window, bursts);
      const expected = quiet.reduce<number | null>((sum, part) => {
        const more = expect(part);
        return sum === null || more === null ? null : sum + more;
      }, 0);
      if (expected !== null && expected >= LEAST_EXPECTED) {
        const beyondNoise = Math.max(0, (usual.length - expected) ** 2 - expected) / expected ** 2;
        spread = Math.sqrt(0.95 * spread ** 2 + 0.05 * Math.min(1, beyondNoise));
        const held = Math.abs(window.toAt - levelAt) <= LEVEL_REACH ? level : 1;
        level = held * (1 + LEVEL_NEWS * (usual.length / expected - 1));
        levelAt = window.fromAt;
      }
      const counts = new Map<number, number>();
      for (const start of usual) {
        const hour = Math.floor(start / HOUR_MS);
        counts.set(hour, (counts.get(hour) ?? 0) + 1);
      }
      const shares = new Map<number, number>();
      for (const { fromAt, toAt } of quiet.flatMap(hoursOf)) {
        const hour = Math.floor(fromAt / HOUR_MS);
        shares.set(hour, (shares.get(hour) ?? 0) + (toAt - fromAt) / HOUR_MS);
      }
      for (const [hour, share] of [...shares].reverse()) {
        learnHour(hour, (counts.get(hour) ?? 0) / share, share);
      }
    },
    observeHour: (hour, conversations) => learnHour(hour, conversations, 1),
    reach(toAt, earliest, capacity) {
      let sum = 0;
      let fromAt = toAt;
      while (fromAt > earliest) {
        const next = Math.max(earliest, Math.ceil(fromAt / HOUR_MS - 1) * HOUR_MS);
        const rate = rateAt(next);
        if (rate === null) {
          return fromAt === toAt ? null : fromAt;
        }
        const more = (rate * (fromAt - next)) / HOUR_MS;
        if (isTooMany(sum + more, capacity, spread)) {
          return lastFit(fromAt, next, sum, more, (total) => isTooMany(total, capacity, spread));
        }
        sum += more;
        fromAt = next;
      }
      return earliest;
    },
  };
}

function isTooMany(expected: number, capacity: number, spread: number): boolean {
  return expected + DEVIATIONS * Math.sqrt(expected + (spread * expected) ** 2) > capacity;
}

/** Within the hour that is too many: as far back as still fits. */
function lastFit(from: number, to: number, sum: number, more: number, isOver: (total: number) => boolean): number {
  let fits = 0;
  let over = 1;
  for (let round = 0; round < 12; round += 1) {
    const middle = (fits + over) / 2;
    if (isOver(sum + more * middle)) {
      over = middle;
    } else {
      fits = middle;
    }
  }
  return from - fits * (from - to);
}

/** A window cut at full hours, oldest first. */
function hoursOf({ fromAt, toAt }: TimeWindow): TimeWindow[] {
  const parts: TimeWindow[] = [];
  for (let at = fromAt; at < toAt; ) {
    const next = Math.min(toAt, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    parts.push({ fromAt: at, toAt: next });
    at = next;
  }
  return parts;
}
