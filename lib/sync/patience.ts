import type { Patience } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import type { Clock } from "@/lib/kore/limiter";

const TRIES = 6;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** Whatever the vendor asks for: not at once, and not so long that nobody looks any more. */
const LONGEST_ASKED_PAUSE = 3_600_000;

export interface PatienceOptions {
  clock: Clock;
  /** Uniform in [0, 1): spreads the tries. */
  random: () => number;
  onTrouble(error: KoreError): void;
}

/**
 * Asks again what failed in passing, with growing, jittered pauses, or as long as the vendor asked for. The limit of
 * requests is waited out however long it takes; anything else is given up after six tries. Not a library: time and
 * chance are arguments here, so that tests own them. @throws KoreError, or the signal's reason as soon as it aborts
 */
export function createPatience({ clock, random, onTrouble }: PatienceOptions): Patience {
  return async function patiently<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
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
    return Math.min(LONGEST_ASKED_PAUSE, Math.max(FIRST_PAUSE, retryAfterSeconds * 1000));
  }
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.5 + random() / 2);
}
