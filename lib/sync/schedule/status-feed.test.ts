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

function listen() {
  const heard: string[] = [];
  const stop = feed.listen({
    status: (json) => heard.push(json),
    beat: () => heard.push("beat"),
    end: () => heard.push("end"),
  });
  return { heard, stop };
}
const status = (rejected: number) => `{"state":"idle","rejected":${rejected}}`;

it("computes one status for all who listen, at once and for each change, however many changes come together", async () => {
  const all = Array.from({ length: 50 }, listen);
  await vi.advanceTimersByTimeAsync(0);
  expect(all.map(({ heard }) => heard)).toEqual(all.map(() => [status(1)]));
  for (let change = 0; change < 20; change += 1) {
    changes.emit("change");
  }
  await vi.advanceTimersByTimeAsync(HALF_A_SECOND);
  expect(all.map(({ heard }) => heard)).toEqual(all.map(() => [status(1), status(2)]));
  expect(computed).toBe(2);
  expect(changes.listenerCount("change")).toBe(1);
});

it("gives who comes later the status that there is", async () => {
  listen();
  await vi.advanceTimersByTimeAsync(0);
  const late = listen();
  expect(late.heard).toEqual([status(1)]);
  expect(computed).toBe(1);
});

it("leaves nothing behind once nobody listens, and asks anew for who comes then", async () => {
  const { stop } = listen();
  await vi.advanceTimersByTimeAsync(0);
  changes.emit("change");
  stop();
  stop();
  expect([feed.listeners(), changes.listenerCount("change"), vi.getTimerCount()]).toEqual([0, 0, 0]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(computed).toBe(1);
  const next = listen();
  await vi.advanceTimersByTimeAsync(0);
  expect(next.heard).toEqual([status(2)]);
});

it("misses no change that comes while a status is computed", async () => {
  const { heard } = listen();
  changes.emit("change");
  await vi.advanceTimersByTimeAsync(HALF_A_SECOND);
  expect(heard).toEqual([status(1), status(2)]);
});

it("beats while nothing changes, and ends all when it is closed, whoever comes later too", async () => {
  const { heard } = listen();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(heard).toEqual([status(1), "beat"]);
  feed.close();
  expect(heard.at(-1)).toBe("end");
  expect(listen().heard).toEqual(["end"]);
  expect([feed.listeners(), vi.getTimerCount()]).toEqual([0, 0]);
});
