import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { connectionTestSchema } from "@/lib/shared/contract";
import { createKoreClient } from "./client";
import { testConnection } from "./diagnose";
import { createHastyClock } from "./test-clock";
import { accountAt, CLIENT_SECRET, sendError, sendPage, startTestVendor, type TestVendor } from "./test-vendor";

const NOW = Date.parse("2026-03-11T10:20:30Z");

let vendor: TestVendor;
afterEach(() => vendor.close());

async function testWith(answer: (response: ServerResponse) => void, clockOffMs = 0) {
  vendor = await startTestVendor((response) => answer(response.setHeader("date", new Date(NOW).toUTCString())));
  const client = createKoreClient(accountAt(vendor.host), createHastyClock(NOW + clockOffMs));
  return connectionTestSchema.parse(await testConnection(client));
}

describe("the connection test", () => {
  it("says that all is right where the account answers", async () => {
    expect(await testWith((response) => sendPage(response, []))).toMatchObject({ ok: true, fault: null });
  });

  it.each<[string, string, (response: ServerResponse) => void, RegExp]>([
    ["the token", "token", (response) => sendError(response, 401, "Invalid JWT token"), /KORE_CLIENT_SECRET/],
    ["the stream", "stream", (response) => sendError(response, 401, "Invalid SDK credentials"), /KORE_STREAM_ID/],
    ["the scope", "scope", (response) => sendError(response, 401, "Scope is incorrect!"), /SmartAssist Analytics/],
    ["the account", "account", (response) => sendError(response, 404, "Not Found"), /KORE_ACCOUNT_ID/],
    ["the limit", "limit", (response) => sendError(response, 429, "rate limit"), /limit of requests/],
    ["the host", "host", (response) => response.destroy(), /KORE_HOST/],
    [
      "a redirect",
      "redirect",
      (response) => response.writeHead(302, { location: "//sso.example" }).end(),
      /sso\.example/,
    ],
    ["a proxy's password", "proxy", (response) => response.writeHead(407).end(), /password in HTTPS_PROXY/],
    ["a web page", "html", (response) => response.writeHead(200).end("<!DOCTYPE html>"), /login page/],
    ["an error", "error-body", (response) => response.writeHead(200).end('{"error":"Oops"}'), /\(Oops\)/],
    ["a reply that is none", "reply", (response) => response.writeHead(200).end("{}"), /not a page/],
  ])("names %s where it is that", async (_, fault, answer, words) => {
    const result = await testWith(answer);
    expect(result).toMatchObject({ ok: false, fault });
    expect(result.sentence).toMatch(words);
  });

  it("names the clock where the token is refused and the two clocks are minutes apart", async () => {
    const result = await testWith((response) => sendError(response, 401, "Invalid JWT token"), 10 * 60_000);
    expect(result.fault).toBe("clock");
    expect(result.sentence).toContain("600 s ahead");
  });

  it("says nothing of the secret", async () => {
    const result = await testWith((response) => sendError(response, 401, "Invalid JWT token"));
    expect(JSON.stringify(result)).not.toContain(CLIENT_SECRET);
  });
});
