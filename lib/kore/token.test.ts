import { decodeProtectedHeader, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { type Credentials, JWT_ALGORITHMS, signToken } from "./token";

const NOW = Date.parse("2026-11-17T10:00:00.750Z");
const CREDENTIALS: Credentials = {
  clientId: "cs-65bc54d9",
  clientSecret: "the client secret",
  subject: "callboard",
  algorithm: "HS256",
};

function verify(token: string, secret = CREDENTIALS.clientSecret, now = NOW) {
  return jwtVerify(token, new TextEncoder().encode(secret), { currentDate: new Date(now) });
}

describe("the JWT of a request", () => {
  it("names the app and the subject, and bears times and an id of its own, and nothing else", async () => {
    const { payload } = await verify(await signToken(CREDENTIALS, NOW));
    expect(payload).toEqual({
      appId: "cs-65bc54d9",
      sub: "callboard",
      iat: 1_794_909_570,
      exp: 1_794_909_870,
      jti: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
  });

  it.each(JWT_ALGORITHMS)("is signed with the client secret by %s, and says so", async (algorithm) => {
    const token = await signToken({ ...CREDENTIALS, algorithm }, NOW);
    expect(decodeProtectedHeader(token)).toEqual({ alg: algorithm, typ: "JWT" });
    await expect(verify(token)).resolves.toMatchObject({ payload: { appId: "cs-65bc54d9" } });
    await expect(verify(token, "another secret")).rejects.toThrow("signature verification failed");
  });

  it("has a fresh id each time, also within one millisecond", async () => {
    const tokens = await Promise.all(Array.from({ length: 20 }, () => signToken(CREDENTIALS, NOW)));
    const ids = await Promise.all(tokens.map(async (token) => (await verify(token)).payload.jti));
    expect(new Set(ids).size).toBe(20);
  });

  it("is issued half a minute ago, for a vendor whose clock is behind, and over five minutes after that", async () => {
    const token = await signToken(CREDENTIALS, NOW);
    await expect(verify(token, CREDENTIALS.clientSecret, NOW + 268_000)).resolves.toBeDefined();
    await expect(verify(token, CREDENTIALS.clientSecret, NOW + 270_000)).rejects.toThrow("exp");
  });

  it("does not hold the secret", async () => {
    const token = await signToken({ ...CREDENTIALS, subject: "someone else" }, NOW);
    const parts = token.split(".").map((part) => Buffer.from(part, "base64url").toString());
    expect(parts.join(" ")).not.toContain(CREDENTIALS.clientSecret);
    expect(parts[1]).toContain("someone else");
  });
});
