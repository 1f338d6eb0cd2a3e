import type { TimeWindow } from "@/lib/kore/windows";
import { FAILED_PAUSE } from "./plan";

/**
 * Windows that failed recently in this process, including those that were copied before. Each has a cooldown, so that a
 * window that fails again and again does not keep the others from being read.
 */
export function createFailedWindows() {
  let noted: (TimeWindow & { at: number })[] = [];
  return {
    note({ fromAt, toAt }: TimeWindow, at: number): void {
      noted.push({ fromAt, toAt, at });
    },
    /** Those noted since an instant whose cooldown is not over. */
    coolingDown(now: number, since = Number.NEGATIVE_INFINITY): readonly TimeWindow[] {
      noted = noted.filter(({ at }) => Math.abs(now - at) < FAILED_PAUSE);
      return noted.filter(({ at }) => at >= since);
    },
  };
}
