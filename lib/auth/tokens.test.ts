import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { Auth } from "./auth";
import { createTestAuth } from "./test-auth";
import { listTokens, makeToken, readTokenSession, revokeToken } from "./tokens";

describe("tokens over the store", () => {
  let store: Store;
  let auth: Auth;
  let owner: string;
  beforeAll(async () => {
    store = await openTestStore();
    auth = createTestAuth(store);
    const body = { email: "sam@example.com", password: "correct horse", name: "Sam", role: "supervisor" as const };
    owner = (await auth.api.createUser({ body })).user.id;
  });
  afterAll(() => store.close());

  const sent = (token: string) => new Headers({ authorization: `Bearer ${token}` });

  it("stand for their owner until they expire", async () => {
    const token = await makeToken(auth, owner, { name: "A", expiresInDays: 2 });
    const now = Date.now();
    expect(await readTokenSession(store.db, sent(token), now + 1.9 * DAY_MS)).toMatchObject({
      person: { id: owner, role: "supervisor" },
      scope: { queues: "all", canSeePersonalData: false },
      by: "token",
    });
    await expect(readTokenSession(store.db, sent(token), now + 2.1 * DAY_MS)).rejects.toThrow("has expired");
  });

  it("do not expire where no days are given", async () => {
    const token = await makeToken(auth, owner, { name: "B" });
    expect(await readTokenSession(store.db, sent(token), Date.now() + 10_000 * DAY_MS)).not.toBeNull();
  });

  it("have their use noted once a minute", async () => {
    const token = await makeToken(auth, owner, { name: "C" });
    const usedAt = async () => (await listTokens(store.db, owner)).find(({ name }) => name === "C")?.lastUsedAt;
    const first = Date.parse("2030-01-01T00:00:00Z");
    for (const [at, noted] of [
      [first, first],
      [first + 59_000, first],
      [first + 60_000, first + 60_000],
    ] as const) {
      await readTokenSession(store.db, sent(token), at);
      expect(await usedAt()).toBe(new Date(noted).toISOString());
    }
  });

  it("are none where no header holds one of ours", async () => {
    for (const headers of [
      {},
      { authorization: "Basic YTpi" },
      { authorization: "Bearer ey.J" },
      { "x-api-key": "k" },
    ]) {
      expect(await readTokenSession(store.db, new Headers(headers as Record<string, string>), 0)).toBeNull();
    }
  });

  it("are gone once revoked, or once their owner is", async () => {
    const token = await makeToken(auth, owner, { name: "D" });
    const id = (await listTokens(store.db, owner)).find(({ name }) => name === "D")?.id ?? "";
    await revokeToken(store.db, owner, id);
    await expect(readTokenSession(store.db, sent(token), 0)).rejects.toThrow("“Authorization”");
    const other = await makeToken(auth, owner, { name: "E" });
    await store.db.deleteFrom("user").where("id", "=", owner).execute();
    await expect(readTokenSession(store.db, sent(other), 0)).rejects.toThrow("may not use Callboard");
  });
});
