import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CallboardError } from "@/lib/shared/errors";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { Auth } from "./auth";
import { ensureAdministrator } from "./set-up";
import { createSignIn, MOST_PASSWORD_CHECKS, type SignIn } from "./sign-in";
import { createTestAuth, TEST_SECRET } from "./test-auth";

const PERSON = { email: "anita@example.com", password: "correct horse battery" };

let store: Store;
let auth: Auth;
beforeAll(async () => {
  store = await openTestStore();
  auth = createTestAuth(store, { addressHeader: "x-address" });
  await ensureAdministrator(auth, store.db, PERSON);
});
afterAll(() => store.close());

let signIn: SignIn;
let now: number;
let logged: object[];
let atOnce: { now: number; most: number };
beforeEach(() => {
  now = Date.parse("2026-11-20T10:00:00Z");
  logged = [];
  atOnce = { now: 0, most: 0 };
  const counting = {
    ...auth,
    handler: async (request: Request) => {
      atOnce.now += 1;
      atOnce.most = Math.max(atOnce.most, atOnce.now);
      try {
        return await auth.handler(request);
      } finally {
        atOnce.now -= 1;
      }
    },
  };
  const log = { warn: (facts: object, message: string) => void logged.push({ ...facts, message }) };
  signIn = createSignIn({ auth: counting, secret: TEST_SECRET, now: () => now, log });
});

/** @returns the status, or how many seconds to wait where nothing was tried. */
async function tries(email: string, password: string, address = "192.0.2.1", path = "/sign-in/email"): Promise<string> {
  const headers = { "content-type": "application/json", origin: "http://localhost:3000", "x-address": address };
  const body = JSON.stringify({ email, password });
  const request = new Request(`http://localhost:3000/api/auth${path}`, { method: "POST", headers, body });
  try {
    return String((await signIn.handle(request, address)).status);
  } catch (error) {
    return error instanceof CallboardError ? `${error.code} ${error.details?.retryAfterSeconds}` : "thrown";
  }
}

const wrong = (address?: string, path?: string) => tries(PERSON.email, "wrong password", address, path);

describe("a sign-in", () => {
  it("waits after five wrong passwords, however account and path are written, and is good again after the wait", async () => {
    for (let left = 5; left > 0; left -= 1) {
      expect(await wrong()).toBe("401");
    }
    expect(await tries(PERSON.email, PERSON.password)).toBe("too_many_requests 5");
    expect(await tries(` ${PERSON.email.toUpperCase()}`, "wrong password")).toBe("too_many_requests 5");
    expect(await wrong("192.0.2.1", "/sign-in/email//")).toBe("too_many_requests 5");
    expect(await tries(PERSON.email, PERSON.password, "192.0.2.2")).toBe("200");
    now += 5000;
    expect(await tries(PERSON.email, PERSON.password)).toBe("200");
  });

  it("checks two passwords at once and no more, and refuses whoever waits beyond twenty", async () => {
    const asked = await Promise.all(Array.from({ length: 40 }, (_, index) => tries(`p${index}@example.com`, "wrong")));
    expect(atOnce.most).toBe(MOST_PASSWORD_CHECKS);
    expect(asked.filter((status) => status === "401")).toHaveLength(22);
    expect(asked.filter((status) => status.startsWith("too_many_requests"))).toHaveLength(18);
  });

  it("that is wrong is logged by a hash of the account and the address, one that is right is not", async () => {
    await tries(PERSON.email, PERSON.password);
    expect(logged).toEqual([]);
    await wrong();
    await tries(PERSON.email.toUpperCase(), "another wrong one", "192.0.2.9");
    expect(logged).toEqual([
      { account: expect.stringMatching(/^[0-9a-f]{12}$/), address: "192.0.2.1", message: "a sign-in failed" },
      { account: Reflect.get(logged[0] ?? {}, "account"), address: "192.0.2.9", message: "a sign-in failed" },
    ]);
    expect(JSON.stringify(logged)).not.toMatch(/anita|wrong/);
  });

  it("without a body that can be read is refused as before", async () => {
    const headers = { "content-type": "application/json", origin: "http://localhost:3000" };
    const init = { method: "POST", headers, body: "no JSON" };
    const reply = await signIn.handle(new Request("http://localhost:3000/api/auth/sign-in/email", init), "192.0.2.1");
    expect(reply.status).toBe(400);
    expect(logged).toEqual([]);
  });
});
