import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { KoreError, type KoreErrorKind } from "@/lib/kore/errors";
import { createHastyClock, createTestClock } from "@/lib/kore/test-clock";
import { createRetryPolicy } from "./retry-policy";

const errorOf = (kind: KoreErrorKind, retryAfter: number | null = null) => new KoreError(kind, kind, retryAfter);

/** Asks for something that fails so often with an error, retrying. */
async function ask(error: Error, failures: number, { random = 0.5 } = {}) {
  const clock = createHastyClock(0);
  const troubles: KoreError[] = [];
  const retrying = createRetryPolicy({
    clock,
    random: () => random,
    onTrouble: (trouble) => troubles.push(trouble),
  });
  let tries = 0;
  const result: unknown = await retrying(async () => {
    tries += 1;
    if (tries <= failures) {
      throw error;
    }
    return "rows";
  }).catch((caught: unknown) => caught);
  return { result, tries, troubles, sleeps: clock.sleeps };
}

describe("the retry policy", () => {
  it("is not needed where the first request is answered", async () => {
    expect(await ask(errorOf("unavailable"), 0)).toEqual({ result: "rows", tries: 1, troubles: [], sleeps: [] });
  });

  it.each<KoreErrorKind>(["unavailable", "unreadable"])(
    "asks six times for what is %s, with pauses that double",
    async (kind) => {
      const error = errorOf(kind);
      expect(await ask(error, 5)).toMatchObject({
        result: "rows",
        tries: 6,
        sleeps: [1500, 3000, 6000, 12_000, 24_000],
      });
      expect(await ask(error, 6)).toMatchObject({ result: error, tries: 6, troubles: { length: 6 } });
    },
  );

  it("spreads the pauses between half and the whole of their length", async () => {
    expect((await ask(errorOf("unavailable"), 1, { random: 0 })).sleeps).toEqual([1000]);
    expect((await ask(errorOf("unavailable"), 1, { random: 0.999 })).sleeps).toEqual([1999]);
  });

  it("waits out the limit of requests however often it is met, never longer than a minute at once", async () => {
    const { result, sleeps } = await ask(errorOf("rate-limited"), 30, { random: 1 });
    expect(result).toBe("rows");
    expect(sleeps).toHaveLength(30);
    expect(Math.max(...sleeps)).toBe(60_000);
  });

  it("waits as long as the vendor asks for", async () => {
    expect((await ask(errorOf("rate-limited", 7), 2)).sleeps).toEqual([7000, 7000]);
    expect((await ask(errorOf("unavailable", 90), 1)).sleeps).toEqual([90_000]);
  });

  it("ends at once with what will not pass", async () => {
    for (const error of [errorOf("unauthorized"), errorOf("refused")]) {
      expect(await ask(error, 1)).toMatchObject({ result: error, tries: 1, sleeps: [], troubles: [error] });
    }
  });

  it("ends at once with a fault of ours, which is no trouble of the vendor's", async () => {
    const error = new TypeError("no such thing");
    expect(await ask(error, 1)).toEqual({ result: error, tries: 1, sleeps: [], troubles: [] });
  });

  it("is over at once where it is interrupted, and nobody sleeps any more", async () => {
    const clock = createTestClock();
    const retrying = createRetryPolicy({ clock, random: () => 0.5, onTrouble: () => {} });
    const stop = new AbortController();
    const asked = retrying(() => Promise.reject(errorOf("rate-limited", 3600)), stop.signal);
    const over = expect(asked).rejects.toThrow("paused");
    await expect.poll(() => clock.sleepers()).toBe(1);
    stop.abort(new Error("paused"));
    await over;
    expect([clock.sleepers(), getEventListeners(stop.signal, "abort").length]).toEqual([0, 0]);
  });
});
