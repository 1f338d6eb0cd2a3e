import { describe, expect, it } from "vitest";
import { errorOfReply, KoreError, type KoreErrorKind, type KoreFault } from "./errors";

const RATE_LIMIT = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";

const UNKNOWN = { retryAfter: null, skewSeconds: null };

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
    ["a wrong path", 404, "<html>Not Found</html>", "refused", "account", /KORE_HOST and KORE_ACCOUNT_ID/],
    ["a failure", 500, "oops", "unavailable", "host", /500/],
    ["a gateway", 502, "<html>Bad Gateway</html>", "unavailable", "host", /502/],
    ["maintenance", 503, "", "unavailable", "host", /503/],
    ["a request that took too long", 408, "", "unavailable", "host", /408/],
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
    ['{"errors":"broken"}', "no message"],
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
    ["Wed, 21 Oct 2026 07:28:00 GMT", null],
    ["soon", null],
    [null, null],
  ])("honours a Retry-After of %j as %j seconds", (header, seconds) => {
    const facts = { ...UNKNOWN, retryAfter: header };
    expect(errorOfReply(429, "", facts).retryAfterSeconds).toBe(seconds);
    expect(errorOfReply(503, "", facts).retryAfterSeconds).toBe(seconds);
  });
});

describe("a clock that is wrong", () => {
  const errorWith = (skewSeconds: number | null, msg = "Invalid JWT token") =>
    errorOfReply(401, vendorBody(msg), { retryAfter: null, skewSeconds });

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
