import { MINUTE_MS } from "@/lib/shared/instants";
import type { Span } from "./timeline-model";

/** A stretch of time and the share of the plot, 0 to 1, that it is drawn on. */
export interface Stretch extends Span {
  from: number;
  to: number;
  /** Drawn shorter than it was. */
  isBroken: boolean;
}

/** A time axis: true to scale but for the stretches that are broken. */
export type TimeScale = readonly Stretch[];

/** A stretch in which nothing happens is long from this share of the whole on. */
const LONG = 1 / 20;
/** Long stretches are broken where all else would be drawn on less than this share of the plot. */
const CRAMPED = 1 / 5;
/** A call is never broken: nothing shorter than half an hour is, in milliseconds. */
const LEAST_BREAK = 30 * MINUTE_MS;

/**
 * The axis of instants (Unix milliseconds). Where a few long stretches would leave the rest no room, hours between two
 * mails, each is drawn half as long as all the rest together, unless `isToScale` asks for it as it was.
 */
export function timeScale(instants: readonly number[], isToScale = false): TimeScale {
  const sorted = [...new Set(instants)].sort((a, b) => a - b);
  const [start = 0, end = start] = [sorted[0], sorted.at(-1)];
  const whole = end - start;
  const gaps = sorted.slice(1).map((instant, index) => ({ start: sorted[index] ?? instant, end: instant }));
  const isLong = (gap: Span) => gap.end - gap.start > Math.max(whole * LONG, LEAST_BREAK);
  const rest = gaps.filter((gap) => !isLong(gap)).reduce((sum, gap) => sum + gap.end - gap.start, 0);
  const isBroken = (gap: Span) => !isToScale && rest > 0 && rest < whole * CRAMPED && isLong(gap);
  const lengths = gaps.map((gap) => (isBroken(gap) ? Math.min(rest / 2, gap.end - gap.start) : gap.end - gap.start));
  const drawn = lengths.reduce((sum, length) => sum + length, 0);
  let at = 0;
  const stretches = gaps.map((gap, index) => {
    const from = at;
    at += (lengths[index] ?? 0) / drawn;
    return { ...gap, from, to: at, isBroken: isBroken(gap) };
  });
  return stretches.length > 0 ? stretches : [{ start, end: start + 1000, from: 0, to: 1, isBroken: false }];
}

/** Where an instant is drawn: its share of the plot. */
export function shareOn(scale: TimeScale, instant: number): number {
  const stretch = scale[indexOf(scale, instant)];
  if (!stretch) {
    return 0;
  }
  const part = (instant - stretch.start) / (stretch.end - stretch.start);
  return Math.min(1, Math.max(0, stretch.from + part * (stretch.to - stretch.from)));
}

/** The first stretch that reaches an instant, the last where none does: by halves, since an axis can have thousands. */
function indexOf(scale: TimeScale, instant: number): number {
  let [low, high] = [0, scale.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instant <= (scale[middle]?.end ?? Number.POSITIVE_INFINITY)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** The unbroken parts of the axis, each as long as it gets. */
export function runsOf(scale: TimeScale): Stretch[] {
  const runs: Stretch[] = [];
  for (const stretch of scale) {
    const last = runs.at(-1);
    if (stretch.isBroken) {
      continue;
    }
    if (last && last.end === stretch.start) {
      last.end = stretch.end;
      last.to = stretch.to;
    } else {
      runs.push({ ...stretch });
    }
  }
  return runs;
}
