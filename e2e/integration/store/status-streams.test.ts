import { getEventListeners } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { GET as getEvents } from "@/app/api/sync/events/route";
import { syncReplySchema } from "@/lib/shared/contract";
import { ask, type Served, startServed } from "../support/served";

let served: Served;
beforeAll(async () => {
  served = await startServed();
});
afterAll(() => served.stop());

const open = (signal?: AbortSignal) =>
  ask(getEvents, "/api/sync/events", { headers: { cookie: served.cookie.supervisor }, signal: signal ?? null });

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

/** The three ways in which a listener goes: by itself, by its request, or before it was there. */
const WAYS: Record<string, (go: AbortController) => Promise<void>> = {
  "cancels its stream": async () => {
    const reader = (await open()).body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
  },
  "drops its request": async (go) => {
    const reader = (await open(go.signal)).body?.getReader();
    await reader?.read();
    go.abort();
    while (!(await reader?.read())?.done) {
      // What had been sent before.
    }
    expect(getEventListeners(go.signal, "abort")).toEqual([]);
  },
  "has gone before it was answered": async (go) => {
    go.abort();
    const reader = (await open(go.signal)).body?.getReader();
    expect((await reader?.read())?.done).toBe(true);
  },
};

it.each(Object.entries(WAYS))("leaves nothing behind of 500 streams whose listener %s", async (_, dropOne) => {
  const { statusFeed } = served.runtime;
  await dropOne(new AbortController());
  const before = timers();
  for (let group = 0; group < 10; group += 1) {
    await Promise.all(Array.from({ length: 50 }, () => dropOne(new AbortController())));
  }
  expect(statusFeed.subscribers()).toBe(0);
  expect(timers()).toBeLessThanOrEqual(before);
});

it("sends all listeners the very same status, that GET /api/sync tells", async () => {
  const readers = await Promise.all(Array.from({ length: 20 }, async () => (await open()).body?.getReader()));
  const texts = await Promise.all(
    readers.map(async (reader) => new TextDecoder().decode((await reader?.read())?.value)),
  );
  expect(new Set(texts).size).toBe(1);
  const [, json = ""] = /^data: (.*)\n\n$/.exec(texts[0] ?? "") ?? [];
  expect(syncReplySchema.parse(JSON.parse(json))).toEqual(await served.runtime.scheduler.status());
  await Promise.all(readers.map((reader) => reader?.cancel()));
});
