/** Time as the core sees it, so that tests own it. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

const MINUTE = 60_000;

/**
 * At most `perMinute` requests in any sixty seconds (FACTS, "Limits"). A request occupies its place until a minute
 * after its reply, since the vendor counts it somewhere between the two.
 */
export function createLimiter(perMinute: number, clock: Clock) {
  const endedAt: number[] = [];
  let underWay = 0;
  let queue: Promise<void> = Promise.resolve();

  async function waitForPlace(): Promise<void> {
    for (;;) {
      if ((endedAt.at(-1) ?? 0) > clock.now()) {
        endedAt.fill(clock.now()); // The clock was set back: at worst all have ended just now.
      }
      const oldest = endedAt[0];
      if (oldest !== undefined && clock.now() - oldest >= MINUTE) {
        endedAt.shift();
      } else if (endedAt.length + underWay < perMinute) {
        underWay += 1;
        return;
      } else {
        await clock.sleep(oldest === undefined ? 50 : oldest + MINUTE - clock.now());
      }
    }
  }

  return async function limit<T>(request: () => Promise<T>): Promise<T> {
    const place = queue.then(waitForPlace);
    queue = place.catch(() => undefined);
    await place;
    try {
      return await request();
    } finally {
      underWay -= 1;
      endedAt.push(clock.now());
    }
  };
}
