import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WindowReply } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import { createHastyClock } from "@/lib/kore/test-clock";
import type { TimeWindow } from "@/lib/kore/windows";
import { DAY_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { readWindows } from "@/lib/store/sync/ledger";
import { conversation } from "@/lib/sync/normalize/test-records";
import { uncovered } from "@/lib/sync/plan/ledger";
import { runSync } from "./run";
import { loadRunState } from "./run-state";
import { createTestSource, NOTHING, replyOf } from "./test-source";

const NOW = Date.parse("2025-10-01T12:00:00Z");
const RECORD = conversation("c-1", { sessionStartTime: "2025-10-01T11:50:00" });

const unavailable = new KoreError("unavailable", "Kore.ai failed with status 503.");
const unauthorized = new KoreError("unauthorized", "Kore.ai refused the request. Check KORE_STREAM_ID.");

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

/** Runs the copy of thirty days against a source that answers so, and tells what came of it. */
async function run(
  answer: (window: TimeWindow, number: number) => WindowReply,
  { random = 0.5, clock = createHastyClock(NOW), retriesFailed = false } = {},
) {
  const tooMany = new AbortController();
  const source = createTestSource((window, number) => {
    if (number > 500) {
      tooMany.abort();
    }
    return answer(window, number);
  });
  const troubles: KoreError[] = [];
  const settings = { historyDays: 30, rereadDays: 7, intervalSeconds: 1e9, requestsPerMinute: 60 };
  const watcher = {
    onLedger: () => {},
    onWindow: () => {},
    onTrouble: (error: KoreError) => troubles.push(error),
    signal: tooMany.signal,
  };
  const options = { store, client: source, clock, random: () => random, ...settings };
  const error: unknown = await runSync(options, watcher, await loadRunState(store), retriesFailed).then(
    () => null,
    (caught: unknown) => caught,
  );
  return { source, troubles, clock, error, ledger: await readWindows(store.db) };
}

/** Answers what the failures leave over. */
function failing(failures: (window: TimeWindow, number: number) => KoreError | null) {
  return (window: TimeWindow, number: number): WindowReply => {
    const error = failures(window, number);
    if (error) {
      throw error;
    }
    return replyOf([RECORD], window);
  };
}

const keys = async () => (await store.db.selectFrom("conversations").select("conversationId").execute()).length;

describe("a source that fails in passing", () => {
  it("is asked for the same again after pauses that double, and what comes then is kept", async () => {
    const { clock, troubles, source, error } = await run(failing((_, number) => (number <= 3 ? unavailable : null)));
    expect(error).toBeNull();
    expect(clock.sleeps).toEqual([1500, 3000, 6000]);
    expect(troubles).toEqual([unavailable, unavailable, unavailable]);
    expect(new Set(source.asked.slice(0, 4).map(({ fromAt }) => fromAt)).size).toBe(1);
    expect(await keys()).toBe(1);
  });

  it("is given pauses that chance spreads, so that many do not come back at once", async () => {
    const first = failing((_, number) => (number === 1 ? unavailable : null));
    expect((await run(first, { random: 0 })).clock.sleeps).toEqual([1000]);
    await store.db.deleteFrom("syncWindows").execute();
    expect((await run(first, { random: 0.999 })).clock.sleeps).toEqual([1999]);
  });

  it("is given the pause that it names", async () => {
    const limited = new KoreError("rate-limited", "Kore.ai’s limit of requests a minute is used up.", 7);
    const { clock, error } = await run(failing((_, number) => (number === 1 ? limited : null)));
    expect(error).toBeNull();
    expect(clock.sleeps).toEqual([7000]);
  });

  it("by its limit of requests is waited for however long that takes, no pause longer than a minute", async () => {
    const limited = new KoreError("rate-limited", "Kore.ai’s limit of requests a minute is used up.");
    const { clock, error } = await run(
      failing((_, number) => (number <= 20 ? limited : null)),
      { random: 0.999 },
    );
    expect(error).toBeNull();
    expect(clock.sleeps).toHaveLength(20);
    expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(60_000);
  });

  it("again and again for every window is given up after two windows of six tries, with its error", async () => {
    const { source, clock, error } = await run(failing(() => unavailable));
    expect(error).toBe(unavailable);
    expect(source.asked).toHaveLength(12);
    expect(clock.sleeps).toHaveLength(10);
  });
});

describe("a window that the source keeps failing", () => {
  const SICK = NOW - 10 * DAY_MS;
  const isSick = ({ fromAt, toAt }: TimeWindow) => fromAt <= SICK && SICK < toAt;

  it("is noted with the reason, and the others are copied", async () => {
    const { ledger, error } = await run(failing((window) => (isSick(window) ? unavailable : null)));
    expect(error).toBeNull();
    const failed = ledger.filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([{ reason: "Kore.ai failed with status 503.", fetchedAt: expect.any(Number) }]);
    expect(failed.every(isSick)).toBe(true);
    expect(ledger.filter(({ state }) => state === "copied").length).toBeGreaterThan(1);
  });

  it("is left alone by the next run, and tried again by one that is asked to", async () => {
    const clock = createHastyClock(NOW);
    await run(
      failing((window) => (isSick(window) ? unavailable : null)),
      { clock },
    );
    clock.pass(1000);
    const next = await run(() => NOTHING, { clock });
    expect(next.source.asked.filter(isSick)).toEqual([]);
    const asked = await run(() => NOTHING, { clock, retriesFailed: true });
    expect(asked.source.asked.filter(isSick)).toHaveLength(1);
    expect(asked.ledger.filter(({ state }) => state === "failed")).toEqual([]);
  });

  it("does not undo a copy that there is already: only what was never copied is noted", async () => {
    const clock = createHastyClock(NOW);
    await run(() => NOTHING, { clock });
    clock.pass(60_000);
    const { ledger, error } = await run(
      failing(() => unavailable),
      { clock },
    );
    expect(error).toBe(unavailable);
    const copied = ledger.filter(({ state }) => state === "copied");
    expect(uncovered({ fromAt: NOW - 30 * DAY_MS, toAt: NOW }, copied)).toEqual([]);
    expect(ledger.filter(({ state }) => state === "failed").every(({ fromAt }) => fromAt >= NOW)).toBe(true);
  });
});

describe("a source that refuses", () => {
  it("the caller is not asked again, and what was copied before stays", async () => {
    const { source, clock, error, ledger } = await run(failing((_, number) => (number > 1 ? unauthorized : null)));
    expect(error).toBe(unauthorized);
    expect(source.asked).toHaveLength(2);
    expect(clock.sleeps).toEqual([]);
    expect(await keys()).toBe(1);
    expect(ledger).toMatchObject([{ fromAt: NOW - DAY_MS, toAt: NOW, state: "copied" }]);
  });

  it("one window after the other is given up at the second, without a pause", async () => {
    const refused = new KoreError("refused", "Kore.ai did not accept the request (412).");
    const { source, clock, error } = await run(failing(() => refused));
    expect(error).toBe(refused);
    expect(source.asked).toHaveLength(2);
    expect(clock.sleeps).toEqual([]);
  });
});

describe("a fault of ours", () => {
  it("shows at once: it is neither tried again nor noted as the source's", async () => {
    const { source, troubles, error, ledger } = await run(() => {
      throw new TypeError("no such thing");
    });
    expect(error).toBeInstanceOf(TypeError);
    expect(source.asked).toHaveLength(1);
    expect(troubles).toEqual([]);
    expect(ledger).toEqual([]);
  });
});
