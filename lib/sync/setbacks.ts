import type { Window } from "@/lib/kore/windows";
import { FAILED_PAUSE } from "./plan";

/**
 * Windows that failed of late in this process, also those of which there is a copy already: they rest for a while, so
 * that what fails again and again does not keep the rest from being read.
 */
export function createSetbacks() {
  let noted: (Window & { at: number })[] = [];
  return {
    note({ fromAt, toAt }: Window, at: number): void {
      noted.push({ fromAt, toAt, at });
    },
    /** Those noted since an instant, unless their rest is over. */
    resting(now: number, since = Number.NEGATIVE_INFINITY): readonly Window[] {
      noted = noted.filter(({ at }) => Math.abs(now - at) < FAILED_PAUSE);
      return noted.filter(({ at }) => at >= since);
    },
  };
}
