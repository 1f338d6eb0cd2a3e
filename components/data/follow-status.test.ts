import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type SyncReply, syncReplySchema } from "@/lib/shared/contract";
import { type EventStream, followStatus } from "./follow-status";

const STATUS: SyncReply = {
  state: "idle",
  complete: true,
  dataThrough: "2026-03-11T12:00:00.000Z",
  progress: { done: 1, total: 1, remainingSeconds: 0 },
  setAside: 0,
  unread: 0,
  stale: 0,
  gaps: [],
  open: { conversations: 0, readAt: null },
  rejected: 0,
  lastError: null,
  isPaused: false,
  coverage: [],
  traffic: { requests: 0, requestsPerMinute: 60, rows: 0, rowsPerSecond: 0 },
  overdueSince: null,
};
const START = Date.parse("2026-03-11T14:02:00Z");

class TestStream implements EventStream {
  onmessage: EventStream["onmessage"] = null;
  onerror: EventStream["onerror"] = null;
  beat = () => {};
  isClosed = false;
  addEventListener(_: "beat", listener: () => void): void {
    this.beat = listener;
  }
  close(): void {
    this.isClosed = true;
  }
  async send(status: unknown): Promise<void> {
    this.onmessage?.(
      new MessageEvent("message", { data: typeof status === "string" ? status : JSON.stringify(status) }),
    );
    await vi.advanceTimersByTimeAsync(0);
  }
}

let streams: TestStream[];
let seen: SyncReply[];
let lost: (number | null)[];
let following: ReturnType<typeof followStatus>;
const newest = () => streams.at(-1) as TestStream;
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  streams = [];
  seen = [];
  lost = [];
  following = followStatus({
    open: () => {
      streams.push(new TestStream());
      return newest();
    },
    schema: async () => syncReplySchema,
    onStatus: (status) => seen.push(status),
    onLost: (since) => lost.push(since),
    now: Date.now,
    random: () => 1,
  });
});
afterEach(() => {
  following.stop();
  expect(streams.every(({ isClosed }) => isClosed)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it("passes on each status, and stays on its stream while heartbeats come", async () => {
  await newest().send(STATUS);
  for (let minute = 0; minute < 10; minute += 1) {
    await pass(30);
    newest().beat();
  }
  await newest().send({ ...STATUS, rejected: 3 });
  expect(seen.map(({ rejected }) => rejected)).toEqual([0, 3]);
  expect([streams.length, lost]).toEqual([1, []]);
});

it("opens again after any failure, with pauses that double up to a minute, and says since when it is lost", async () => {
  await newest().send(STATUS);
  await pass(20);
  const pauses: number[] = [];
  for (let failure = 0; failure < 8; failure += 1) {
    const before = streams.length;
    newest().onerror?.(new Event("error"));
    const from = Date.now();
    while (streams.length === before) {
      await pass(1);
    }
    pauses.push((Date.now() - from) / 1000);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(new Set(lost)).toEqual(new Set([START + 20_000]));
  await newest().send(STATUS);
  expect(lost.at(-1)).toBeNull();
});

it("does not say so where the first try again helps", async () => {
  newest().onerror?.(new Event("error"));
  await pass(1);
  await newest().send(STATUS);
  expect(lost.filter((since) => since !== null)).toEqual([]);
  newest().onerror?.(new Event("error"));
  await pass(1);
  expect(streams.length, "and begins anew with short pauses").toBe(3);
});

it.each([
  ["is no JSON", "<html>Sign in</html>"],
  ["is no status", { hello: "world" }],
  ["lacks a field", { ...STATUS, setAside: undefined }],
])("takes a message that %s for a failure", async (_, message) => {
  await newest().send(message);
  expect([seen.length, newest().isClosed]).toEqual([0, true]);
  await pass(1);
  expect(streams.length).toBe(2);
});

it("opens again where nothing comes for a minute, not even a heartbeat", async () => {
  await newest().send(STATUS);
  await pass(61);
  expect(streams.length).toBe(2);
});

it("tries at once where it is asked to, and hears no stream but its newest", async () => {
  newest().onerror?.(new Event("error"));
  following.retry();
  following.retry();
  expect(streams.length).toBe(2);
  await streams[0]?.send({ ...STATUS, rejected: 9 });
  await newest().send(STATUS);
  expect(seen.map(({ rejected }) => rejected)).toEqual([0]);
});
