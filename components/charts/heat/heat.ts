import type { Unit } from "@/lib/shared/units";

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
