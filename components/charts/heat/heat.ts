import { numberOf } from "@/components/charts/plot/chart-rows";
import type { Column, Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import type { Unit } from "@/lib/shared/units";
import { nameHour, WEEKDAYS } from "@/lib/shared/week";

/** Steps of the heat wash, `--heat-0` to `--heat-5`. */
export const HEAT_STEPS = 5;
const LAST_STEP_WITH_DARK_INK = 3;

/** The step of a count: 0 for none, then by its logarithm, so that a few very large ones leave the others apart. */
export function heatStep(value: number, largest: number): number {
  if (value <= 0 || largest <= 0) {
    return 0;
  }
  const share = largest === 1 ? 1 : Math.log1p(value) / Math.log1p(largest);
  return Math.min(HEAT_STEPS, Math.max(1, Math.ceil((share - 0.3) / 0.14)));
}

/** Wash and ink of a step; the ink keeps 4.5:1 on every step in both themes. */
export function heatStyle(step: number): { background: string; color: string } {
  return { background: `var(--heat-${step})`, color: step > LAST_STEP_WITH_DARK_INK ? "var(--surface)" : "var(--ink)" };
}

/**
 * The step of a value in its unit; nothing where it is missing. Counts go by their logarithm from zero, rates and
 * durations evenly from the smallest to the largest: from zero they would all look alike.
 */
export function heatStepOf(
  value: number | null,
  { least, most }: { least: number; most: number },
  unit: Unit,
): number | null {
  if (value === null) {
    return null;
  }
  if (unit === "count") {
    return heatStep(value, most);
  }
  return most === least ? HEAT_STEPS : Math.min(HEAT_STEPS, Math.floor(((value - least) / (most - least)) * 6));
}

export const HOURS = 24;
export const DAY_HOURS = Array.from({ length: HOURS }, (_, hour) => hour);

/** Fewer records than that say nothing of an hour. */
export const FEW = 5;

export const placeOf = ({ weekday, hour }: Row) => Number(weekday) * HOURS + Number(hour);

/** The cells whose rate or duration is taken over too few records, and what is to be said of each: ` of 2 offered`. */
export function findFew(rows: readonly Row[], { unit }: Column, of: Column | undefined): Map<number, string> {
  const counted = unit === "count" || !of ? [] : rows.map((row) => ({ row, records: numberOf(row, of.id) ?? 0 }));
  return new Map(
    counted
      .filter(({ records }) => records < FEW)
      .map(({ row, records }) => [
        placeOf(row),
        records === 0 ? "" : `, of only ${records} ${of?.label.toLowerCase()}`,
      ]),
  );
}

/** Values by weekday × 24 + hour; what no row names is missing. */
export function toGrid(rows: readonly Row[], metric: string): Map<number, number | null> {
  return new Map(rows.map((row) => [placeOf(row), numberOf(row, metric)]));
}

/** What has the palest wash and what the darkest: the smallest and the largest value, but a rate that should be high the
 * other way round, so that darker is always where to look. Counts begin at zero. */
export function boundsOf(rows: readonly Row[], { id, unit, good }: Column): { least: number; most: number } {
  const known = rows.map((row) => numberOf(row, id)).filter((value) => value !== null);
  const least = unit === "count" || known.length === 0 ? 0 : Math.min(...known);
  const most = Math.max(0, ...known);
  return unit === "ratio" && good === "up" ? { least: most, most: least } : { least, most };
}

/** `Monday 13:00–14:00`, without the weekday `13:00–14:00`. */
export function nameCell(weekday: number | null, hour: number): string {
  const time = nameHour(hour);
  return weekday === null ? time : `${WEEKDAYS[weekday - 1]} ${time}`;
}

/** `Conversations: most on Tuesday 11:00–12:00 with 214; least on Sunday 04:00–05:00 with 2.` */
export function summarizeHeat(rows: readonly Row[], metric: Column): string {
  const known = rows.filter((row) => numberOf(row, metric.id) !== null);
  const sorted = [...known].sort((a, b) => Number(b[metric.id]) - Number(a[metric.id]));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least || Number(most[metric.id]) === 0) {
    return `${metric.label}: nothing in this range.`;
  }
  const say = (row: Row) =>
    `${nameCell(Number(row.weekday), Number(row.hour))} with ${formatValue(row[metric.id], metric.unit)}`;
  return `${metric.label}: most on ${say(most)}; least on ${say(least)}.`;
}
