import type { Unit } from "@/lib/shared/units";
import type { Good, Sample } from "./define";

/** With fewer earlier spans than this nothing can be called usual. */
export const SPANS_NEEDED = 3;
const LEAST_RECORDS = 20;
const LEAST_COUNT = 10;
/** Standard errors between the range and the earlier spans together: by chance about once in 370 looks. */
const LEAST_ERRORS = 3;

/** The whole rule, printed wherever its result stands. */
export const ANOMALY_RULE = [
  "Usual is the lowest to the highest of the same weekdays and hours in earlier weeks: up to eight spans, at least three,",
  "each copied whole and cut where the range’s own data ends. Unusual is what lies outside of it by more than a quarter",
  `of its width and by at least 2 points (a rate), 10 % and 1 s (an average) or 10 % and 5 (a count), has ${LEAST_RECORDS}`,
  `records (a count: is ${LEAST_COUNT}), and differs from the earlier spans together by at least ${LEAST_ERRORS} standard`,
  "errors. “Much worse” is further outside than the usual is wide.",
].join(" ");

export interface Judgement {
  severity: "much worse" | "worse" | "better";
  value: number;
  usualLow: number;
  usualHigh: number;
  /** Earlier spans that had a value. */
  spans: number;
  /** How far outside, in widths of the usual. */
  excess: number;
}

/** What the metric is in a sample: null where nothing carries it. */
export function meanOf({ records, sum }: Sample, unit: Unit): number | null {
  return unit === "count" ? sum : records === 0 ? null : sum / records;
}

/** Whether a sample stands out against earlier ones, and how; null where it does not. */
export function judge(now: Sample, earlier: readonly Sample[], unit: Unit, good: Good): Judgement | null {
  const value = meanOf(now, unit);
  const values = earlier.map((sample) => meanOf(sample, unit)).filter((other) => other !== null);
  const hasEnough = now.records >= (unit === "count" ? LEAST_COUNT : LEAST_RECORDS);
  if (value === null || good === null || values.length < SPANS_NEEDED || !hasEnough) {
    return null;
  }
  const [usualLow, usualHigh] = [Math.min(...values), Math.max(...values)];
  const isAbove = value > usualHigh;
  const beyond = isAbove ? value - usualHigh : usualLow - value;
  const width = usualHigh - usualLow;
  const least = leastDistance(isAbove ? usualHigh : usualLow, unit);
  const isChance = errorsBetween(now, earlier, unit) < LEAST_ERRORS;
  if (beyond < least || beyond <= width / 4 || isChance) {
    return null;
  }
  // Rounded, so that equal ones stay equal whichever way the records were summed.
  const excess = Number((beyond / Math.max(width, least)).toFixed(6));
  const isBetter = (good === "up") === isAbove;
  const severity = isBetter ? "better" : excess > 1 ? "much worse" : "worse";
  return { severity, value, usualLow, usualHigh, spans: values.length, excess };
}

function leastDistance(bound: number, unit: Unit): number {
  return unit === "ratio" ? 0.02 : Math.max(unit === "count" ? 5 : 1, bound / 10);
}

/**
 * The difference of two means in standard errors, with the variance of all samples together: for shares the
 * two-proportion z. A count is one observation a span, and varies as a Poisson count does: by its mean.
 */
function errorsBetween(now: Sample, earlier: readonly Sample[], unit: Unit): number {
  const sized = [now, ...earlier].map((sample) => ({ ...sample, size: unit === "count" ? 1 : sample.records }));
  const add = (key: "size" | "sum" | "squares", samples = sized) => samples.reduce((sum, each) => sum + each[key], 0);
  const [first, before] = [sized.slice(0, 1), sized.slice(1)];
  const mean = (samples: typeof sized) => add("sum", samples) / add("size", samples);
  const variance = unit === "count" ? mean(sized) : add("squares") / add("size") - mean(sized) ** 2;
  const error = Math.sqrt(variance * (1 / add("size", first) + 1 / add("size", before)));
  return Math.abs(mean(first) - mean(before)) / error;
}
