import { COLOURS } from "@/components/charts/frame/chart-theme";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { largestBy, numberOf, textOf } from "@/components/charts/plot/chart-rows";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import type { Unit } from "@/lib/shared/units";

export interface TrendSeries {
  /** The key in the rows. */
  key: string;
  label: string;
  colour: string;
  isDashed?: boolean;
}

/** The lines of the dataset `agent-durations`. */
export const AGENT_DURATIONS: TrendSeries[] = [
  { key: "handleSecondsAverage", label: "Handle time", colour: COLOURS.strong },
  { key: "interactionSecondsAverage", label: "Interaction", colour: COLOURS.interaction },
  { key: "afterCallWorkSecondsAverage", label: "After-call work", colour: COLOURS.afterCallWork },
  { key: "firstResponseSecondsAverage", label: "First response", colour: COLOURS.ink, isDashed: true },
];

/**
 * The rows with the open bucket taken out of each line and put, with the value before it, into a line of its own that
 * is drawn dotted.
 */
export function splitOpenBucket(rows: readonly Row[], series: readonly TrendSeries[], isOpen: boolean): Row[] {
  const last = rows.length - 1;
  return rows.map((row, index) => {
    const split: Row = { ...row };
    for (const { key } of series) {
      const value = numberOf(row, key);
      split[key] = isOpen && index === last ? null : value;
      split[openKey(key)] = isOpen && index >= last - 1 ? value : null;
    }
    return split;
  });
}

/** Rows and lines with those of the compared range beside them, bucket by bucket, dashed and in grey. */
export function withCompared(
  rows: readonly Row[],
  series: readonly TrendSeries[],
  comparison: { label: string; rows: readonly Row[] } | undefined,
): { rows: readonly Row[]; series: readonly TrendSeries[] } {
  if (!comparison) {
    return { rows, series };
  }
  const before = (key: string) => `${key}Before`;
  return {
    rows: rows.map((row, index) => ({
      ...row,
      ...Object.fromEntries(series.map(({ key }) => [before(key), numberOf(comparison.rows[index], key)])),
    })),
    series: [
      ...series.map(({ key, label }) => ({
        key: before(key),
        label: series.length === 1 ? comparison.label : `${label}, ${comparison.label}`,
        colour: COLOURS.quiet,
        isDashed: true,
      })),
      ...series,
    ],
  };
}

export function openKey(key: string): string {
  return `${key}Open`;
}

/** `Handle time lies between 5m 10s (Tue 17 Nov) and 7m 20s (Fri 20 Nov)`, for the first line with values. */
export function summarizeTrend(
  rows: readonly Row[],
  series: readonly TrendSeries[],
  unit: Unit,
  interval: string,
): string {
  const sentences = series.flatMap(({ key, label }) => {
    const known = rows.filter((row) => numberOf(row, key) !== null);
    const highest = largestBy(known, key);
    const lowest = known.reduce<Row | undefined>(
      (best, row) => ((numberOf(row, key) ?? 0) < (numberOf(best, key) ?? Number.POSITIVE_INFINITY) ? row : best),
      undefined,
    );
    const name = (row: Row) =>
      `${formatValue(numberOf(row, key), unit)} (${nameBucket(textOf(row, "bucket"), interval)})`;
    return highest && lowest ? [`${label} lies between ${name(lowest)} and ${name(highest)}`] : [];
  });
  return sentences.length > 0 ? `${sentences.join("; ")}.` : "No values in this range.";
}

/** `Tue 17 Nov: Handle time 5m 10s, Interaction 4m 30s.` */
export function announceTrend(
  row: Row | undefined,
  series: readonly TrendSeries[],
  unit: Unit,
  interval: string,
): string {
  const parts = series.map(({ key, label }) => `${label} ${formatValue(numberOf(row, key), unit)}`);
  return `${nameBucket(textOf(row, "bucket"), interval)}: ${parts.join(", ")}.`;
}
