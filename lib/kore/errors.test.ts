import { describe, expect, it } from "vitest";
import { errorOfBody, errorOfRedirect, errorOfReply, KoreError, type KoreErrorKind, type KoreFault } from "./errors";

const RATE_LIMIT = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";

const NOW = Date.parse("2026-10-21T07:28:00Z");
const UNKNOWN = { retryAfter: null, skewSeconds: null, now: NOW };

function vendorBody(msg: string, code = 4002): string {
  return JSON.stringify({ errors: [{ msg, code }] });
}

describe("what the vendor's refusals mean", () => {
  it.each<[string, number, string, KoreErrorKind, KoreFault, RegExp]>([
    [
      "a bad token",
      401,
      vendorBody("Invalid JWT token"),
      "unauthorized",
      "token",
      /KORE_CLIENT_ID and KORE_CLIENT_SECRET.*clock/,
    ],
    ["a wrong stream", 401, vendorBody("Invalid SDK credentials"), "unauthorized", "stream", /KORE_STREAM_ID/],
    [
      "a missing scope",
      401,
      vendorBody("Permission denied. Scope is incorrect!"),
      "unauthorized",
      "scope",
      /SmartAssist Analytics/,
    ],
    ["403", 403, vendorBody("Permission denied"), "unauthorized", "scope", /SmartAssist Analytics/],
    ["401 without a body", 401, "", "unauthorized", "token", /KORE_CLIENT_SECRET/],
    ["429", 429, vendorBody(RATE_LIMIT, 429), "rate-limited", "limit", /limit of requests/],
    ["429 without a body", 429, "", "rate-limited", "limit", /limit of requests/],
    ["the limit's words in another status", 400, vendorBody(RATE_LIMIT), "rate-limited", "limit", /limit of requests/],
    [
      "bad arguments",
      412,
      vendorBody("Validation errors/ Invalid arguments", 412),
      "refused",
      "account",
      /412: Validation errors/,
    ],
    [
      "the limit's words in a list of texts",
      400,
      '{"errors":["Rate limit exceeded"]}',
      "rate-limited",
      "limit",
      /limit/,
    ],
    ["words within an error", 400, '{"error":{"msg":"No such thing"}}', "refused", "account", /400: No such thing/],
    ["a web page", 404, "<html>Log in</html>", "refused", "account", /404: a web page in place of JSON/],
    ["a wrong path", 404, "<html>Not Found</html>", "refused", "account", /KORE_HOST and KORE_ACCOUNT_ID/],
    ["a failure", 500, "oops", "unavailable", "host", /500/],
    ["a gateway", 502, "<html>Bad Gateway</html>", "unavailable", "host", /502/],
    ["maintenance", 503, "", "unavailable", "host", /503/],
    ["a request that took too long", 408, "", "unavailable", "host", /408/],
    ["a proxy that wants a password", 407, "<html>", "unavailable", "proxy", /password in HTTPS_PROXY/],
    ["a block page", 403, "<!DOCTYPE html><title>Blocked", "unauthorized", "html", /web page in place of JSON/],
  ])("%s (%i)", (_, status, body, kind, fault, advice) => {
    const error = errorOfReply(status, body, UNKNOWN);
    expect(error).toBeInstanceOf(KoreError);
    expect([error.kind, error.fault]).toEqual([kind, fault]);
    expect(error.message).toMatch(advice);
    expect(error.retryAfterSeconds).toBeNull();
  });

  it.each<[string, string]>([
    ['{"errors":[{"message":"Invalid SDK credentials","code":4002}]}', "Invalid SDK credentials"],
    ['{"errors":[{"code":4002}]}', "no message"],
    ['{"errors":[]}', "no message"],
    ['{"errors":[null]}', "no message"],
    ['{"errors":"broken"}', "broken"],
    ['{"error":{"message":"broken"}}', "broken"],
    ['{"error":"broken"}', "broken"],
    ['{"message":"broken","statusCode":401}', "broken"],
    ['{"data":[]}', "no message"],
    ["null", "no message"],
    ["[]", "no message"],
    ['"text"', "no message"],
    ["{", "no message"],
  ])("takes the message from any body, also %s", (body, message) => {
    expect(errorOfReply(401, body, UNKNOWN).message).toContain(`(401: ${message})`);
  });

  it("quotes no more than 200 characters of what the vendor says", () => {
    const { message } = errorOfReply(412, vendorBody("x".repeat(5000)), UNKNOWN);
    expect(message.match(/x+/)?.[0]).toHaveLength(200);
  });

  it.each([
    ["7", 7],
    ["0", 0],
    ["1.5", 1.5],
    ["-3", null],
    ["Wed, 21 Oct 2026 07:29:30 GMT", 90],
    ["Wednesday, 21-Oct-26 07:29:30 GMT", 90],
    ["Wed Oct 21 07:29:30 2026", 90],
    ["Wed, 21 Oct 2026 07:27:00 GMT", 0],
    ["soon", null],
    ["", null],
    [null, null],
  ])("honours a Retry-After of %j as %j seconds", (header, seconds) => {
    const facts = { ...UNKNOWN, retryAfter: header };
    expect(errorOfReply(429, "", facts).retryAfterSeconds).toBe(seconds);
    expect(errorOfReply(503, "", facts).retryAfterSeconds).toBe(seconds);
    expect(errorOfBody(vendorBody(RATE_LIMIT), facts).retryAfterSeconds).toBe(seconds);
  });

  it("reckons a date in Retry-After by the vendor's own clock, where this machine's is wrong", () => {
    const retryAfter = "Wed, 21 Oct 2026 07:29:30 GMT";
    const tenMinutesAhead = { retryAfter, skewSeconds: 600, now: NOW + 600_000 };
    const anHourBehind = { retryAfter, skewSeconds: -3600, now: NOW - 3_600_000 };
    expect(errorOfReply(503, "", tenMinutesAhead).retryAfterSeconds).toBe(90);
    expect(errorOfReply(503, "", anHourBehind).retryAfterSeconds).toBe(90);
  });
});

describe("what a body without rows means", () => {
  it.each<[string, string, KoreErrorKind, KoreFault, RegExp]>([
    ["a login page", "\n <!DOCTYPE html><title>Sign in</title>", "unreadable", "html", /web page in place of JSON/],
    ["an error", vendorBody("Something failed", 1), "unreadable", "error-body", /\(Something failed\)/],
    ["an error beside no rows", '{"data":[],"errors":[{"msg":"Oops"}]}', "unreadable", "error-body", /\(Oops\)/],
    ["an error of a gateway", '{"message":"Try later","statusCode":500}', "unreadable", "error-body", /\(Try later\)/],
    ["a refused token", vendorBody("Invalid JWT token"), "unauthorized", "token", /KORE_CLIENT_SECRET/],
    ["a wrong stream", vendorBody("Invalid SDK credentials"), "unauthorized", "stream", /KORE_STREAM_ID/],
    ["a missing scope", vendorBody("Scope is incorrect!"), "unauthorized", "scope", /SmartAssist Analytics/],
    ["the limit", vendorBody(RATE_LIMIT), "rate-limited", "limit", /limit of requests/],
    ["a parser's words", vendorBody("Unexpected token < in JSON"), "unreadable", "error-body", /Unexpected token/],
    ["JSON of another kind", "{}", "unreadable", "reply", /not a page of conversations/],
    ["a reply that is cut off", '{"data":[{', "unreadable", "reply", /not a page of conversations/],
  ])("%s", (_, body, kind, fault, words) => {
    const error = errorOfBody(body, UNKNOWN);
    expect([error.kind, error.fault]).toEqual([kind, fault]);
    expect(error.message).toMatch(words);
  });
});

describe("a redirect", () => {
  it.each([
    ["https://login.example.org/sso?token=abc#top", "redirects to login.example.org (302)"],
    ["https://user:secret@login.example.org/", "redirects to login.example.org (302)"],
    ["/elsewhere?key=abc", "redirects to kore.example.org (302)"],
    ["https://", "redirects elsewhere (302)"],
    [null, "redirects elsewhere (302)"],
  ])("to %j names the host alone", (location, words) => {
    const error = errorOfRedirect(302, location, "https://kore.example.org/x");
    expect(error).toMatchObject({ kind: "unavailable", fault: "redirect" });
    expect(error.message).toContain(words);
    expect(error.message).not.toMatch(/abc|secret|sso/);
  });
});

describe("a clock that is wrong", () => {
  const errorWith = (skewSeconds: number | null, msg = "Invalid JWT token") =>
    errorOfReply(401, vendorBody(msg), { retryAfter: null, skewSeconds, now: NOW });

  it.each([
    [400, "This machine’s clock is 400 s ahead: set it right."],
    [-61.4, "This machine’s clock is 61 s behind: set it right."],
  ])("by %d s is named where the token was refused", (skew, words) => {
    expect(errorWith(skew).fault).toBe("clock");
    expect(errorWith(skew).message).toContain(words);
  });

  it.each([0, 59, -60, null])("by %j s is not blamed", (skew) => {
    expect(errorWith(skew).fault).toBe("token");
  });

  it("is not blamed where the vendor names another fault", () => {
    expect(errorWith(400, "Invalid SDK credentials").fault).toBe("stream");
    expect(errorWith(400, "Permission denied. Scope is incorrect!").fault).toBe("scope");
  });
});

describe("whether the same request may succeed in a while", () => {
  it.each<[KoreErrorKind, boolean]>([
    ["rate-limited", true],
    ["unavailable", true],
    ["unreadable", true],
    ["unauthorized", false],
    ["refused", false],
  ])("%s: %s", (kind, expected) => {
    expect(new KoreError(kind, "words").isPassing).toBe(expected);
  });
});
