import { orAborted } from "@/lib/shared/aborting";
import type { Clock } from "./limiter";

/** A clock for tests: time passes only by `advanceTo` and `pass`, and sleepers wake at their own instants, in order. */
export interface TestClock extends Clock {
  /** Lets time pass up to `instant`, waking sleepers whose time has come. */
  advanceTo(instant: number): Promise<void>;
  /** Lets time pass until nobody sleeps. */
  runOut(): Promise<void>;
  /** How many sleep now. */
  sleepers(): number;
  /** How long each sleep so far was to last, in milliseconds. */
  readonly sleeps: readonly number[];
}

export function createTestClock(startAt = 0): TestClock {
  let at = startAt;
  const sleeps: number[] = [];
  let sleepers: { wakeAt: number; wake: () => void }[] = [];

  async function wakeUntil(instant: number): Promise<void> {
    for (;;) {
      await settle();
      const next = sleepers.toSorted((a, b) => a.wakeAt - b.wakeAt)[0];
      if (!next || next.wakeAt > instant) {
        return;
      }
      sleepers = sleepers.filter((sleeper) => sleeper !== next);
      at = Math.max(at, next.wakeAt);
      next.wake();
    }
  }

  return {
    sleeps,
    now: () => at,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      let sleeper = { wakeAt: at + milliseconds, wake: () => {} };
      const woken = new Promise<void>((wake) => {
        sleeper = { ...sleeper, wake };
      });
      sleepers.push(sleeper);
      try {
        await orAborted(woken, signal);
      } finally {
        sleepers = sleepers.filter((other) => other !== sleeper);
      }
    },
    sleepers: () => sleepers.length,
    advanceTo: async (instant) => {
      await wakeUntil(instant);
      at = Math.max(at, instant);
    },
    runOut: () => wakeUntil(Number.POSITIVE_INFINITY),
  };
}

/** A clock whose sleeps are over at once and move it on: for what sleeps between steps and is waited for as a whole. */
export function createHastyClock(
  startAt: number,
): Clock & { readonly sleeps: readonly number[]; pass(ms: number): void } {
  let at = startAt;
  const sleeps: number[] = [];
  const pass = (milliseconds: number) => {
    at += milliseconds;
  };
  return {
    sleeps,
    pass,
    now: () => at,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      pass(milliseconds);
    },
  };
}

/** Until everything that needs no time has happened. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
