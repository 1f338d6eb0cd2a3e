import { intersect, lengthOf, SHORTEST_WINDOW, splitAt, type TimeWindow } from "@/lib/kore/windows";
import { MINUTE_MS, SECOND_MS } from "@/lib/shared/instants";

/** This many consecutive rows, at that many times the expected rate, are a crowd rather than chance. */
export const LEAST_IN_CROWD = 25;
export const TIMES_EXPECTED = 4;
/** A longer crowd is not a burst: it may be the new usual rate. In milliseconds. */
export const LONGEST_BURST = 30 * MINUTE_MS;
/** Outliers: a row at either end is left out if its gap exceeds both that multiple of the median and that many ms. */
const STRAGGLES = 10;
const LEAST_NEAR = 10 * SECOND_MS;
/** Assumed ratio of a crowd's real density to that of the rows received. */
const GUESS_TIMES = 4;
/** The rate at the old end of a window is judged by so many of its oldest rows. */
const EDGE_ROWS = 100;
/** A crowd's rate is known from few rows and varies: leave room for this many standard deviations. */
const DEVIATIONS = 3;
const SPREAD = 0.08;

/**
 * A stretch that is known to hold a crowd: many more conversations than are usual there. It is read from its new end to
 * its old one, window after window, and is forgotten once all of it is read.
 */
export interface Crowd extends TimeWindow {
  /** The latest start of a window that ends at `toAt` and is known to hold too much; null where none is known. */
  tooFullFrom: number | null;
  /** Number of consecutive overfull windows that end at `toAt`. */
  tooFullTimes: number;
  /** Starts of rows that came in windows that held too much, in order: not all that there are. */
  starts: readonly number[];
  /** Conversations in a millisecond just after `toAt`, where they were read whole; null where they were not. */
  rate: number | null;
}

/** A short crowd that was read whole. */
export interface Burst extends TimeWindow {
  rows: number;
}

type Expect = (window: TimeWindow) => number | null;

/** Stretches in which the starts (in order) crowd together far beyond what is expected, oldest first. */
export function findCrowds(starts: readonly number[], expect: Expect): TimeWindow[] {
  return joinRuns(starts, LEAST_IN_CROWD, expect).map((span) =>
    withoutStragglers(starts.filter((start) => start >= span.fromAt && start <= span.toAt)),
  );
}

/** From the first to the last start, without outliers at either end. */
function withoutStragglers(starts: readonly number[]): TimeWindow {
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? start));
  const near = Math.max(LEAST_NEAR, STRAGGLES * (gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0));
  const fromAt = starts[gaps.findIndex((gap) => gap <= near)] ?? 0;
  const toAt = starts[gaps.findLastIndex((gap) => gap <= near) + 1] ?? 0;
  return { fromAt, toAt: Math.max(toAt, fromAt + SHORTEST_WINDOW) };
}

function joinRuns(starts: readonly number[], length: number, expect: Expect): TimeWindow[] {
  const joined: TimeWindow[] = [];
  const expected = expectedBefore(starts, expect);
  for (let first = 0; first + length <= starts.length; first += 1) {
    const fromAt = starts[first] ?? 0;
    const toAt = starts[first + length - 1] ?? 0;
    const last = joined.at(-1);
    const usual = (expected[first + length - 1] ?? 0) - (expected[first] ?? 0);
    if (!(usual * TIMES_EXPECTED <= length)) {
      continue;
    }
    if (last && last.toAt >= fromAt) {
      last.toAt = toAt;
    } else {
      joined.push({ fromAt, toAt });
    }
  }
  return joined;
}

/** For each start how many were expected from the first one until it: no number where nothing is known. */
function expectedBefore(starts: readonly number[], expect: Expect): number[] {
  let sum = 0;
  let before = starts[0] ?? 0;
  return starts.map((start, index) => {
    sum += index === 0 ? 0 : (expect({ fromAt: before, toAt: start }) ?? Number.NaN);
    before = start;
    return sum;
  });
}

/** What is known of the crowd after a window was read. `starts` are in any order. */
export function followCrowd(
  crowd: Crowd | null,
  window: TimeWindow,
  isTooFull: boolean,
  starts: readonly number[],
  expect: Expect,
): Crowd | null {
  const isNext = crowd?.toAt === window.toAt;
  const sorted = starts.filter((start) => start >= window.fromAt && start < window.toAt).sort((a, b) => a - b);
  if (isTooFull) {
    const known = isNext ? crowd.starts : [];
    const fromAt = Math.min(window.fromAt, isNext ? crowd.fromAt : window.fromAt);
    const rate = isNext ? crowd.rate : null;
    const tooFullFrom = window.fromAt;
    const tooFullTimes = isNext ? crowd.tooFullTimes + 1 : 1;
    // Windows with the same end return the same rows again.
    const all = mergeStarts(known, sorted);
    return { fromAt, toAt: window.toAt, tooFullFrom, tooFullTimes, starts: all, rate };
  }
  if (!crowd || !isNext) {
    return crowd;
  }
  if (window.fromAt <= crowd.fromAt) {
    return null;
  }
  return {
    fromAt: crowd.fromAt,
    toAt: window.fromAt,
    tooFullFrom: null,
    tooFullTimes: 0,
    starts: crowd.starts.filter((start) => start < window.fromAt),
    rate: rateAtEdge(window, sorted, expect),
  };
}

/** The multiset union of two sorted lists: each instant keeps its higher count. */
function mergeStarts(known: readonly number[], came: readonly number[]): number[] {
  const merged = [...came];
  let at = 0;
  for (const start of known) {
    while ((came[at] ?? Number.POSITIVE_INFINITY) < start) {
      at += 1;
    }
    if (came[at] === start) {
      at += 1;
    } else {
      merged.push(start);
    }
  }
  return merged.sort((a, b) => a - b);
}

/** How dense a crowd is at the old end of a window that was read whole; null where there is none. */
function rateAtEdge({ fromAt }: TimeWindow, sorted: readonly number[], expect: Expect): number | null {
  const [oldest] = findCrowds(sorted, expect);
  if (!oldest || oldest.fromAt - fromAt > LEAST_NEAR) {
    return null;
  }
  const edge = sorted.filter((start) => start <= oldest.toAt).slice(0, EDGE_ROWS);
  return edge.length / Math.max(SECOND_MS, (edge.at(-1) ?? fromAt) - fromAt);
}

/** Crowds closer together than this are merged. In milliseconds. */
const ONE_CROWD = 30 * MINUTE_MS;
/** How much further back a crowd is expected to go than its rows were seen. */
const UNSEEN_SHARE = 0.5;

/**
 * What to expect where a crowd is, beside what is usual: where it was read whole, its rate there, as far back as rows of
 * it came; else several times the rate of its densest rows, since not all came.
 */
export function expectIn(crowd: Crowd, expect: Expect): Expect {
  const rated = ratedSpans(crowd, expect);
  return (window) => {
    const usual = expect(window);
    const more = rated.map((span) => span.rate * lengthOf(intersect(span, window) ?? { fromAt: 0, toAt: 0 }));
    return usual === null ? null : more.reduce((sum, rows) => sum + rows, usual);
  };
}

function ratedSpans(crowd: Crowd, expect: Expect): (TimeWindow & { rate: number })[] {
  const spans = joinNear(findCrowds(crowd.starts, expect));
  const newest = spans.at(-1);
  if (crowd.rate === null) {
    return spans.map((span) => ({ ...span, rate: GUESS_TIMES * densest(crowd.starts, span) }));
  }
  const isSeen = newest !== undefined && crowd.toAt - newest.toAt <= ONE_CROWD;
  const oldest = isSeen ? newest.fromAt - UNSEEN_SHARE * (crowd.toAt - newest.fromAt) : crowd.toAt - ONE_CROWD;
  const { rate } = crowd;
  const older = spans.slice(0, isSeen ? -1 : undefined).map((span) => ({ ...span, rate }));
  return [...older, { fromAt: oldest, toAt: crowd.toAt, rate }];
}

function joinNear(spans: readonly TimeWindow[]): TimeWindow[] {
  const joined: TimeWindow[] = [];
  for (const { fromAt, toAt } of spans) {
    const last = joined.at(-1);
    if (last && fromAt - last.toAt <= ONE_CROWD) {
      last.toAt = toAt;
    } else {
      joined.push({ fromAt, toAt });
    }
  }
  return joined;
}

/** Rows in a millisecond where they lie densest in a span. */
function densest(starts: readonly number[], span: TimeWindow): number {
  const inside = starts.filter((start) => start >= span.fromAt && start <= span.toAt);
  const rates = inside
    .slice(LEAST_IN_CROWD - 1)
    .map((start, index) => LEAST_IN_CROWD / Math.max(SECOND_MS, start - (inside[index] ?? start)));
  return Math.max(...rates, inside.length / Math.max(SECOND_MS, lengthOf(span)));
}

/**
 * Where the next window that ends where the crowd does should start, so that it most likely fits. From the second
 * overfull window on, each is at most half as long as the one before: rows that all come from one end of a window say
 * nothing about the rest, and cuts by them alone would shrink it too slowly.
 */
export function cutCrowd(crowd: Crowd, reach: number, expect: Expect, capacity: number): number {
  const { toAt, tooFullFrom, tooFullTimes } = crowd;
  const cut = cutByRows(crowd, reach, expect, capacity);
  const half = Math.round(((tooFullFrom ?? toAt) + toAt) / 2 / SECOND_MS) * SECOND_MS;
  return tooFullTimes > 1 ? Math.max(cut, Math.min(half, toAt - SECOND_MS)) : cut;
}

/**
 * The same by the rows that came: beside a part that was read whole at its rate, as far back as rows were seen; else at
 * `GUESS_TIMES` the densest rate seen. Where a window held too much for all that, it is halved by the rows that came.
 */
function cutByRows(crowd: Crowd, reach: number, expect: Expect, capacity: number): number {
  const { toAt, tooFullFrom, starts } = crowd;
  const expectHere = expectIn(crowd, expect);
  const fits = (fromAt: number) => {
    const rows = expectHere({ fromAt, toAt }) ?? 0;
    return rows + DEVIATIONS * Math.sqrt(rows + (SPREAD * rows) ** 2) <= capacity;
  };
  const oldest = Math.max(reach, (tooFullFrom ?? reach - SECOND_MS) + SECOND_MS);
  if (fits(oldest)) {
    return tooFullFrom === null ? oldest : splitAt({ fromAt: tooFullFrom, toAt }, starts);
  }
  let [over, fit] = [oldest, toAt - SECOND_MS];
  while (fit - over > SECOND_MS) {
    const middle = Math.round((over + fit) / 2 / SECOND_MS) * SECOND_MS;
    [over, fit] = fits(middle) ? [over, middle] : [middle, fit];
  }
  const isHardlyLess = tooFullFrom !== null && (toAt - fit) * 4 > (toAt - tooFullFrom) * 3 && crowd.rate !== null;
  return isHardlyLess ? splitAt({ fromAt: tooFullFrom, toAt }, starts) : fit;
}

/** Whether a window may hold more than can be reached, by its rows that came so far. */
export function isCrowded(starts: readonly number[], expect: Expect): boolean {
  return (
    findCrowds(
      [...starts].sort((a, b) => a - b),
      expect,
    ).length > 0
  );
}
