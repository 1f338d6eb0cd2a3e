/** What the trade answers within its threshold, and what it lets give up, where nobody has set anything else. */
export const SERVICE_LEVEL_TARGET = 0.8;
export const ABANDON_LIMIT = 0.05;

/** Percentage points under all queues together from which on a queue's own level is news. */
const POINTS_UNDER = 0.05;
/** Times the rate of all queues together. */
const TIMES_OVER = 1.5;

/**
 * Whether a queue's figure calls for a look: short of what the trade takes for good, and clearly worse than all queues
 * together, so that on a bad day the worst still stand out of the bad.
 * @param all the same metric over all queues, as the summary has it.
 */
export function standsOut(metric: string, value: unknown, all: unknown): boolean {
  if (typeof value !== "number" || typeof all !== "number") {
    return false;
  }
  if (metric === "serviceLevel") {
    return value < SERVICE_LEVEL_TARGET && value <= all - POINTS_UNDER;
  }
  return metric === "queueAbandonRate" && value > ABANDON_LIMIT && value >= all * TIMES_OVER;
}
