import { formatSeconds } from "@/lib/shared/format";
import type { Unit } from "@/lib/shared/units";

const COUNT_STEPS = [1, 2, 2.5, 3, 5, 6, 10];
const SECOND_STEPS = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200, 86_400,
];

/** Ticks of an axis from zero up to or over `max`: at most `parts` steps, each round in its unit. */
export function axisTicks(max: number, unit: Unit, parts = 4): number[] {
  const step = unit === "seconds" ? secondStep(max / parts) : countStep(max / parts, unit === "count" ? 1 : 0);
  const steps = Math.max(1, Math.ceil(max / step - 1e-9));
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function countStep(least: number, smallest: number): number {
  const wanted = Math.max(least, smallest || 1e-6);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const steps = COUNT_STEPS.map((step) => step * power).filter((step) => smallest === 0 || Number.isInteger(step));
  return steps.find((step) => step >= wanted - 1e-9) ?? 10 * power;
}

function secondStep(least: number): number {
  const wanted = Math.max(least, 1);
  return SECOND_STEPS.find((step) => step >= wanted) ?? Math.ceil(wanted / 86_400) * 86_400;
}

/** `600` → `600`, `1800` → `1.8k`; durations in their largest whole unit: `180` → `3m`. */
export function formatTick(value: number, unit: Unit): string {
  if (unit === "ratio") {
    return `${Number((value * 100).toPrecision(6))} %`;
  }
  if (unit === "seconds") {
    return value === 0 ? "0" : formatDurationTick(value);
  }
  if (value >= 1_000_000) {
    return `${Number((value / 1_000_000).toFixed(2))}M`;
  }
  return value >= 1000 ? `${Number((value / 1000).toFixed(2))}k` : String(value);
}

function formatDurationTick(value: number): string {
  if (value % 3600 === 0) {
    return `${value / 3600}h`;
  }
  return value % 60 === 0 && value < 3600 ? `${value / 60}m` : formatSeconds(value);
}
