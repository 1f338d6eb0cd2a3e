import { LONGEST_SECONDS } from "@/lib/shared/service-levels";

/** What a field for seconds holds: a number, null for nothing of its own, or what is wrong with it. */
export type ReadSeconds = { seconds: number | null } | { error: string };

/** Reads a field for seconds as it was typed; a comma is a point too. */
export function readSeconds(text: string): ReadSeconds {
  const typed = text.trim().replace(",", ".");
  if (typed === "") {
    return { seconds: null };
  }
  const seconds = Number(typed);
  if (!Number.isFinite(seconds)) {
    return { error: "Must be a number of seconds." };
  }
  if (seconds < 0) {
    return { error: "Must not be negative." };
  }
  return seconds > LONGEST_SECONDS ? { error: `Must be at most ${LONGEST_SECONDS}.` } : { seconds };
}
