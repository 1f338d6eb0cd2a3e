import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { SyncReply } from "@/lib/shared/contract";
import { createStatusFeed, type StatusFeed } from "./status-feed";

const HALF_A_SECOND = 500;

let changes: EventEmitter;
let computed: number;
let feed: StatusFeed;
beforeEach(() => {
  vi.useFakeTimers();
  changes = new EventEmitter();
  computed = 0;
  feed = createStatusFeed({
    status: async () => {
      computed += 1;
      return { state: "idle", rejected: computed } as SyncReply;
    },
    subscribe: (onChange) => {
      changes.on("change", onChange);
      return () => void changes.off("change", onChange);
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function subscribe() {
  const received: string[] = [];
  const stop = feed.subscribe({
    status: (json) => received.push(json),
    heartbeat: () => received.push("heartbeat"),
    end: () => received.push("end"),
  });
  return { received, stop };
}
const status = (rejected: number) => `{"state":"idle","rejected":${rejected}}`;

it("computes one status for all who subscribe, at once and for each change, however many changes come together", async () => {
  const all = Array.from({ length: 50 }, subscribe);
  await vi.advanceTimersByTimeAsync(0);
  expect(all.map(({ received }) => received)).toEqual(all.map(() => [status(1)]));
  for (let change = 0; change < 20; change += 1) {
    changes.emit("change");
  }
  await vi.advanceTimersByTimeAsync(HALF_A_SECOND);
  expect(all.map(({ received }) => received)).toEqual(all.map(() => [status(1), status(2)]));
  expect(computed).toBe(2);
  expect(changes.listenerCount("change")).toBe(1);
});

it("gives a later subscriber the status that there is", async () => {
  subscribe();
  await vi.advanceTimersByTimeAsync(0);
  const late = subscribe();
  expect(late.received).toEqual([status(1)]);
  expect(computed).toBe(1);
});

it("leaves nothing behind once nobody is subscribed, and computes anew for who subscribes then", async () => {
  const { stop } = subscribe();
  await vi.advanceTimersByTimeAsync(0);
  changes.emit("change");
  stop();
  stop();
  expect([feed.subscribers(), changes.listenerCount("change"), vi.getTimerCount()]).toEqual([0, 0, 0]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(computed).toBe(1);
  const next = subscribe();
  await vi.advanceTimersByTimeAsync(0);
  expect(next.received).toEqual([status(2)]);
});

it("misses no change that comes while a status is computed", async () => {
  const { received } = subscribe();
  changes.emit("change");
  await vi.advanceTimersByTimeAsync(HALF_A_SECOND);
  expect(received).toEqual([status(1), status(2)]);
});

it("sends heartbeats while nothing changes, and ends all when it is closed, who subscribes later too", async () => {
  const { received } = subscribe();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(received).toEqual([status(1), "heartbeat"]);
  feed.close();
  expect(received.at(-1)).toBe("end");
  expect(subscribe().received).toEqual(["end"]);
  expect([feed.subscribers(), vi.getTimerCount()]).toEqual([0, 0]);
});
