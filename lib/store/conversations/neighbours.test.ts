import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONVERSATION_SORTS, type ListQuery } from "@/lib/shared/query";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { conversation, openStoreWith, queueEntry } from "@/lib/sync/normalize/test-records";
import { listConversations } from "./conversation-list";
import { readNeighbours } from "./neighbours";

const RANGE = { from: "", to: "", timeZone: "UTC", startAt: 0, endAt: 8.64e15 };
const EVERYTHING = scopeFor();

function queryFor(fields: Partial<ListQuery> = {}): ListQuery {
  return { range: RANGE, filters: {}, sort: "startedAt", isDescending: true, limit: 100, format: "json", ...fields };
}

/** Twelve calls, three to a second; every other one never ended and went to another queue. */
const RECORDS = Array.from({ length: 12 }, (_, index) =>
  conversation(`c-${String((index * 5) % 12).padStart(2, "0")}`, {
    sessionStartTime: `2025-10-01T10:00:0${Math.floor(index / 3)}`,
    sessionEndTime: index % 2 === 0 ? "2025-10-01T10:01:00" : undefined,
    channel: index % 2 === 0 ? "Voice" : "System Mail",
    destinations: [queueEntry(index % 2 === 0 ? "qu-1" : "qu-2")],
  }),
);

describe("the neighbours of a conversation", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  const orders = CONVERSATION_SORTS.flatMap((sort) => [true, false].map((isDescending) => ({ sort, isDescending })));

  it.each(orders)("are the rows beside it in the list: by $sort, descending: $isDescending", async (order) => {
    for (const fields of [order, { ...order, filters: { channel: ["Voice"] } }, { ...order, search: "c-0" }]) {
      const { items } = await listConversations(store.db, EVERYTHING, queryFor(fields));
      const ids = items.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(5);
      for (const [position, id] of ids.entries()) {
        expect(await readNeighbours(store.db, EVERYTHING, queryFor(fields), id)).toEqual({
          previous: ids[position - 1] ?? null,
          next: ids[position + 1] ?? null,
          position,
          total: ids.length,
        });
      }
    }
  });

  it("are none where it is not in the list, or not in the scope", async () => {
    const none = { previous: null, next: null, position: null };
    const filtered = queryFor({ filters: { channel: ["System Mail"] } });
    expect(await readNeighbours(store.db, EVERYTHING, filtered, "c-00")).toEqual({ ...none, total: 6 });
    expect(await readNeighbours(store.db, EVERYTHING, queryFor(), "c-99")).toEqual({ ...none, total: 12 });
    const scope = scopeFor({ queues: ["qu-2"] });
    expect(await readNeighbours(store.db, scope, queryFor(), "c-00")).toEqual({ ...none, total: 6 });
  });

  it("are only those that the scope may see", async () => {
    const scope = scopeFor({ queues: ["qu-1"] });
    const { items } = await listConversations(store.db, scope, queryFor());
    const [first, second, third] = items.map(({ id }) => id);
    expect(await readNeighbours(store.db, scope, queryFor(), second ?? "")).toMatchObject({
      previous: first,
      next: third,
      position: 1,
      total: 6,
    });
  });
});
