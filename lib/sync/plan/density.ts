import type { TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS } from "@/lib/shared/instants";
import { uncovered } from "./ledger";

const HOURS_OF_WEEK = 168;
const HOURS_OF_DAY = 24;
/** Weight of a whole hour as it was seen against its rate so far. */
const RATE_WEIGHT = 0.3;
/** Days are busier or quieter as a whole: the weight of a window for that level, and how far from it in time it holds. */
const LEVEL_WEIGHT = 0.5;
const LEVEL_REACH = 6 * HOUR_MS;
/** Leave room for this many standard deviations: a window too full costs eleven requests, a short one half. */
const DEVIATIONS = 4;
/** Fewer expected conversations are too few to judge the level by. */
const LEAST_EXPECTED = 50;
/** Less than this share of an hour is too little to judge an hour by that is not known yet. */
const LEAST_SHARE = 0.1;
/** Spread that is assumed until windows have shown their own: as a share of what was expected. */
const FIRST_SPREAD = 0.15;

/** How many conversations start when, to aim windows at just under what a query can reach. */
export interface Density {
  /** Counts the starts (Unix ms) of a window's conversations, leaving out `bursts` (in order) with their time. */
  observe(window: TimeWindow, starts: readonly number[], bursts?: readonly TimeWindow[]): void;
  /** Counts an hour that was copied earlier, `hour` in hours since 1970. */
  observeHour(hour: number, conversations: number): void;
  /** Conversations to be expected in a window; null before anything is known. */
  expect(window: TimeWindow): number | null;
  /** The start of the longest window that ends at `toAt` and will most likely hold at most `capacity` conversations. */
  reach(toAt: number, earliest: number, capacity: number): number | null;
}

export function createDensity(): Density {
  return new HourlyRates();
}

/**
 * Rates by hour of week, in UTC; where an hour of the week is not known yet, the same hour of another day, and before
 * that the rate last seen. Poisson noise and the spread of past guesses leave room below the capacity.
 */
class HourlyRates implements Density {
  private readonly ofWeek = new Map<number, number>();
  private readonly ofDay = new Map<number, number>();
  private latest: number | null = null;
  private spread = FIRST_SPREAD;
  private level = 1;
  private levelAt = Number.NEGATIVE_INFINITY;

  observe(window: TimeWindow, starts: readonly number[], bursts: readonly TimeWindow[] = []): void {
    const usual = starts.filter((start) => !bursts.some(({ fromAt, toAt }) => fromAt <= start && start <= toAt));
    const quiet = uncovered(window, bursts);
    this.observeLevel(window, usual.length, quiet);
    const counts = new Map<number, number>();
    for (const start of usual) {
      addTo(counts, hourOf(start), 1);
    }
    const shares = new Map<number, number>();
    for (const { fromAt, toAt } of quiet.flatMap(hoursOf)) {
      addTo(shares, hourOf(fromAt), (toAt - fromAt) / HOUR_MS);
    }
    for (const [hour, share] of [...shares].reverse()) {
      this.observeRate(hour, (counts.get(hour) ?? 0) / share, share);
    }
  }

  observeHour(hour: number, conversations: number): void {
    this.observeRate(hour, conversations, 1);
  }

  /** A property, so that it can be passed as a callback. */
  readonly expect = ({ fromAt, toAt }: TimeWindow): number | null => {
    let sum = 0;
    for (const part of hoursOf({ fromAt, toAt })) {
      const rate = this.rateAt(part.fromAt);
      if (rate === null) {
        return null;
      }
      sum += (rate * (part.toAt - part.fromAt)) / HOUR_MS;
    }
    return sum;
  };

  reach(toAt: number, earliest: number, capacity: number): number | null {
    let sum = 0;
    let fromAt = toAt;
    while (fromAt > earliest) {
      const next = Math.max(earliest, Math.ceil(fromAt / HOUR_MS - 1) * HOUR_MS);
      const rate = this.rateAt(next);
      if (rate === null) {
        return fromAt === toAt ? null : fromAt;
      }
      const more = (rate * (fromAt - next)) / HOUR_MS;
      if (isTooMany(sum + more, capacity, this.spread)) {
        return lastFit(fromAt, next, sum, more, (total) => isTooMany(total, capacity, this.spread));
      }
      sum += more;
      fromAt = next;
    }
    return earliest;
  }

  private rateAt(instant: number): number | null {
    const hour = hourOf(instant);
    const usual = this.ofWeek.get(hour % HOURS_OF_WEEK) ?? this.ofDay.get(hour % HOURS_OF_DAY);
    return usual === undefined ? this.latest : usual * this.levelNear(instant);
  }

  private levelNear(instant: number): number {
    return Math.abs(instant - this.levelAt) <= LEVEL_REACH ? this.level : 1;
  }

  /** How busy the day is, and how far off the guesses are. */
  private observeLevel(window: TimeWindow, seen: number, quiet: readonly TimeWindow[]): void {
    const expected = this.expectAll(quiet);
    if (expected !== null && expected >= LEAST_EXPECTED) {
      const beyondNoise = Math.max(0, (seen - expected) ** 2 - expected) / expected ** 2;
      this.spread = Math.sqrt(0.95 * this.spread ** 2 + 0.05 * Math.min(1, beyondNoise));
      this.level = this.levelNear(window.toAt) * (1 + LEVEL_WEIGHT * (seen / expected - 1));
      this.levelAt = window.fromAt;
    }
  }

  private expectAll(parts: readonly TimeWindow[]): number | null {
    return parts.reduce<number | null>((sum, part) => {
      const more = this.expect(part);
      return sum === null || more === null ? null : sum + more;
    }, 0);
  }

  private observeRate(hour: number, seen: number, share: number): void {
    observeIn(this.ofWeek, hour % HOURS_OF_WEEK, seen, share);
    observeIn(this.ofDay, hour % HOURS_OF_DAY, seen, share);
    this.latest = share >= LEAST_SHARE || this.latest === null ? seen : this.latest;
  }
}

/** Moves a rate toward what was seen, by how much of the hour was. */
function observeIn(rates: Map<number, number>, key: number, seen: number, share: number): void {
  const known = rates.get(key);
  if (known !== undefined) {
    rates.set(key, known + (1 - (1 - RATE_WEIGHT) ** share) * (seen - known));
  } else if (share >= LEAST_SHARE) {
    rates.set(key, seen);
  }
}

const hourOf = (instant: number) => Math.floor(instant / HOUR_MS);

function addTo(sums: Map<number, number>, key: number, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}

function isTooMany(expected: number, capacity: number, spread: number): boolean {
  return expected + DEVIATIONS * Math.sqrt(expected + (spread * expected) ** 2) > capacity;
}

/** Finds, within the hour in which the capacity is exceeded, how far back still fits. */
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
