import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createKoreClient } from "./client";
import { KoreError } from "./errors";
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
  const client = createKoreClient(accountAt(host), createHastyClock(Date.now()));
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
    ["JSON without rows", '{"numResults":0}'],
    ["rows that are no list", '{"data":{"0":{}}}'],
    ["null", "null"],
    ["an error with the status of success", '{"errors":[{"msg":"Something failed","code":1}]}'],
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
    expect(error.message).toBe(`Kore.ai could not be reached at ${closed.host} (ECONNREFUSED). Check KORE_HOST.`);
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
    const shortened = AbortSignal.timeout(60);
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(shortened);
    const error = await failureOf(answer);
    expect(timeout.mock.calls).toEqual([[30_000]]);
    expect(error.kind).toBe("unavailable");
    expect(error.message).toContain("no answer within 30 s");
  });

  it("is one that sends the request elsewhere: the token is for this host alone", async () => {
    const error = await failureOf((response) => response.writeHead(307, { location: "/elsewhere" }).end());
    expect(error.kind).toBe("unavailable");
    expect(vendor?.arrivals).toHaveLength(1);
  });
});
