import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ask, ask, bodyFor, signToken } from "./ask";
import { type Simulator, startSimulator } from "./server";

const badCredentials = { status: 401, data: [], errors: [{ msg: "Invalid SDK credentials", code: 4002 }] };
const badToken = { status: 401, data: [], errors: [{ msg: "Invalid JWT token", code: 4002 }] };
const badScope = { status: 401, data: [], errors: [{ msg: "Permission denied. Scope is incorrect!", code: 4002 }] };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ requestsPerMinute: 10_000, conversationsPerDay: 200 });
});
afterAll(() => simulator.close());

async function statusOf(given: Ask): Promise<number> {
  return (await ask(simulator, given)).status;
}

describe("who is let in", () => {
  const seconds = () => Math.floor(Date.now() / 1000);

  test.each(["HS256", "HS384", "HS512"])("a token signed with %s is accepted", async (alg) => {
    const claims = { iat: seconds(), exp: seconds() + 60, jti: "one" };
    expect(await statusOf({ headers: { auth: await signToken(simulator.credentials, { alg, claims }) } })).toBe(200);
  });

  test("a missing token and a wrong stream are invalid credentials", async () => {
    expect(await ask(simulator, { headers: { auth: undefined } })).toEqual(badCredentials);
    expect(await ask(simulator, { headers: { iId: "st-other" } })).toEqual(badCredentials);
    expect(await ask(simulator, { headers: { iId: undefined } })).toEqual(badCredentials);
  });

  test("an account that is not the client's is invalid credentials, in the path and in the header", async () => {
    const path = "/agentassist/api/public/analytics/account/other/calldetails";
    expect(await ask(simulator, { path })).toEqual(badCredentials);
    expect(await ask(simulator, { headers: { accountid: "other" } })).toEqual(badCredentials);
    expect(await statusOf({ headers: { accountid: undefined } })).toBe(200);
  });

  test.each([
    ["signed with another secret", { secret: "another secret that is as long as the client's own one, it is" }],
    ["of another client", { claims: { appId: "cs-other" } }],
    ["that has expired", { claims: { exp: seconds() - 60 } }],
    ["issued in the future", { claims: { iat: seconds() + 600 } }],
  ])("a token %s is invalid", async (_, token) => {
    expect(await ask(simulator, { headers: { auth: await signToken(simulator.credentials, token) } })).toEqual(
      badToken,
    );
  });

  test("a token behind the word Bearer, an unsigned one and rubbish are invalid", async () => {
    const auth = await signToken(simulator.credentials);
    const [, payload] = auth.split(".");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    for (const bad of [`Bearer ${auth}`, unsigned, "rubbish"]) {
      expect(await ask(simulator, { headers: { auth: bad } })).toEqual(badToken);
    }
  });

  test("without the scope every token is refused", async () => {
    const strict = await startSimulator({ scopeGranted: false });
    expect(await ask(strict)).toEqual(badScope);
    await strict.close();
  });
});

describe("what may be asked", () => {
  test.each(["", "?limit=1&offset=0", "?limit=100&offset=10"])("the page %s is served", async (query) => {
    expect(await statusOf({ query })).toBe(200);
  });

  test.each(["?limit=0", "?limit=101", "?limit=ten", "?offset=11", "?offset=-1", "?offset=1.5"])(
    "the page %s is refused",
    async (query) => {
      expect(await ask(simulator, { query })).toMatchObject({
        status: 412,
        errors: [{ msg: "Validation errors/ Invalid arguments" }],
      });
    },
  );

  test.each([
    ["a day", "2026-03-10", "2026-03-10"],
    ["a time with a space", "2026-03-10 00:00:00", "2026-03-10 00:00:00"],
    ["a time with a T", "2026-03-10T00:00:00", "2026-03-11T12:30:00"],
    ["seven days", "2026-03-10", "2026-03-16"],
    ["seven days to the second", "2026-03-10 08:00:00", "2026-03-17 08:00:00"],
  ])("a range of %s is served", async (_, from, to) => {
    expect(await statusOf({ body: bodyFor(from, to) })).toBe(200);
  });

  test.each([
    ["longer than seven days", bodyFor("2026-03-10 08:00:00", "2026-03-17 08:00:01")],
    ["that ends before it starts", bodyFor("2026-03-11", "2026-03-10")],
    ["of a day that is none", bodyFor("2026-02-30", "2026-03-01")],
    ["at a time that is none", bodyFor("2026-03-10 25:00:00", "2026-03-11")],
    ["with a zone", bodyFor("2026-03-10T08:00:00Z", "2026-03-11")],
    ["in another order of digits", bodyFor("10-03-2026", "11-03-2026")],
    ["without an offset", { startDate: "2026-03-10", endDate: "2026-03-10" }],
    ["with an offset in words", { startDate: "2026-03-10", endDate: "2026-03-10", timeZoneOffset: "-330" }],
    ["without an end", { startDate: "2026-03-10", timeZoneOffset: 0 }],
    ["with one channel that is no list", bodyFor("2026-03-10", "2026-03-10", 0, { channels: "voice" })],
    ["that is no JSON", "{"],
  ])("a range %s is refused", async (_, body) => {
    expect(await statusOf({ body })).toBe(412);
  });

  test("another path and another method are not found", async () => {
    expect(await statusOf({ path: "/agentassist/api/public/analytics/account/sim-account/other" })).toBe(404);
    expect(await statusOf({ method: "GET" })).toBe(404);
  });
});

describe("how often", () => {
  test("the sixty-first request of a minute is refused, and admitted again when the minute is over", async () => {
    let now = Date.parse("2026-03-11T00:00:00Z");
    const limited = await startSimulator({ now: () => now, conversationsPerDay: 10 });
    for (let request = 0; request < 60; request++) {
      if (request === 30) now += 20_000;
      expect((await ask(limited)).status).toBe(200);
    }
    const msg = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.";
    expect(await ask(limited)).toMatchObject({ status: 429, errors: [{ msg }] });
    now += 39_999;
    expect((await ask(limited)).status).toBe(429);
    now += 1;
    expect((await ask(limited)).status).toBe(200);
    expect(limited.requestCount()).toBe(63);
    await limited.close();
  });

  test("requests that are refused for their token do not use up the account's minute", async () => {
    const limited = await startSimulator({ requestsPerMinute: 1, conversationsPerDay: 10 });
    expect((await ask(limited, { headers: { auth: "rubbish" } })).status).toBe(401);
    expect((await ask(limited)).status).toBe(200);
    expect((await ask(limited)).status).toBe(429);
    await limited.close();
  });

  test("with latency an answer takes at least that long", async () => {
    const slow = await startSimulator({ latencyMs: 80, conversationsPerDay: 10 });
    const started = performance.now();
    await ask(slow);
    expect(performance.now() - started).toBeGreaterThan(75);
    await slow.close();
  });
});
