import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getConversations } from "@/app/api/conversations/route";
import { GET as getDataset } from "@/app/api/metrics/[dataset]/route";
import { POST as postSync } from "@/app/api/sync/route";
import { DELETE } from "@/app/api/tokens/[id]/route";
import { GET, POST } from "@/app/api/tokens/route";
import { conversationListSchema } from "@/lib/shared/conversation";
import type { Role } from "@/lib/shared/roles";
import { tokenMadeSchema, tokensReplySchema } from "@/lib/shared/tokens";
import { ACCOUNTS } from "../../tools/accounts";
import { ask, ORIGIN, type Served, startServed } from "../support/served";

let served: Served;
beforeAll(async () => {
  served = await startServed();
});
afterAll(() => served.stop());

async function make(role: Role, body: unknown = { name: "Report script" }): Promise<string> {
  const headers = { cookie: served.cookie[role], origin: ORIGIN };
  const reply = await ask(POST, "/api/tokens", { method: "POST", headers, body: JSON.stringify(body) });
  expect(reply.status).toBe(201);
  return tokenMadeSchema.parse(await reply.json()).token;
}

async function listOf(role: Role) {
  const reply = await ask(GET, "/api/tokens", { headers: { cookie: served.cookie[role] } });
  return tokensReplySchema.parse(await reply.json()).tokens;
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const summary = (init: RequestInit) =>
  ask(getDataset, "/api/metrics/summary", { ...init, params: { dataset: "summary" } });

async function refusalOf(reply: Response) {
  return { status: reply.status, error: ((await reply.json()) as { error: { code: string; message: string } }).error };
}

describe("a personal API token", () => {
  it("is shown once, kept as a hash, and listed by how it begins", async () => {
    const token = await make("supervisor", { name: "  Weekly report ", expiresInDays: 30 });
    expect(token).toMatch(/^cb_[a-zA-Z]{64}$/);
    const kept = await served.runtime.store.db.selectFrom("apikey").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token.slice(8));
    const [item] = await listOf("supervisor");
    expect(item).toMatchObject({ name: "Weekly report", start: token.slice(0, 7), lastUsedAt: null });
    const days = (Date.parse(item?.expiresAt ?? "") - Date.parse(item?.createdAt ?? "")) / 86_400_000;
    expect(days).toBeCloseTo(30, 3);
    expect(await listOf("administrator")).toEqual([]);
  });

  it.each([
    ["Authorization", (token: string) => ({ authorization: `Bearer ${token}` })],
    ["Authorization, in small letters", (token: string) => ({ authorization: `bearer ${token}` })],
    ["x-api-key", (token: string) => ({ "x-api-key": token })],
  ])("reads what its owner may read, sent as %s, and its use is noted", async (_, headersOf) => {
    const token = await make("supervisor");
    expect((await summary({ headers: headersOf(token) })).status).toBe(200);
    const item = (await listOf("supervisor")).find(({ start }) => token.startsWith(start));
    expect(Date.now() - Date.parse(item?.lastUsedAt ?? "")).toBeLessThan(60_000);
  });

  it("has its owner's scope: customers are masked for a supervisor's, and shown to an administrator's", async () => {
    const customers = async (role: Role) => {
      const reply = await ask(getConversations, "/api/conversations?limit=50", bearer(await make(role)));
      return conversationListSchema.parse(await reply.json()).items.flatMap(({ customer }) => customer ?? []);
    };
    expect((await customers("supervisor")).every((customer) => customer.includes("•••"))).toBe(true);
    expect((await customers("administrator")).some((customer) => !customer.includes("•"))).toBe(true);
  });

  it("follows its owner's role at once", async () => {
    const token = await make("supervisor");
    const run = () => ask(postSync, "/api/sync", { method: "POST", ...bearer(token), body: '{"action":"resume"}' });
    expect((await run()).status).toBe(403);
    await setOwner({ role: "administrator" });
    expect((await run()).status).toBe(202);
    await setOwner({ role: "supervisor" });
    expect((await run()).status).toBe(403);
  });

  it("is refused while its owner is banned", async () => {
    const token = await make("supervisor");
    await setOwner({ banned: 1 });
    const { status, error } = await refusalOf(await summary(bearer(token)));
    expect([status, error.code]).toEqual([401, "unauthenticated"]);
    expect(error.message).toContain("may not use Callboard");
    await setOwner({ banned: 1, banExpires: new Date(Date.now() - 1000).toISOString() });
    expect((await summary(bearer(token))).status).toBe(200);
    await setOwner({ banned: 0, banExpires: null });
  });

  it.each([
    ["one that was never made", { authorization: `Bearer cb_${"x".repeat(64)}` }, "“Authorization”"],
    ["one that was never made, in the other header", { "x-api-key": "cb_" }, "“x-api-key”"],
    ["SQL", { "x-api-key": "cb_' or 1=1 --" }, "“x-api-key”"],
    ["one of another make", { authorization: "Bearer abc" }, "cb_"],
    ["a password", { authorization: "Basic YTpi" }, "cb_"],
  ])("that is %s is refused, with the header named", async (_, headers, words) => {
    const { status, error } = await refusalOf(await summary({ headers: headers as Record<string, string> }));
    expect([status, error.code]).toEqual([401, "unauthenticated"]);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain("1=1");
  });

  it("that is wrong is refused beside a good cookie too, and one of another make is not looked at", async () => {
    const cookie = served.cookie.supervisor;
    expect((await summary({ headers: { cookie, authorization: "Bearer cb_wrong" } })).status).toBe(401);
    expect((await summary({ headers: { cookie, authorization: "Basic YTpi" } })).status).toBe(200);
  });

  it("ends when it expires", async () => {
    const token = await make("supervisor", { name: "Short", expiresInDays: 1 });
    expect((await summary(bearer(token))).status).toBe(200);
    const past = new Date(Date.now() - 1).toISOString();
    await served.runtime.store.db.updateTable("apikey").set({ expiresAt: past }).where("name", "=", "Short").execute();
    expect((await refusalOf(await summary(bearer(token)))).error.message).toContain("has expired");
  });

  it("ends when its owner revokes it, and nobody else can", async () => {
    const token = await make("administrator", { name: "To revoke" });
    const id = (await listOf("administrator")).find(({ name }) => name === "To revoke")?.id ?? "";
    const revoke = (role: Role) =>
      ask(DELETE, `/api/tokens/${id}`, {
        method: "DELETE",
        headers: { cookie: served.cookie[role], origin: ORIGIN },
        params: { id },
      });
    expect((await revoke("supervisor")).status).toBe(404);
    expect((await summary(bearer(token))).status).toBe(200);
    expect((await revoke("administrator")).status).toBe(204);
    expect((await summary(bearer(token))).status).toBe(401);
    expect((await revoke("administrator")).status).toBe(404);
  });

  it("manages no tokens, and no people", async () => {
    const token = await make("administrator");
    const headers = { authorization: `Bearer ${token}`, "x-api-key": token, "content-type": "application/json" };
    const post = { method: "POST", headers, body: '{"name":"Another"}' };
    expect((await ask(POST, "/api/tokens", post)).status).toBe(403);
    expect((await ask(GET, "/api/tokens", { headers })).status).toBe(403);
    expect((await ask(DELETE, "/api/tokens/x", { method: "DELETE", headers, params: { id: "x" } })).status).toBe(403);
    const { auth } = served.runtime;
    const body = JSON.stringify({ ...ACCOUNTS.supervisor, email: "new@example.com", role: "administrator" });
    const withToken = new Request(`${ORIGIN}/api/auth/admin/create-user`, { method: "POST", headers, body });
    expect((await auth.handler(withToken)).status).toBe(401);
    for (const name of ["create", "delete", "update", "get", "list"]) {
      const closed = new Request(`${ORIGIN}/api/auth/api-key/${name}`, {
        ...post,
        headers: { ...headers, origin: ORIGIN },
      });
      expect((await auth.handler(closed)).status).toBe(404);
    }
  });

  it("needs no cookie's protection: its requests may come from anywhere, and a cookie's may not", async () => {
    const request = (headers: Record<string, string>) =>
      ask(postSync, "/api/sync", {
        method: "POST",
        headers: { ...headers, origin: "https://elsewhere.example" },
        body: '{"action":"resume"}',
      });
    expect((await request({ authorization: `Bearer ${await make("administrator")}` })).status).toBe(202);
    expect((await request({ cookie: served.cookie.administrator })).status).toBe(403);
  });

  it.each<[string, unknown, string]>([
    ["no body", null, "body"],
    ["no name", {}, "name"],
    ["a name of blanks", { name: "   " }, "name"],
    ["a name too long", { name: "n".repeat(101) }, "name"],
    ["a name that is none", { name: 7 }, "name"],
    ["no whole day", { name: "a", expiresInDays: 0.5 }, "expiresInDays"],
    ["a day that is over", { name: "a", expiresInDays: -1 }, "expiresInDays"],
    ["too many days", { name: "a", expiresInDays: 366 }, "expiresInDays"],
    ["days as text", { name: "a", expiresInDays: "30" }, "expiresInDays"],
    ["somebody else's", { name: "a", userId: "x" }, "userId"],
  ])("is not made of %s, and the field is named", async (_, body, parameter) => {
    const before = (await listOf("supervisor")).length;
    const headers = { cookie: served.cookie.supervisor, origin: ORIGIN };
    const reply = await ask(POST, "/api/tokens", { method: "POST", headers, body: JSON.stringify(body) });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: { code: "invalid_parameter", details: { parameter } } });
    expect(await listOf("supervisor")).toHaveLength(before);
  });

  it("answers many requests at once", async () => {
    const token = await make("supervisor");
    const replies = await Promise.all(Array.from({ length: 30 }, () => summary(bearer(token))));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
  });
});

function setOwner(change: { role?: string; banned?: number; banExpires?: string | null }) {
  const { db } = served.runtime.store;
  return db.updateTable("user").set(change).where("email", "=", ACCOUNTS.supervisor.email).execute();
}
