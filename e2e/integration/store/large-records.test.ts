import { describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/auth/scope";
import { createKoreClient } from "@/lib/kore/client";
import { conversationDetailSchema } from "@/lib/shared/conversation";
import { parseListQuery } from "@/lib/shared/query";
import { readConversation } from "@/lib/store/conversations/conversation-detail";
import { listConversations } from "@/lib/store/conversations/conversation-list";
import type { Store } from "@/lib/store/engine/engine";
import { readContext } from "@/lib/sync/normalize/context";
import { EVERYTHING, stoppedClock } from "../support/copy";
import { useStore } from "../support/engines";
import { deepRecord, LARGE, largeRecord, plainRecord } from "../support/large-records";
import { type Scheduled, startScheduled } from "../support/scheduled";

const NOW = Date.parse("2026-03-11T10:20:30Z");
const ACCOUNT = {
  host: "http://vendor.test",
  accountId: "acc",
  streamId: "st",
  credentials: { clientId: "cs-1", clientSecret: "secret", subject: "test", algorithm: "HS256" as const },
  timeZoneOffset: 0,
  requestsPerMinute: 1_000_000,
};

const LONG = ["9007199254740992", "9007199254740993", "123456789012345678901234"];
const TAG = "88005553535000000000001";
const RECORDS = [
  ...LONG.map((id) => plainRecord(id, `,"userId":${id},"sessionleveltags":[{"name":"order","value":${TAG}}]`)),
  deepRecord('"deep"', 8000),
  deepRecord('"deep-tag"', 100_000, "userleveltags"),
  deepRecord('"deep-elsewhere"', 8000, "unheardOf"),
  plainRecord('"plain"'),
  largeRecord("large"),
];
const IDS = [...LONG, "deep", "deep-elsewhere", "plain", "large"];

/** All of them in every page that reaches the day on which they began, as texts. */
const vendor: typeof fetch = async (_, init) => {
  const { startDate, endDate } = JSON.parse(String(init?.body));
  const holdsThem = startDate <= "2026-03-10 08:00:00" && endDate >= "2026-03-10 08:00:00";
  return new Response(`{"numResults":${holdsThem ? RECORDS.length : 0},"data":${holdsThem ? `[${RECORDS}]` : null}}`);
};

describe.each(["DuckDB", "PostgreSQL"] as const)("records out of the ordinary, on %s", (name) => {
  let copy: Scheduled;
  const store = useStore(name, async (empty: Store) => {
    const clock = stoppedClock(NOW);
    const client = createKoreClient(ACCOUNT, clock, vendor);
    copy = await startScheduled({ store: empty, client, clock, historyDays: 3 });
    expect(await copy.run()).toMatchObject({ error: null });
  });

  const list = async (search: string) => {
    const query = parseListQuery(new URLSearchParams(`from=2026-03-01&to=2026-03-11&${search}`), {
      timeZone: "UTC",
      now: NOW,
    });
    const { items } = await listConversations(store().db, EVERYTHING, query);
    return items.map(({ id }) => id).sort();
  };
  const read = async (id: string, scope = EVERYTHING) =>
    conversationDetailSchema.parse(await readConversation(store().db, scope, id, { timeZone: "UTC", readContext }));

  it("are all copied or set aside, and the copy is complete", async () => {
    const rejected = await store().db.selectFrom("rejectedRecords").selectAll().execute();
    const copied = await list("");
    expect([...copied, ...rejected.map(({ record }) => JSON.parse(record).conversationId)].sort()).toEqual(
      [...IDS, "deep-tag"].sort(),
    );
    expect(copied).toEqual(expect.arrayContaining(IDS));
    expect(await copy.status()).toMatchObject({ complete: true, rejected: rejected.length });
  });

  it("keep each digit of their numbers: three long ids are three, each found by its own", async () => {
    for (const id of LONG) {
      expect(await list(`search=${id}`)).toEqual([id]);
      const detail = await read(id);
      expect(detail).toMatchObject({ id, userId: id, tags: { session: [{ name: "order", value: TAG }] } });
      expect(JSON.stringify(detail.raw)).toContain(id);
      expect(detail.raw).toMatchObject({ sessionleveltags: [{ value: TAG }] });
    }
    expect(await list(`search=${TAG}`)).toEqual([...LONG].sort());
    expect(await list(`tag=order:${TAG}`)).toEqual([...LONG].sort());
  });

  it("8,000 levels deep are kept whole, and shown to a hundred levels with the rest as its text", async () => {
    for (const [id, field] of [
      ["deep", "metaInfo"],
      ["deep-elsewhere", "unheardOf"],
    ] as const) {
      const raw = await store()
        .db.selectFrom("rawRecords")
        .select("record")
        .where("conversationId", "=", id)
        .executeTakeFirstOrThrow();
      expect(raw.record).toBe(deepRecord(JSON.stringify(id), 8000, field));
      const detail = await read(id);
      expect(JSON.stringify(detail.raw)).toContain("the bottom");
      expect(detail.destinations).toHaveLength(1);
      await expect(read(id, scopeOf("supervisor"))).resolves.toMatchObject({ raw: null });
    }
    // The profile leaves out what lies deeper than twenty levels: the raw record shows it.
    expect((await read("deep")).profile).toEqual({});
  });

  it("of five megabytes are kept whole, with each destination and tag", async () => {
    const { destinations, tags, raw } = await read("large");
    expect(destinations).toHaveLength(LARGE.destinations);
    expect(tags.session).toHaveLength(LARGE.tags);
    expect(JSON.stringify(raw)).toBe(largeRecord("large"));
    expect(JSON.stringify(raw).length).toBeGreaterThanOrEqual(5 * 1024 * 1024);
  });
});
