import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WindowReply } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import { createTestClock, type TestClock } from "@/lib/kore/test-clock";
import type { TimeWindow } from "@/lib/kore/windows";
import type { SyncReply } from "@/lib/shared/contract";
import { DAY_MS, SECOND_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { conversation } from "@/lib/sync/normalize/test-records";
import { createTestSource, NOTHING, replyOf, type TestSource } from "@/lib/sync/run/test-source";
import { type Scheduler, startSchedule } from "./schedule";

const NOW = Date.parse("2025-10-01T12:00:00Z");

const unauthorized = new KoreError("unauthorized", "Kore.ai refused the request. Check KORE_STREAM_ID.");
const unavailable = new KoreError("unavailable", "Kore.ai failed with status 503.");

let store: Store;
let clock: TestClock;
let source: TestSource;
let scheduler: Scheduler;
let logged: string[];

beforeEach(async () => {
  store = await openTestStore();
  clock = createTestClock(NOW);
  logged = [];
});
afterEach(async () => {
  await scheduler.stop();
  await store.close();
});

function start(answer: (window: TimeWindow, number: number) => WindowReply | Promise<WindowReply>): void {
  source = createTestSource(answer);
  const log = { info: () => {}, error: (message: string) => logged.push(message) };
  const settings = { historyDays: 2, rereadDays: 1, intervalSeconds: 120, requestsPerMinute: 60 };
  scheduler = startSchedule({ store, client: source, clock, random: () => 0.5, log, ...settings });
}

/** Until the copy is in this state and sleeps, so that nothing happens before the clock moves. */
async function reach(state: SyncReply["state"], sleeps = 1): Promise<SyncReply> {
  return vi.waitFor(
    async () => {
      const status = await scheduler.status();
      expect([status.state, clock.sleeps.length]).toEqual([state, sleeps]);
      return status;
    },
    { interval: 2, timeout: 20_000 },
  );
}

describe("the copy in the background", () => {
  it("runs at once, is idle when all is read, and says how far it reaches", async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    start(() => asked.then(() => NOTHING));
    expect((await scheduler.status()).state).toBe("running");
    answer();
    expect(await reach("idle")).toMatchObject({
      complete: true,
      dataThrough: "2025-10-01T12:00:00.000Z",
      lastError: null,
      gaps: [],
      progress: { done: 172_800, total: 172_800, remainingSeconds: 0 },
      traffic: { requests: 2, requestsPerMinute: 60, rows: 0 },
    });
  });

  it("runs again after the interval, and then reaches further", async () => {
    start(() => NOTHING);
    await reach("idle");
    expect(clock.sleeps).toEqual([120 * SECOND_MS]);
    const before = source.asked.length;
    await clock.advanceTo(NOW + 120 * SECOND_MS);
    const status = await reach("idle", 2);
    expect(source.asked.length).toBe(before + 1);
    expect(status).toMatchObject({ complete: true, dataThrough: "2025-10-01T12:02:00.000Z" });
  });

  it("is running, with what is left, while a window is under way", async () => {
    let answer = (_: WindowReply) => {};
    start((_, number) => (number === 1 ? NOTHING : new Promise((resolve) => (answer = resolve))));
    await vi.waitFor(() => expect(source.asked).toHaveLength(2), { interval: 2, timeout: 20_000 });
    expect(await scheduler.status()).toMatchObject({
      state: "running",
      complete: false,
      dataThrough: "2025-10-01T12:00:00.000Z",
      gaps: [{ from: "2025-09-29T12:00:00.000Z", to: "2025-09-30T12:00:00.000Z", reason: "not copied yet" }],
    });
    answer(NOTHING);
    expect((await reach("idle")).complete).toBe(true);
  });

  it("runs at once where somebody asks for it", async () => {
    start(() => NOTHING);
    await reach("idle");
    await clock.advanceTo(NOW + 10 * SECOND_MS);
    scheduler.runNow();
    expect(await reach("idle", 2)).toMatchObject({ dataThrough: "2025-10-01T12:00:10.000Z" });
  });

  it("tells those who listen of every change, and nobody else", async () => {
    const heard: string[] = [];
    start(() => NOTHING);
    const stopListening = scheduler.subscribe(() => heard.push("first"));
    scheduler.subscribe(() => heard.push("second"));
    await reach("idle");
    expect(heard.filter((name) => name === "first").length).toBeGreaterThanOrEqual(2);
    stopListening();
    heard.length = 0;
    scheduler.runNow();
    await reach("idle", 2);
    expect(new Set(heard)).toEqual(new Set(["second"]));
  });

  it("asks for nothing any more once it is stopped", async () => {
    start(() => NOTHING);
    await reach("idle");
    await scheduler.stop();
    const before = source.asked.length;
    await clock.advanceTo(NOW + DAY_MS);
    expect(source.asked.length).toBe(before);
  });
});

describe("a copy in trouble", () => {
  it("is failing while it waits to ask again, and says why; then it goes on as if nothing had been", async () => {
    start((_, number) => {
      if (number === 1) {
        throw unavailable;
      }
      return NOTHING;
    });
    expect(await reach("failing")).toMatchObject({ lastError: unavailable.message, complete: false });
    await clock.advanceTo(NOW + 1500);
    expect(await reach("idle", 2)).toMatchObject({ lastError: null, complete: true });
  });

  it("that is refused is failing, keeps what it has, names the gap by the error, and waits for five minutes", async () => {
    start((_, number) => {
      if (number > 1) {
        throw unauthorized;
      }
      return NOTHING;
    });
    expect(await reach("failing")).toMatchObject({
      complete: false,
      dataThrough: "2025-10-01T12:00:00.000Z",
      lastError: unauthorized.message,
      gaps: [{ from: "2025-09-29T12:00:00.000Z", to: "2025-09-30T12:00:00.000Z", reason: unauthorized.message }],
    });
    expect(clock.sleeps).toEqual([300 * SECOND_MS]);
    expect(logged).toEqual([unauthorized.message]);
  });

  it("is still failing while the next run has brought nothing yet, and idle once the fault is mended", async () => {
    let isMended = false;
    let answer = (_: WindowReply) => {};
    start(() => {
      if (!isMended) {
        throw unauthorized;
      }
      return new Promise((resolve) => (answer = resolve));
    });
    await reach("failing");
    isMended = true;
    const before = source.asked.length;
    scheduler.runNow();
    await vi.waitFor(() => expect(source.asked.length).toBe(before + 1), { interval: 2, timeout: 20_000 });
    expect(await scheduler.status()).toMatchObject({ state: "failing", lastError: unauthorized.message });
    answer(NOTHING);
    await vi.waitFor(() => expect(source.asked.length).toBe(before + 2), { interval: 2, timeout: 20_000 });
    expect(await scheduler.status()).toMatchObject({ state: "running", lastError: null });
    answer(NOTHING);
    expect(await reach("idle", 2)).toMatchObject({ lastError: null, complete: true });
  });

  it("by a fault of ours says so, and neither the status nor the log quotes data", async () => {
    start(() => {
      throw new Error("Constraint Error: +15550109999");
    });
    expect(await reach("failing")).toMatchObject({
      lastError: "The sync failed inside Callboard; its log says why.",
    });
    expect(logged.join()).toContain("schedule.test");
    expect(logged.join()).not.toContain("1555");
  });
});

describe("a copy that is paused", () => {
  it("is idle, asks for nothing, and goes on where it was when it is resumed", async () => {
    start(() => NOTHING);
    await reach("idle");
    await scheduler.setPaused(true);
    expect(await reach("idle", 2)).toMatchObject({ isPaused: true, complete: true });
    const before = source.asked.length;
    await clock.advanceTo(NOW + 600 * SECOND_MS);
    scheduler.runNow();
    await vi.waitFor(() => expect([clock.sleeps.length > 2, clock.sleepers()]).toEqual([true, 1]), {
      interval: 2,
      timeout: 20_000,
    });
    expect(source.asked.length).toBe(before);
    await scheduler.setPaused(false);
    await vi.waitFor(() => expect(source.asked.length).toBeGreaterThan(before), { interval: 2, timeout: 20_000 });
    expect((await scheduler.status()).isPaused).toBe(false);
  });

  it("interrupts a request, and is paused only once nothing is under way any more", async () => {
    let aborted = 0;
    start(() => new Promise(() => {}));
    const fetchWindow = source.fetchWindow;
    source.fetchWindow = (window, options) => {
      options?.signal?.addEventListener("abort", () => {
        aborted += 1;
      });
      return fetchWindow(window, options);
    };
    await vi.waitFor(() => expect(source.asked.length).toBe(1), { interval: 2, timeout: 20_000 });
    await scheduler.setPaused(true);
    expect(aborted).toBe(1);
    expect(await scheduler.status()).toMatchObject({ state: "idle", isPaused: true, lastError: null });
  });

  it("interrupts a pause between two tries of a request, and leaves no sleeper behind", async () => {
    start(() => Promise.reject(new KoreError("rate-limited", "Too many.", 3600)));
    await vi.waitFor(() => expect(clock.sleepers()).toBe(1), { interval: 2, timeout: 20_000 });
    await scheduler.setPaused(true);
    await vi.waitFor(() => expect(clock.sleeps.at(-1)).toBe(120 * SECOND_MS), { interval: 2, timeout: 20_000 });
    expect([clock.sleeps, clock.sleepers()]).toEqual([[3600 * SECOND_MS, 120 * SECOND_MS], 1]);
    expect((await scheduler.status()).state).not.toBe("running");
    await scheduler.stop();
    expect([clock.sleepers(), source.asked.length]).toEqual([0, 1]);
  });

  it("stays paused over a restart", async () => {
    start(() => NOTHING);
    await reach("idle");
    await scheduler.setPaused(true);
    await scheduler.stop();
    clock = createTestClock(NOW + DAY_MS);
    start(() => NOTHING);
    expect(await reach("idle")).toMatchObject({ isPaused: true, dataThrough: "2025-10-01T12:00:00.000Z" });
    expect(source.asked).toEqual([]);
  });
});

describe("how much of a range is there", () => {
  const NONE_MISSING = { setAside: 0, unread: 0, stale: 0 };

  it("is all of it where it is copied, as far as the copy reaches", async () => {
    start((window) => replyOf([conversation("c-1")], window));
    await reach("idle");
    const range = (from: number, to: number) =>
      scheduler.coverageOf({ fromAt: NOW + from * DAY_MS, toAt: NOW + to * DAY_MS });
    expect(await range(-1, 0)).toEqual({ dataThrough: "2025-10-01T12:00:00.000Z", complete: true, ...NONE_MISSING });
    expect(await range(-1, 5)).toMatchObject({ complete: true });
    expect(await range(-3, 0)).toMatchObject({ complete: false });
    expect(await range(1, 2)).toMatchObject({ complete: false });
  });

  it("lacks a record that cannot be read as soon as it has come", async () => {
    let records: WindowReply["records"] = [];
    start(() => ({ ...NOTHING, records }));
    await reach("idle");
    const yesterday = { fromAt: NOW - DAY_MS, toAt: NOW + DAY_MS };
    expect(await scheduler.coverageOf(yesterday)).toMatchObject({ complete: true, setAside: 0 });
    records = [{ raw: "{}", reason: "record: has no start" }];
    await clock.advanceTo(NOW + 120 * SECOND_MS);
    await reach("idle", 2);
    expect(await scheduler.coverageOf(yesterday)).toMatchObject({ complete: true, setAside: 1 });
    expect(await scheduler.status()).toMatchObject({ complete: true, setAside: 1, rejected: 1 });
  });

  it("is not all of it where a second was cut off or a window failed", async () => {
    const hot = NOW - DAY_MS / 2;
    start((window) => ({ ...NOTHING, isFull: window.fromAt <= hot && hot < window.toAt }));
    await reach("idle");
    expect(await scheduler.coverageOf({ fromAt: NOW - DAY_MS, toAt: NOW })).toMatchObject({ complete: false });
    expect(await scheduler.coverageOf({ fromAt: NOW - DAY_MS / 4, toAt: NOW })).toMatchObject({ complete: true });
  });

  it("is nothing before anything was read", async () => {
    start(() => new Promise(() => {}));
    expect(await scheduler.coverageOf({ fromAt: NOW - DAY_MS, toAt: NOW })).toEqual({
      dataThrough: null,
      complete: false,
      ...NONE_MISSING,
    });
  });
});
