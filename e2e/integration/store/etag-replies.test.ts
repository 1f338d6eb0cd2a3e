import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getConversations } from "@/app/api/conversations/route";
import { GET as getDataset } from "@/app/api/metrics/[dataset]/route";
import { GET as getOptions } from "@/app/api/options/route";
import { readRecord } from "@/lib/kore/client";
import type { Role } from "@/lib/shared/roles";
import { raiseDataVersion, readDataVersion } from "@/lib/store/sync/data-version";
import { readWindows } from "@/lib/store/sync/ledger";
import { commitWindow, normalizeAll } from "@/lib/sync/run/commit";
import { recordsBetween } from "../../simulator/centre";
import { countQueries } from "../support/count-queries";
import { ask, type Served, startServed } from "../support/served";

let served: Served;
beforeAll(async () => {
  served = await startServed();
});
afterAll(() => served.stop());

type Get = (etag?: string | null, search?: string, role?: Role) => Promise<Response>;

function headersOf(etag: string | null | undefined, role: Role): Record<string, string> {
  return { cookie: served.cookie[role], ...(etag && { "if-none-match": etag }) };
}

const summary: Get = (etag, search = "", role = "administrator") =>
  ask(getDataset, `/api/metrics/summary${search}`, { headers: headersOf(etag, role), params: { dataset: "summary" } });
const conversations: Get = (etag, search = "", role = "administrator") =>
  ask(getConversations, `/api/conversations${search}`, { headers: headersOf(etag, role) });
const options: Get = (etag, search = "", role = "administrator") =>
  ask(getOptions, `/api/options${search}`, { headers: headersOf(etag, role) });

describe("a reply that is kept", () => {
  it.each<[string, Get]>([
    ["a dataset", summary],
    ["the list of conversations", conversations],
    ["the options", options],
  ])("is asked for again by its tag, and answered 304 by one query, that of the version: %s", async (_, get) => {
    let first = new Response();
    const whole = await countQueries(served, async () => {
      first = await get();
      await first.clone().text();
    });
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    const etag = first.headers.get("etag");
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/);
    expect(whole).toBeGreaterThan(1);
    let second = new Response();
    const again = await countQueries(served, async () => {
      second = await get(etag);
    });
    expect([second.status, await second.text(), second.headers.get("etag")]).toEqual([304, "", etag]);
    expect(again).toBe(1);
    expect((await get(`"other", ${etag}`)).status).toBe(304);
    expect((await get('"other"')).status).toBe(200);
  });

  it("is another one for other parameters, another format, another person's scope, another dataset", async () => {
    const etag = (await summary()).headers.get("etag");
    expect((await summary(etag, "?channel=Voice")).status).toBe(200);
    expect((await summary(etag, "?from=2026-11-01")).status).toBe(200);
    expect((await summary(etag, "?compare=previous")).status).toBe(200);
    expect((await summary(etag, "?format=csv")).status).toBe(200);
    expect((await summary(etag, "", "supervisor")).status).toBe(200);
    const queues = await ask(getDataset, "/api/metrics/queues", {
      headers: headersOf(etag, "administrator"),
      params: { dataset: "queues" },
    });
    expect(queues.status).toBe(200);
    expect((await conversations(etag)).status).toBe(200);
  });

  it("is told nobody who may not see it", async () => {
    const etag = (await summary()).headers.get("etag") ?? "";
    const reply = await ask(getDataset, "/api/metrics/summary", {
      headers: { "if-none-match": etag },
      params: { dataset: "summary" },
    });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("etag")).toBeNull();
    expect(reply.headers.get("cache-control")).toBe("private, no-store");
  });

  it("does not hide a wrong parameter", async () => {
    const reply = await summary("*", "?from=yesterday");
    expect(reply.status).toBe(400);
  });

  it("is outdated once something was written", async () => {
    const { store } = served.runtime;
    const etags = await Promise.all([summary(), conversations(), options()]);
    const now = Date.now();
    const window = { fromAt: now - 4_000_000, toAt: now - 400_000 };
    const centre = { seed: 99, conversationsPerDay: 5_000, homeZone: "Asia/Kolkata" };
    const fetched = await normalizeAll(
      recordsBetween(centre, window.fromAt, window.toAt, now, 0).map(readRecord),
      0,
      window,
      now,
    );
    expect(fetched.conversations.length).toBeGreaterThan(3);
    const ledger = await readWindows(store.db);
    await commitWindow(store, ledger, fetched, null);
    for (const [index, get] of [summary, conversations, options].entries()) {
      expect((await get(etags[index]?.headers.get("etag"))).status).toBe(200);
    }
    const version = await readDataVersion(store.db);
    await commitWindow(store, ledger, fetched, null);
    expect(await readDataVersion(store.db)).toBe(version);
  });

  it("is outdated once a person changed what numbers mean", async () => {
    const etag = (await summary()).headers.get("etag");
    await served.runtime.store.db.transaction().execute((transaction) => raiseDataVersion(transaction));
    expect((await summary(etag)).status).toBe(200);
  });

  it("is outdated once the copy is further or lacks something, though nothing was written", async () => {
    const { scheduler } = served.runtime;
    const etag = (await summary()).headers.get("etag");
    const coverageOf = scheduler.coverageOf;
    scheduler.coverageOf = async (range) => ({ ...(await coverageOf(range)), dataThrough: "2026-11-22T00:00:00.000Z" });
    expect((await summary(etag)).status).toBe(200);
    scheduler.coverageOf = async (range) => ({ ...(await coverageOf(range)), complete: false });
    expect((await summary(etag)).status).toBe(200);
    for (const count of ["setAside", "unread", "stale"]) {
      scheduler.coverageOf = async (range) => ({ ...(await coverageOf(range)), [count]: 1 });
      expect((await summary(etag)).status).toBe(200);
    }
    scheduler.coverageOf = coverageOf;
    expect((await summary(etag)).status).toBe(304);
  });
});
