import { orAborted } from "@/lib/shared/aborting";
import { MINUTE_MS } from "@/lib/shared/instants";

/** Time as the core sees it, so that tests own it. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  /** @throws the signal's reason as soon as it aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/**
 * At most `perMinute` requests in any sixty seconds (FACTS, "Limits"). A request occupies its place until a minute
 * after its reply, since the vendor counts it somewhere between the two. Who waits for a place gives up as soon as its
 * signal aborts, and those behind keep their order.
 */
export function createLimiter(perMinute: number, clock: Clock) {
  const endedAt: number[] = [];
  let underWay = 0;
  let queue: Promise<void> = Promise.resolve();

  async function waitForPlace(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      if ((endedAt.at(-1) ?? 0) > clock.now()) {
        endedAt.fill(clock.now()); // The clock was set back: at worst all have ended just now.
      }
      const oldest = endedAt[0];
      if (oldest !== undefined && clock.now() - oldest >= MINUTE_MS) {
        endedAt.shift();
      } else if (endedAt.length + underWay < perMinute) {
        underWay += 1;
        return;
      } else {
        await clock.sleep(oldest === undefined ? 50 : oldest + MINUTE_MS - clock.now(), signal);
      }
    }
  }

  return async function limit<T>(request: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = queue;
    let release = () => {};
    queue = new Promise((resolve) => {
      release = resolve;
    });
    try {
      await orAborted(before, signal);
      await waitForPlace(signal);
    } finally {
      // Also where it was aborted while it waited: the next one still waits for all that stand before.
      void before.then(release);
    }
    try {
      return await request();
    } finally {
      underWay -= 1;
      endedAt.push(clock.now());
    }
  };
}
