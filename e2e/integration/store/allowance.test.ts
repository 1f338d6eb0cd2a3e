import { setTimeout as realSleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { createKoreClient } from "@/lib/kore/client";
import type { Clock } from "@/lib/kore/limiter";
import { formatVendorTime } from "@/lib/kore/time";
import type { TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import { Random } from "../../simulator/random";
import { createPaperVendor } from "../support/paper-vendor";
import { startScheduled } from "../support/scheduled";

const NOW = Date.parse("2026-03-11T10:20:00Z");
const PER_MINUTE = 60;
/** One conversation each so often: windows of about ten pages. */
const EVERY_SECONDS = 20;

/** A clock whose time passes when everybody sleeps, and nobody computes or writes: in real time, for a moment. */
function createPatientClock(startAt: number): Clock & { runUntil(end: number): Promise<void> } {
  let at = startAt;
  let stirs = 0;
  let sleepers: { wakeAt: number; wake: () => void }[] = [];
  const isQuiet = async () => {
    const before = stirs;
    await realSleep(1);
    await new Promise((resolve) => setImmediate(resolve));
    return before === stirs && sleepers.length > 0;
  };
  return {
    now: () => at,
    sleep: (milliseconds) =>
      new Promise((wake) => {
        stirs += 1;
        sleepers.push({ wakeAt: at + milliseconds, wake });
      }),
    runUntil: async (end) => {
      while (at < end) {
        if (await isQuiet()) {
          const next = sleepers.reduce((first, sleeper) => (sleeper.wakeAt < first.wakeAt ? sleeper : first));
          sleepers = sleepers.filter((sleeper) => sleeper !== next);
          at = Math.max(at, next.wakeAt);
          next.wake();
        }
      }
    },
  };
}

/** One short record every so many seconds. */
function rowsOf({ fromAt, toAt }: TimeWindow): unknown[] {
  const rows: unknown[] = [];
  for (
    let at = Math.ceil(fromAt / 1000 / EVERY_SECONDS) * EVERY_SECONDS * 1000;
    at < toAt;
    at += EVERY_SECONDS * 1000
  ) {
    rows.push({ conversationId: `c-${at}`, sessionStartTime: formatVendorTime(at, 0), channel: "Voice" });
  }
  return rows;
}

/** How many of these instants lie in a minute that ends with one of them, at most. */
function mostInAnyMinute(instants: readonly number[]): number {
  let first = 0;
  let most = 0;
  for (const [index, instant] of instants.entries()) {
    while ((instants[first] ?? instant) <= instant - MINUTE_MS) {
      first += 1;
    }
    most = Math.max(most, index - first + 1);
  }
  return most;
}

describe("the allowance of a first copy", () => {
  let told = "";
  afterAll(() => console.log(told));

  it("of 60 requests a minute is used to at least 59 in a simulated hour, and none is refused", async () => {
    const clock = createPatientClock(NOW);
    const random = new Random(59);
    const arrivals: number[] = [];
    let refused = 0;
    const vendor = createPaperVendor(rowsOf, async () => {
      // The vendor counts a request somewhere on its way: here after a part of the latency.
      const latency = random.int(100, 900);
      const way = random.int(0, latency);
      await clock.sleep(way);
      const now = clock.now();
      const isAdmitted = arrivals.filter((arrival) => arrival > now - MINUTE_MS).length < PER_MINUTE;
      arrivals.push(now);
      refused += isAdmitted ? 0 : 1;
      await clock.sleep(latency - way);
      return isAdmitted;
    });
    const credentials = { clientId: "cs-1", clientSecret: "secret", subject: "test", algorithm: "HS256" as const };
    const ids = { host: "http://vendor.test", accountId: "acc", streamId: "st" };
    const account = { ...ids, credentials, timeZoneOffset: 0, requestsPerMinute: PER_MINUTE };
    const client = createKoreClient(account, clock, vendor);
    const copy = await startScheduled({ client, clock, historyDays: 365, requestsPerMinute: PER_MINUTE });
    void copy.run();
    await clock.runUntil(NOW + HOUR_MS);

    const usedFrom = (from: number, length: number) =>
      arrivals.filter((arrival) => arrival >= from && arrival < from + length).length / (length / MINUTE_MS);
    const used = usedFrom(NOW, HOUR_MS);
    const tens = Array.from({ length: 51 }, (_, minute) => usedFrom(NOW + minute * MINUTE_MS, 10 * MINUTE_MS));
    told = `allowance: ${used.toFixed(2)} requests a minute, ${Math.min(...tens)} in the least ten, ${refused} refused`;
    expect(refused).toBe(0);
    expect(mostInAnyMinute(arrivals)).toBeLessThanOrEqual(PER_MINUTE);
    expect(used).toBeGreaterThanOrEqual(59);
    expect(Math.min(...tens), "without a lull").toBeGreaterThanOrEqual(57);
  });
});
