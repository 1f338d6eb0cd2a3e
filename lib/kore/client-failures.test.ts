import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createKoreClient } from "./client";
import { KoreError } from "./errors";
import { keyOf } from "./schema";
import { TEST_CERTIFICATE, TEST_CERTIFICATE_KEY } from "./test-certificate";
import { createHastyClock } from "./test-clock";
import {
  accountAt,
  CLIENT_SECRET,
  sendError,
  sendPage,
  startTestVendor,
  type TestVendor,
  vendorRows,
} from "./test-vendor";

const WINDOW = { fromAt: Date.parse("2025-10-01T00:00:00Z"), toAt: Date.parse("2025-10-01T01:00:00Z") };

let vendor: TestVendor | null = null;
afterEach(async () => {
  vi.restoreAllMocks();
  await vendor?.close();
  vendor = null;
});

/** The error with which a window fails at this host. */
async function failureAt(host: string): Promise<KoreError> {
  const client = createKoreClient(accountAt(host), createHastyClock(WINDOW.toAt));
  const error = await client.fetchWindow(WINDOW).catch((caught: unknown) => caught);
  if (!(error instanceof KoreError)) {
    throw new Error("The window did not fail as it should.", { cause: error });
  }
  return error;
}

async function failureOf(answer: (response: ServerResponse, page: number) => void): Promise<KoreError> {
  vendor = await startTestVendor(answer);
  return failureAt(vendor.host);
}

const sendText = (text: string) => (response: ServerResponse) => response.writeHead(200).end(text);

describe("a reply that holds no page is unreadable, and may be asked for again", () => {
  it.each([
    ["JSON that is cut off", '{"numResults":1,"data":[{"sessionId":"68dc'],
    ["a page of HTML", "<!doctype html><title>Sign in</title>"],
    ["nothing", ""],
    ["JSON without rows and without a count", "{}"],
    ["no rows where some are counted", '{"numResults":3,"data":null}'],
    ["no rows where some are counted, by a list of none", '{"numResults":3,"data":{}}'],
    ["no rows and no count", '{"data":null}'],
    ["null", "null"],
    ["a list", "[]"],
    ["an error with the status of success", '{"errors":[{"msg":"Something failed","code":1}]}'],
    ["an error beside a count of no rows", '{"numResults":0,"data":null,"errors":[{"msg":"Something failed"}]}'],
  ])("%s", async (_, text) => {
    const error = await failureOf(sendText(text));
    expect(error).toMatchObject({ kind: "unreadable", isPassing: true });
  });

  it("says nothing of a customer that the broken page holds", async () => {
    const error = await failureOf(sendText('{"data":[{"customerinfo":{"CustomerPhone":"+15550109999"}}'));
    expect(error.message).not.toContain("+1555");
  });
});

describe("a refusal", () => {
  it("by the limit's words is one of the limit, though the status is that of success", async () => {
    const error = await failureOf(sendText('{"errors":[{"msg":"You\'ve exceeded the per-minute rate limit."}]}'));
    expect(error.kind).toBe("rate-limited");
  });

  it("tells the limit's pause where the vendor names one", async () => {
    const error = await failureOf((response) => sendError(response, 429, "rate limit", { "retry-after": "7" }));
    expect(error).toMatchObject({ kind: "rate-limited", retryAfterSeconds: 7, isPassing: true });
  });

  it("tells which setting to look at", async () => {
    const error = await failureOf((response) => sendError(response, 401, "Invalid SDK credentials"));
    expect(error).toMatchObject({ kind: "unauthorized", isPassing: false });
    expect(error.message).toContain("KORE_STREAM_ID");
  });

  it("on a later page fails the whole window, so that half of it is never taken for all", async () => {
    const error = await failureOf((response, page) =>
      page === 0 ? sendPage(response, vendorRows(0, 100)) : sendError(response, 500, "oops"),
    );
    expect(error.kind).toBe("unavailable");
  });

  it("holds neither the secret nor the token", async () => {
    const error = await failureOf((response) => sendError(response, 401, "Invalid JWT token"));
    const token = String(vendor?.arrivals[0]?.headers.auth);
    expect(token.split(".")).toHaveLength(3);
    const told = JSON.stringify([error.message, error.stack, error]);
    expect(told).not.toContain(CLIENT_SECRET);
    expect(told).not.toContain(token);
  });
});

describe("a vendor that cannot be reached", () => {
  it("is named with its host and the cause", async () => {
    const closed = await startTestVendor(() => {});
    await closed.close();
    const error = await failureAt(closed.host);
    expect(error).toMatchObject({ kind: "unavailable", isPassing: true });
    expect(error.fault).toBe("connection");
    expect(error.message).toContain(`Kore.ai could not be reached at ${closed.host} (ECONNREFUSED). Nothing listens`);
  });

  it("is one whose name nobody knows", async () => {
    const error = await failureAt("http://kore.invalid");
    expect(error).toMatchObject({ kind: "unavailable", fault: "unknown-host" });
    expect(error.message).toMatch(/kore\.invalid \((ENOTFOUND|EAI_AGAIN)\).*KORE_HOST/);
  });

  it("is one whose certificate is not trusted", async () => {
    const server = createServer({ cert: TEST_CERTIFICATE, key: TEST_CERTIFICATE_KEY });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const error = await failureAt(`https://127.0.0.1:${port}`);
    server.close();
    expect(error).toMatchObject({ kind: "unavailable", fault: "certificate" });
    expect(error.message).toContain("(DEPTH_ZERO_SELF_SIGNED_CERT). Its TLS certificate is not trusted here");
    expect(error.message).toContain("NODE_EXTRA_CA_CERTS");
  });

  it("is one that breaks off in the middle of a reply", async () => {
    const error = await failureOf((response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"data":[', () => response.destroy());
    });
    expect(error.kind).toBe("unavailable");
  });

  it.each([
    ["does not answer", () => {}],
    ["begins to answer and does not end", (response: ServerResponse) => response.writeHead(200).write('{"data":[')],
  ])("is one that %s within half a minute", async (_, answer) => {
    const { setTimeout: start } = globalThis;
    const timeout = vi
      .spyOn(globalThis, "setTimeout")
      .mockImplementation((run, milliseconds) => start(run, milliseconds === 30_000 ? 60 : milliseconds));
    const error = await failureOf(answer);
    expect(timeout.mock.calls.filter(([, milliseconds]) => milliseconds === 30_000)).toHaveLength(1);
    expect(error).toMatchObject({ kind: "unavailable", fault: "timeout" });
    expect(error.message).toContain("no answer within 30 s");
  });

  it("is one that sends the request elsewhere: the token is for this host alone", async () => {
    const location = "https://login.example.org/sso?key=abc";
    const error = await failureOf((response) => response.writeHead(307, { location }).end());
    expect(error).toMatchObject({ kind: "unavailable", fault: "redirect" });
    expect(error.message).toContain("redirects to login.example.org (307)");
    expect(error.message).not.toContain("abc");
    expect(vendor?.arrivals).toHaveLength(1);
  });
});

describe("a pause that the vendor asks for", () => {
  it("is honoured as a date by the vendor's own clock, with a failure of any kind", async () => {
    const headers = { date: "Wed, 21 Oct 2026 07:28:00 GMT", "retry-after": "Wed, 21 Oct 2026 07:29:30 GMT" };
    for (const status of [429, 503, 500, 408]) {
      const error = await failureOf((response) => sendError(response, status, "oops", headers));
      expect(error).toMatchObject({ retryAfterSeconds: expect.closeTo(90, 0), isPassing: true });
      await vendor?.close();
    }
    const limit = '{"errors":[{"msg":"rate limit"}]}';
    const error = await failureOf((response) => response.writeHead(200, headers).end(limit));
    expect(error).toMatchObject({ kind: "rate-limited", retryAfterSeconds: expect.closeTo(90, 0) });
  });
});

describe("a page without rows is an empty one where its count says so too", () => {
  const fetchFrom = async (...bodies: string[]) => {
    vendor = await startTestVendor((response, page) => response.writeHead(200).end(bodies[page] ?? "{}"));
    return createKoreClient(accountAt(vendor.host), createHastyClock(Date.now())).fetchWindow(WINDOW);
  };
  const EMPTY = { isFull: false, records: [], pages: 1, numResults: 0 };

  it.each([
    '{"numResults":0,"data":null}',
    '{"numResults":0}',
    '{"numResults":"0","data":""}',
    '{"numResults":0,"data":{},"errors":[]}',
    '{"numResults":0,"data":[],"errors":0}',
    '{"numResults":0,"data":[],"errors":null}',
  ])("%s", async (body) => {
    expect(await fetchFrom(body)).toEqual(expect.objectContaining(EMPTY));
  });

  const FULL = JSON.stringify({ numResults: 100, data: vendorRows(0, 100) });

  it("also behind a full page, where the count is that of the page or of all", async () => {
    expect(await fetchFrom(FULL, '{"numResults":0,"data":null}')).toMatchObject({ isFull: false, pages: 2 });
    await vendor?.close();
    expect(await fetchFrom(FULL, '{"numResults":100,"data":null}')).toMatchObject({ isFull: false, pages: 2 });
    await vendor?.close();
    await expect(fetchFrom(FULL, '{"numResults":30,"data":null}')).rejects.toMatchObject({ fault: "reply" });
    await vendor?.close();
    await expect(fetchFrom(FULL, '{"numResults":130,"data":null}')).rejects.toMatchObject({ fault: "reply" });
  });

  it.each([
    ['{"numResults":1,"data":{"0":{"conversationId":"c"}}}', '{"0":{"conversationId":"c"}}'],
    ['{"numResults":1,"data":"none"}', '"none"'],
    ['{"numResults":1,"data":7}', "7"],
    ['{"numResults":1,"data":[null]}', "null"],
    ['{"numResults":1,"data":[7]}', "7"],
    ['{"numResults":1,"data":[[]]}', "[]"],
  ])("and what else stands for rows is set aside: %s", async (body, raw) => {
    const { records, isFull } = await fetchFrom(body);
    expect(isFull).toBe(false);
    expect(records).toEqual([{ raw, reason: expect.any(String) }]);
  });

  it("and one record in place of a list is read", async () => {
    const [row] = vendorRows(1, 1);
    const { records } = await fetchFrom(JSON.stringify({ numResults: 1, data: row }));
    expect(records).toMatchObject([{ record: { conversationId: "c-1" } }]);
  });
});

describe("a record that is out of the ordinary", () => {
  const fetchRows = async (rows: string) => {
    vendor = await startTestVendor((response) => response.writeHead(200).end(`{"numResults":4,"data":[${rows}]}`));
    const reply = await createKoreClient(accountAt(vendor.host), createHastyClock(Date.now())).fetchWindow(WINDOW);
    return reply.records;
  };
  const good = (id: string, more = "") => `{"conversationId":${id},"sessionStartTime":"2025-10-01T05:30:00"${more}}`;

  it("keeps the digits of its ids and of all else in its raw text: two long ids are two", async () => {
    const ids = ["9007199254740992", "9007199254740993", "123456789012345678901234"];
    const records = await fetchRows(ids.map((id) => good(id, `,"x":[1.0,1e5,${id}]`)).join());
    expect(records.map((read) => ("record" in read ? keyOf(read.record) : read.reason))).toEqual(ids);
    expect(records.map(({ raw }) => raw)).toEqual([
      good(ids[0] ?? "", ',"x":[1,100000,9007199254740992]'),
      good('"9007199254740993"', ',"x":[1,100000,"9007199254740993"]'),
      good('"123456789012345678901234"', ',"x":[1,100000,"123456789012345678901234"]'),
    ]);
  });

  it.each(["metaInfo", "customerinfo", "skills", "other"])(
    "does not cost the others: %s of 8,000 levels",
    async (field) => {
      const deep = good('"deep"', `,"${field}":${'{"a":'.repeat(8000)}1${"}".repeat(8000)}`);
      const records = await fetchRows([good('"a"'), deep, good('"b"'), good('"c"')].join());
      expect(records).toHaveLength(4);
      expect(records.filter((read) => "record" in read).length).toBeGreaterThanOrEqual(3);
      expect(records[1]?.raw).toBe(deep);
    },
  );
});
