import { afterEach, describe, expect, it } from "vitest";
import { createKoreClient, type WindowOptions, type WindowReply } from "./client";
import { createHastyClock } from "./test-clock";
import { accountAt, sendError, sendPage, startTestVendor, type TestVendor, vendorRows } from "./test-vendor";

const NOW = Date.parse("2025-10-02T00:00:00Z");
const HOUR = { fromAt: Date.parse("2025-10-01T00:00:00Z"), toAt: Date.parse("2025-10-01T01:00:00Z") };
const FULL = 100;

let vendor: TestVendor;
afterEach(() => vendor.close());

/** Fetches one hour from a vendor whose pages are those given, and empty after them. */
async function fetchPages(pages: readonly (readonly unknown[])[], options: WindowOptions): Promise<WindowReply> {
  vendor = await startTestVendor((response, page) => sendPage(response, pages[page] ?? []));
  return createKoreClient(accountAt(vendor.host), createHastyClock(NOW)).fetchWindow(HOUR, options);
}

const pagesAsked = () => vendor.arrivals.map(({ url }) => url.searchParams.get("offset"));
const fullPages = (count: number) => Array.from({ length: count }, (_, page) => vendorRows(page * FULL, FULL));

describe("a window of which something is known", () => {
  it("asks at once for the pages that are sure to be needed, and for the others one by one", async () => {
    const waiting: (() => void)[] = [];
    const pages = [...fullPages(5), vendorRows(500, 1)];
    vendor = await startTestVendor((response, page) => {
      waiting.push(() => sendPage(response, pages[page] ?? []));
      // The first three are answered together, once all are there: 70 % of 500 rows are three full pages.
      if (waiting.length === 3 || page > 2) {
        for (const send of waiting.splice(0)) {
          send();
        }
      }
    });
    const client = createKoreClient(accountAt(vendor.host), createHastyClock(NOW));
    const reply = await client.fetchWindow(HOUR, { expectedRows: 500 });
    expect(pagesAsked().slice(0, 3).toSorted()).toEqual(["0", "1", "2"]);
    expect(pagesAsked().slice(3)).toEqual(["3", "4", "5"]);
    expect(reply).toMatchObject({ isFull: false, pages: 6, records: { length: 501 } });
  });

  it("says how many pages it took, also those that were asked for in vain", async () => {
    expect(await fetchPages([vendorRows(0, 10)], {})).toMatchObject({ pages: 1 });
    await vendor.close();
    expect(await fetchPages([vendorRows(0, 10)], { expectedRows: 500 })).toMatchObject({ pages: 3, isFull: false });
  });

  it("never asks for a page that cannot be reached, however many rows are expected", async () => {
    const reply = await fetchPages(fullPages(20), { expectedRows: 100_000 });
    expect(pagesAsked().toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 11 }, (_, page) => `${page}`),
    );
    expect(reply).toMatchObject({ isFull: true, pages: 11 });
  });

  it("is full after the one page that can be reached where offsets count records", async () => {
    const reply = await fetchPages(fullPages(3), { pagesReachable: 1 });
    expect(pagesAsked()).toEqual(["0"]);
    expect(reply).toMatchObject({ isFull: true, repeatsPages: false, records: { length: 100 } });
  });
});

describe("numResults", () => {
  /** A vendor of full pages without end, each with this count. */
  async function fetchCounted(numResults: unknown, options: WindowOptions): Promise<WindowReply> {
    vendor = await startTestVendor((response, page) => {
      response.end(JSON.stringify({ numResults, data: vendorRows(page * FULL, FULL) }));
    });
    return createKoreClient(accountAt(vendor.host), createHastyClock(NOW)).fetchWindow(HOUR, options);
  }

  it("is passed on from the first page, and null where there is none", async () => {
    expect(await fetchPages([vendorRows(0, 7)], {})).toMatchObject({ numResults: 7 });
    await vendor.close();
    expect(await fetchCounted(undefined, { pagesReachable: 1 })).toMatchObject({ numResults: null });
  });

  it("gives up a hopeless window after its first page where it has proved to be a total", async () => {
    expect(await fetchCounted(1101, { isTotalTrusted: true })).toMatchObject({ isFull: true, pages: 1 });
    expect(pagesAsked()).toHaveLength(1);
  });

  it("that can be reached gives nothing up", async () => {
    expect(await fetchCounted(1100, { isTotalTrusted: true })).toMatchObject({ isFull: true, pages: 11 });
  });

  it("that is too large is a reason to look at the last page before it has proved to be a total", async () => {
    expect(await fetchCounted(5000, {})).toMatchObject({ isFull: true, pages: 2, records: { length: 200 } });
    expect(pagesAsked()).toEqual(["0", "10"]);
  });

  it("is not believed where it is no number", async () => {
    expect(await fetchCounted({ total: 5000 }, { isTotalTrusted: true })).toMatchObject({
      pages: 11,
      numResults: null,
    });
  });
});

describe("the retry policy", () => {
  it("is had with each page alone, so that the pages before it are not asked for again", async () => {
    let failures = 2;
    vendor = await startTestVendor((response, page) => {
      if (page === 1 && failures > 0) {
        failures -= 1;
        sendError(response, 503, "busy");
      } else {
        sendPage(response, page === 0 ? vendorRows(0, FULL) : []);
      }
    });
    const retry = async <T>(request: () => Promise<T>): Promise<T> => request().catch(() => retry(request));
    const client = createKoreClient(accountAt(vendor.host), createHastyClock(NOW));
    expect(await client.fetchWindow(HOUR, { retry })).toMatchObject({ isFull: false, records: { length: 100 } });
    expect(pagesAsked()).toEqual(["0", "1", "1", "1"]);
  });
});

describe("a probe", () => {
  it("asks for one row of the last minute", async () => {
    vendor = await startTestVendor((response) => sendPage(response, []));
    await createKoreClient(accountAt(vendor.host), createHastyClock(NOW + 400)).probe();
    expect(vendor.arrivals).toHaveLength(1);
    expect(vendor.arrivals[0]?.url.search).toBe("?limit=1&offset=0");
    expect(vendor.arrivals[0]?.body).toMatchObject({
      startDate: "2025-10-02 05:28:59",
      endDate: "2025-10-02 05:30:00",
    });
  });
});
