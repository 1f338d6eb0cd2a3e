import type { RetryPolicy } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import type { Clock } from "@/lib/kore/limiter";
import { HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";

const TRIES = 6;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = MINUTE_MS;
/** The longest `Retry-After` that is followed. */
const LONGEST_RETRY_AFTER = HOUR_MS;

export interface RetryOptions {
  clock: Clock;
  /** Uniform in [0, 1): spreads the tries. */
  random: () => number;
  onTrouble(error: KoreError): void;
}

/**
 * Retries transient failures with exponential backoff and jitter, or after the vendor's `Retry-After`. The
 * rate limit is waited out however long it takes; anything else fails after six tries. Not a library: the clock and the
 * random numbers are arguments, so that tests control them. @throws KoreError, or the signal's reason once it aborts
 */
export function createRetryPolicy({ clock, random, onTrouble }: RetryOptions): RetryPolicy {
  return async function retrying<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    let failures = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await request();
      } catch (error) {
        if (!(error instanceof KoreError) || signal?.aborted) {
          throw error;
        }
        onTrouble(error);
        failures += error.kind === "rate-limited" ? 0 : 1;
        if (!error.isPassing || failures >= TRIES) {
          throw error;
        }
        await clock.sleep(pauseAfter(error, attempt, random), signal);
      }
    }
  };
}

function pauseAfter({ retryAfterSeconds }: KoreError, attempt: number, random: () => number): number {
  if (retryAfterSeconds !== null) {
    return Math.min(LONGEST_RETRY_AFTER, Math.max(FIRST_PAUSE, retryAfterSeconds * 1000));
  }
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random() / 2);
}
