import { getEventListeners } from "node:events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/shared/instants";
import { createLimiter } from "./limiter";
import { createHastyClock, createTestClock } from "./test-clock";

/** How often the limiter looks whether a request under way is over. */
const LOOK = 50;

interface Call {
  arrivesAt: number;
  lasts: number;
}

interface Seen {
  arrivedAt: number;
  startedAt: number;
  endedAt: number;
}

/** Sends requests through a limiter of `perMinute`, each at its time, and tells when each began and ended. */
async function send(perMinute: number, calls: readonly Call[]): Promise<Seen[]> {
  const clock = createTestClock();
  const limit = createLimiter(perMinute, clock);
  const seen: Seen[] = [];
  const all = calls.map(async ({ arrivesAt, lasts }) => {
    await clock.sleep(arrivesAt);
    await limit(async () => {
      const startedAt = clock.now();
      await clock.sleep(lasts);
      seen.push({ arrivedAt: arrivesAt, startedAt, endedAt: clock.now() });
    });
  });
  await clock.runOut();
  await Promise.all(all);
  return seen.toSorted((a, b) => a.startedAt - b.startedAt);
}

/** Requests that the vendor may still count at an instant, without `own`. */
function countedAt(instant: number, seen: readonly Seen[], own: Seen): number {
  return seen.filter((other) => other !== own && other.startedAt <= instant && instant < other.endedAt + MINUTE_MS)
    .length;
}

const calls = fc.array(
  fc.record({ arrivesAt: fc.integer({ min: 0, max: 200_000 }), lasts: fc.integer({ min: 0, max: 90_000 }) }),
  { maxLength: 20 },
);

describe("the limit of requests a minute", () => {
  it("lets as many go at once as the limit says, and the next as many a minute after their replies", async () => {
    const seen = await send(
      3,
      Array.from({ length: 8 }, () => ({ arrivesAt: 0, lasts: 200 })),
    );
    expect(seen.map(({ startedAt }) => startedAt)).toEqual([0, 0, 0, 60_200, 60_200, 60_200, 120_400, 120_400]);
  });

  it("keeps the order of arrival", async () => {
    const clock = createTestClock();
    const limit = createLimiter(1, clock);
    const order: number[] = [];
    const all = [1, 2, 3].map((number) => limit(async () => order.push(number)));
    await clock.runOut();
    await Promise.all(all);
    expect(order).toEqual([1, 2, 3]);
    expect(clock.now()).toBe(2 * MINUTE_MS);
  });

  it("counts a request that failed, and lets the next one go on", async () => {
    const clock = createTestClock();
    const limit = createLimiter(1, clock);
    const failed = expect(limit(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
    const next = limit(async () => clock.now());
    await clock.runOut();
    await failed;
    expect(await next).toBe(MINUTE_MS);
  });

  it("waits no longer than a minute where the clock was set back", async () => {
    const clock = createHastyClock(1_000_000);
    const limit = createLimiter(2, clock);
    await limit(async () => {});
    await limit(async () => {});
    clock.pass(-900_000);
    await limit(async () => {});
    expect(clock.sleeps.reduce((sum, milliseconds) => sum + milliseconds, 0)).toBe(MINUTE_MS);
  });

  it("never lets the vendor count more than the limit in any sixty seconds, whenever it counts a request", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), calls, async (perMinute, sent) => {
        const seen = await send(perMinute, sent);
        expect(seen).toHaveLength(sent.length);
        seen.forEach((own, index) => {
          expect(countedAt(own.startedAt, seen.slice(0, index), own)).toBeLessThan(perMinute);
        });
      }),
      { numRuns: 30 },
    );
  });

  it("lets no request wait while there is a place for it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), calls, async (perMinute, sent) => {
        const seen = await send(perMinute, sent);
        for (const own of seen.filter(({ arrivedAt, startedAt }) => startedAt > arrivedAt + LOOK)) {
          expect(countedAt(own.startedAt - LOOK - 1, seen, own)).toBeGreaterThanOrEqual(perMinute);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("who waits for a place", () => {
  it("gives up at once where it is interrupted, and those behind keep their turn and their place", async () => {
    const clock = createTestClock();
    const limit = createLimiter(1, clock);
    const done: string[] = [];
    const ask = (name: string, signal?: AbortSignal) => limit(async () => done.push(name), signal);
    await ask("first");
    const stop = new AbortController();
    const head = expect(ask("head", stop.signal)).rejects.toThrow("paused");
    const behind = expect(ask("behind", stop.signal)).rejects.toThrow("paused");
    const last = ask("last");
    await expect.poll(() => clock.sleepers()).toBe(1);
    stop.abort(new Error("paused"));
    await Promise.all([head, behind]);
    expect(done).toEqual(["first"]);
    await clock.runOut();
    await last;
    expect([done, clock.now()]).toEqual([["first", "last"], 60_000]);
    expect(getEventListeners(stop.signal, "abort")).toEqual([]);
  });
});
