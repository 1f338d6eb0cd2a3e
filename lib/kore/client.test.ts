import { jwtVerify } from "jose";
import { afterEach, describe, expect, it } from "vitest";
import { createKoreClient, type WindowReply } from "./client";
import { keyOf } from "./schema";
import { createHastyClock } from "./test-clock";
import { accountAt, CLIENT_SECRET, sendPage, startTestVendor, type TestVendor, vendorRows } from "./test-vendor";
import { PAGES_REACHABLE } from "./windows";

const NOW = Date.parse("2025-10-02T00:00:00Z");
const HOUR = { fromAt: Date.parse("2025-10-01T00:00:00Z"), toAt: Date.parse("2025-10-01T01:00:00Z") };
const FULL = 100;

let vendor: TestVendor;
afterEach(() => vendor.close());

/** Fetches one hour from a vendor whose pages are those given, and empty after them. */
async function fetchPages(pages: readonly (readonly unknown[])[]): Promise<WindowReply> {
  vendor = await startTestVendor((response, page) => sendPage(response, pages[page] ?? []));
  return createKoreClient(accountAt(vendor.host), createHastyClock(NOW)).fetchWindow(HOUR);
}

const keysOf = ({ records }: WindowReply) =>
  records.map((read) => ("record" in read ? keyOf(read.record) : read.reason));
const pagesAsked = () => vendor.arrivals.map(({ url }) => url.searchParams.get("offset"));

describe("a request to the vendor", () => {
  it("goes to the account's call details with the headers of the vendor's page", async () => {
    await fetchPages([]);
    const [{ method, url, headers } = { method: "", url: new URL("http://none"), headers: {} }] = vendor.arrivals;
    expect(method).toBe("POST");
    expect(url.pathname).toBe("/agentassist/api/public/analytics/account/acc%2F1/calldetails");
    expect(url.search).toBe("?limit=100&offset=0");
    expect(headers).toMatchObject({
      accountid: "acc/1",
      iid: "st-1",
      "content-type": "application/json;charset=UTF-8",
    });
  });

  it("bears a JWT of its own, without Bearer, signed at the clock's time", async () => {
    await fetchPages([vendorRows(0, FULL), []]);
    const key = new TextEncoder().encode(CLIENT_SECRET);
    const tokens = await Promise.all(
      vendor.arrivals.map(({ headers }) => jwtVerify(String(headers.auth), key, { currentDate: new Date(NOW) })),
    );
    expect(tokens.map(({ payload }) => payload.appId)).toEqual(["cs-1", "cs-1"]);
    expect(tokens[0]?.payload.iat).toBe(NOW / 1000 - 30);
    expect(tokens[0]?.payload.jti).not.toBe(tokens[1]?.payload.jti);
  });

  it("asks for the window at the account's offset, from a second earlier, with all parts, for all queues", async () => {
    await fetchPages([]);
    expect(vendor.arrivals[0]?.body).toEqual({
      startDate: "2025-10-01 05:29:59",
      endDate: "2025-10-01 06:30:00",
      timeZoneOffset: -330,
      selectedFields: ["skills", "customerinfo", "userleveltags", "sessionleveltags"],
      channels: [],
      queues: [],
    });
  });

  it("waits for its place in the minute", async () => {
    vendor = await startTestVendor((response) => sendPage(response, []));
    const clock = createHastyClock(NOW);
    const client = createKoreClient(accountAt(vendor.host, { requestsPerMinute: 2 }), clock);
    await client.fetchWindow(HOUR);
    await client.fetchWindow(HOUR);
    expect(clock.sleeps).toEqual([]);
    await client.fetchWindow(HOUR);
    expect(clock.sleeps).toEqual([60_000]);
  });
});

describe("the pages of a window", () => {
  it("are fetched until one is short", async () => {
    const reply = await fetchPages([vendorRows(0, FULL), vendorRows(100, FULL), vendorRows(200, 30)]);
    expect(pagesAsked()).toEqual(["0", "1", "2"]);
    expect(new Set(keysOf(reply)).size).toBe(230);
    expect(reply.isFull).toBe(false);
  });

  it("end with an empty one where the last is exactly full", async () => {
    const reply = await fetchPages([vendorRows(0, FULL), []]);
    expect(pagesAsked()).toEqual(["0", "1"]);
    expect(reply).toMatchObject({ isFull: false, records: { length: 100 } });
  });

  it("that reach the last one the vendor has, and fill it, leave the window full", async () => {
    const pages = Array.from({ length: 20 }, (_, page) => vendorRows(page * FULL, FULL));
    const reply = await fetchPages(pages);
    expect(pagesAsked()).toHaveLength(PAGES_REACHABLE);
    expect(pagesAsked().at(-1)).toBe("10");
    expect(reply).toMatchObject({ isFull: true, records: { length: 1100 } });
  });

  it("that reach the last one and do not fill it leave it complete", async () => {
    const pages = Array.from({ length: 11 }, (_, page) => vendorRows(page * FULL, page === 10 ? 99 : FULL));
    const reply = await fetchPages(pages);
    expect(reply).toMatchObject({ isFull: false, records: { length: 1099 } });
  });

  it("that begin a record later each time, since offsets count records there, are noticed and leave it full", async () => {
    const pages = Array.from({ length: 11 }, (_, page) => vendorRows(page, FULL));
    const reply = await fetchPages(pages);
    expect(pagesAsked()).toEqual(["0", "1"]);
    expect(reply).toMatchObject({ isFull: true, repeatsPages: true, records: { length: 101 } });
  });

  it("that all repeat the first are noticed too", async () => {
    const reply = await fetchPages(Array.from({ length: 11 }, () => vendorRows(0, FULL)));
    expect(pagesAsked()).toEqual(["0", "1"]);
    expect(reply).toMatchObject({ isFull: true, records: { length: 100 } });
  });

  it("that overlap are merged by the conversation's key, the later one counting", async () => {
    const reply = await fetchPages([
      vendorRows(0, FULL, { finalStatus: "TRANSIENT_OPEN" }),
      vendorRows(80, 50, { finalStatus: "CLOSED" }),
    ]);
    expect(new Set(keysOf(reply)).size).toBe(130);
    expect(reply.records).toHaveLength(130);
    const status = reply.records.map((read) => ("record" in read ? read.record.finalStatus : null));
    expect(status.filter((value) => value === "CLOSED")).toHaveLength(50);
    expect(reply.isFull).toBe(false);
  });

  it("in which rows came twice are all read once more, since an unsteady order may have hidden others", async () => {
    const reply = await fetchPages([vendorRows(0, FULL), vendorRows(75, FULL), vendorRows(175, 5)]);
    expect(pagesAsked()).toEqual(["0", "1", "2", "0", "1", "2"]);
    expect(reply).toMatchObject({ isFull: false, pages: 6, records: { length: 180 } });
  });

  /** Fetches from a vendor whose first pass over the pages is the first of these, and whose second is the other. */
  async function fetchPasses(...passes: unknown[][][]): Promise<WindowReply> {
    vendor = await startTestVendor((response, page) => {
      const pass = vendor.arrivals.length > 2 ? 1 : 0;
      sendPage(response, passes[pass]?.[page] ?? []);
    });
    return createKoreClient(accountAt(vendor.host), createHastyClock(NOW)).fetchWindow(HOUR);
  }

  it("that bring others when they are read once more are as good as full, and keep what both brought", async () => {
    const first = [vendorRows(0, FULL), vendorRows(90, 50)];
    const reply = await fetchPasses(first, [vendorRows(0, FULL), vendorRows(110, 50)]);
    expect(new Set(keysOf(reply)).size).toBe(160);
    expect(reply).toMatchObject({ isFull: true, pages: 4, records: { length: 160 } });
  });

  it("that bring the same in another order are as good as full too: what an unsteady order hides, it may hide twice", async () => {
    const first = [vendorRows(0, FULL), vendorRows(90, 50)];
    const reply = await fetchPasses(first, [vendorRows(0, FULL).reverse(), vendorRows(90, 50)]);
    expect(reply).toMatchObject({ isFull: true, records: { length: 140 } });
  });

  it("may hold more rows than asked for", async () => {
    const reply = await fetchPages([vendorRows(0, 120), vendorRows(120, 5)]);
    expect(reply).toMatchObject({ isFull: false, records: { length: 125 } });
  });

  it("keep bad rows beside the good ones, with their reasons", async () => {
    const reply = await fetchPages([[...vendorRows(0, 2), { channel: "s" }, null]]);
    expect(keysOf(reply)).toEqual([
      "c-0",
      "c-1",
      "record: has neither conversationId nor sessionId",
      expect.stringMatching(/^record: /),
    ]);
    expect(reply.records[2]?.raw).toBe('{"channel":"s"}');
  });
});
