import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConversationItem } from "@/lib/shared/conversation";
import type { CallboardError } from "@/lib/shared/errors";
import { CONVERSATION_SORTS, type ConversationSort, type ListQuery } from "@/lib/shared/query";
import { scopeFor } from "@/lib/shared/test-scope";
import type { Store } from "@/lib/store/engine/engine";
import { conversation, openStoreWith } from "@/lib/sync/normalize/test-records";
import { countSelection, listConversations } from "./conversation-list";
import { queryFor } from "./test-list";

const EVERYTHING = scopeFor();

const STATUSES = ["CLOSED", "BotResolved", "Dropped", undefined];
const CHANNELS = ["Voice", "System Mail", "Web/Mobile Client"];
const ENDS = ["2025-10-01T10:00:10", undefined, "2025-10-01T10:00:10.5", "2025-10-01T09:59:00", "2025-10-01T10:01:00"];

const encode = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");

/** Thirty conversations with many ties: every third starts at the same second, durations are missing or negative. */
const RECORDS = Array.from({ length: 30 }, (_, index) =>
  conversation(`c-${String((index * 7) % 30).padStart(2, "0")}`, {
    sessionStartTime: index % 3 === 0 ? "2025-10-01T10:00:00" : `2025-10-01T10:00:${String(index).padStart(2, "0")}`,
    sessionEndTime: ENDS[index % ENDS.length],
    finalStatus: STATUSES[index % STATUSES.length],
    channel: CHANNELS[index % CHANNELS.length],
  }),
);

describe("the list of conversations", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openStoreWith(RECORDS);
  });
  afterAll(() => store.close());

  async function pagesOf(fields: Partial<ListQuery>): Promise<ConversationItem[][]> {
    const pages: ConversationItem[][] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(store.db, EVERYTHING, queryFor({ ...fields, cursor }));
      pages.push(page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && pages.length < 50);
    return pages;
  }

  async function messageFor(cursor: string, sort: ConversationSort): Promise<CallboardError> {
    return listConversations(store.db, EVERYTHING, queryFor({ cursor, sort })).then(
      () => {
        throw new Error("The cursor was taken.");
      },
      (error: CallboardError) => error,
    );
  }

  /** The order by an implementation of its own: by the value, then by the id, a missing duration below all others. */
  function inOrder(items: readonly ConversationItem[], sort: ConversationSort, isDescending: boolean): string[] {
    const value = (item: ConversationItem) => item[sort] ?? (sort === "durationSeconds" ? -1e9 : "");
    const sign = isDescending ? -1 : 1;
    const compare = (a: string | number, b: string | number) => (a < b ? -sign : a > b ? sign : 0);
    return items.toSorted((a, b) => compare(value(a), value(b)) || compare(a.id, b.id)).map(({ id }) => id);
  }

  describe.each(CONVERSATION_SORTS)("sorted by %s", (sort) => {
    it.each([true, false])(
      "has every row exactly once and in order over its pages, descending: %s",
      async (isDescending) => {
        const [whole = []] = await pagesOf({ sort, isDescending });
        expect(whole).toHaveLength(30);
        const ids = (await pagesOf({ sort, isDescending, limit: 8 })).flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(30);
        expect(ids).toEqual(whole.map(({ id }) => id));
        if (sort !== "durationSeconds") {
          expect(ids).toEqual(inOrder(whole, sort, isDescending));
        }
      },
    );
  });

  it("has as many rows a page as asked for, and no cursor after the last", async () => {
    const pages = await pagesOf({ limit: 7 });
    expect(pages.map((page) => page.length)).toEqual([7, 7, 7, 7, 2]);
    expect((await pagesOf({ limit: 30 })).map((page) => page.length)).toEqual([30]);
    expect((await pagesOf({ limit: 29 })).map((page) => page.length)).toEqual([29, 1]);
  });

  it("begins a page after so many rows", async () => {
    const [whole = []] = await pagesOf({});
    for (const offset of [0, 1, 8, 29, 30, 1000]) {
      const { items } = await listConversations(store.db, EVERYTHING, queryFor({ offset, limit: 8 }));
      expect(items).toEqual(whole.slice(offset, offset + 8));
    }
  });

  it("pages within its filters", async () => {
    const pages = await pagesOf({ filters: { channel: ["Voice"] }, limit: 3 });
    expect(pages.flat().map(({ channel }) => channel)).toEqual(Array.from({ length: 10 }, () => "Voice"));
    expect(await countSelection(store.db, EVERYTHING, queryFor({ filters: { channel: ["Voice"] } }))).toBe(10);
  });

  it("shows and counts nothing beyond the scope", async () => {
    const nobody = scopeFor({ queues: [] });
    expect(await listConversations(store.db, nobody, queryFor())).toEqual({ items: [], nextCursor: null });
    expect(await countSelection(store.db, nobody, queryFor())).toBe(0);
  });

  it("refuses a cursor that no reply has given, naming the parameter", async () => {
    const words = [
      encode(["startedAt", 1e300, ""]),
      encode(["startedAt", 2 ** 63, ""]),
      "",
      "x",
      "bm9uc2Vuc2U",
      "bnVsbA",
      encode(["a"]),
      "%00",
    ];
    for (const cursor of words) {
      const error = await messageFor(cursor, "startedAt");
      expect(error).toMatchObject({ code: "invalid_parameter", details: { parameter: "cursor" } });
    }
  });

  it("refuses a cursor that another order has given, naming the parameter", async () => {
    const cursorOf = async (sort: ConversationSort) =>
      (await listConversations(store.db, EVERYTHING, queryFor({ sort, limit: 1 }))).nextCursor ?? "";
    const byChannel = await messageFor(await cursorOf("channel"), "startedAt");
    expect(byChannel).toMatchObject({ code: "invalid_parameter", details: { parameter: "cursor" } });
    const byStart = await messageFor(await cursorOf("startedAt"), "channel");
    expect(byStart).toMatchObject({ code: "invalid_parameter", details: { parameter: "cursor" } });
  });

  it("answers any cursor with rows or with the parameter's name, and with nothing else", async () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.constant(null));
    const place = fc.tuple(fc.constantFrom(...CONVERSATION_SORTS, "id"), value, fc.string());
    const cursors = place.map(encode);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 1, arbitrary: fc.string() }, { weight: 9, arbitrary: cursors }),
        fc.constantFrom(...CONVERSATION_SORTS),
        async (cursor, sort) => {
          const reply = await listConversations(store.db, EVERYTHING, queryFor({ cursor, sort, limit: 2 })).catch(
            (error: CallboardError) => error,
          );
          expect("items" in reply || reply.code === "invalid_parameter").toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("conversations by their duration", () => {
  let store: Store;
  beforeAll(async () => {
    const ending = (id: string, sessionEndTime?: string) => conversation(id, { sessionEndTime });
    store = await openStoreWith([
      ending("missing-1"),
      ending("ten", "2025-10-01T10:00:10"),
      ending("negative", "2025-10-01T09:59:00"),
      ending("ten-and-a-half", "2025-10-01T10:00:10.5"),
      ending("missing-2"),
      ending("also-ten", "2025-10-01T10:00:10"),
      ending("none", "2025-10-01T10:00:00"),
    ]);
  });
  afterAll(() => store.close());

  const FALLING = ["ten-and-a-half", "ten", "also-ten", "none", "negative", "missing-2", "missing-1"];

  it.each([
    [true, FALLING],
    [false, FALLING.toReversed()],
  ])(
    "have ties in the order of their ids, and missing durations below all others, descending: %s",
    async (isDescending, order) => {
      const ids: string[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null && ids.length < 20) {
        const query = queryFor({ sort: "durationSeconds", isDescending, limit: 1, cursor });
        const page = await listConversations(store.db, EVERYTHING, query);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(ids).toEqual(order);
    },
  );
});

describe("the order of the list", () => {
  // A database that sorts as people do would have a, Ä, B, z; a trailing space and a dash would not count.
  const CHANNELS_IN_ORDER = ["B", "Z-a", "Za", "a", "z", "Ä", "é", "語", "😀"];
  let store: Store;
  beforeAll(async () => {
    const records = CHANNELS_IN_ORDER.map((channel, index) => conversation(`c-${index}`, { channel }));
    store = await openStoreWith(records.toReversed());
  });
  afterAll(() => store.close());

  it("is by code point on every engine, and a cursor goes on in the same", async () => {
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = queryFor({ sort: "channel", isDescending: false, limit: 2, cursor: cursor ?? undefined });
      const page = await listConversations(store.db, EVERYTHING, query);
      seen.push(...page.items.map(({ channel }) => channel));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(CHANNELS_IN_ORDER);
  });
});
