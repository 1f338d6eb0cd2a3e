import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as getDataset } from "@/app/api/metrics/[dataset]/route";
import { DELETE, PATCH } from "@/app/api/people/[id]/route";
import { GET, POST } from "@/app/api/people/route";
import { POST as postToken } from "@/app/api/tokens/route";
import { peopleReplySchema, personItemSchema } from "@/lib/shared/people";
import type { Role } from "@/lib/shared/roles";
import { tokenMadeSchema } from "@/lib/shared/tokens";
import { ACCOUNTS } from "../../tools/accounts";
import { ask, ORIGIN, type Served, startServed } from "../support/served";

let served: Served;
beforeAll(async () => {
  served = await startServed();
});
afterAll(() => served.stop());

const NEW = { name: "Nina", email: "nina@callboard.example", password: "a good password", role: "supervisor" };

const as = (role: Role, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { cookie: served.cookie[role], origin: ORIGIN },
});
const post = (role: Role, body: unknown) =>
  ask(POST, "/api/people", as(role, { method: "POST", body: JSON.stringify(body) }));
const patch = (role: Role, id: string, body: unknown) =>
  ask(PATCH, `/api/people/${id}`, {
    ...as(role, { method: "PATCH", body: JSON.stringify(body) }),
    params: { id },
  });
const remove = (role: Role, id: string) =>
  ask(DELETE, `/api/people/${id}`, { ...as(role, { method: "DELETE" }), params: { id } });
const summary = (headers: Record<string, string>) =>
  ask(getDataset, "/api/metrics/summary", { headers, params: { dataset: "summary" } });

async function idOf(email: string): Promise<string> {
  const { people } = peopleReplySchema.parse(await (await ask(GET, "/api/people", as("administrator"))).json());
  return people.find((person) => person.email === email)?.id ?? "";
}

function signIn(password: string): Promise<Response> {
  const body = JSON.stringify({ email: NEW.email, password });
  const headers = { "content-type": "application/json", origin: ORIGIN };
  return served.runtime.auth.handler(
    new Request(`${ORIGIN}/api/auth/sign-in/email`, { method: "POST", headers, body }),
  );
}

const cookieOf = (reply: Response) => ({ cookie: reply.headers.get("set-cookie")?.split(";")[0] ?? "" });

describe("people, for administrators", () => {
  it("are added, deactivated with their sessions and tokens, let in again, and removed", async () => {
    const reply = await post("administrator", NEW);
    expect(reply.status).toBe(201);
    const { id } = personItemSchema.parse(await reply.json());
    const cookie = cookieOf(await signIn(NEW.password));
    const made = await ask(postToken, "/api/tokens", {
      method: "POST",
      headers: { ...cookie, origin: ORIGIN },
      body: '{"name":"A"}',
    });
    const token = { authorization: `Bearer ${tokenMadeSchema.parse(await made.json()).token}` };
    expect([(await summary(cookie)).status, (await summary(token)).status]).toEqual([200, 200]);

    expect((await patch("administrator", id, { isActive: false })).status).toBe(200);
    expect([(await summary(cookie)).status, (await summary(token)).status]).toEqual([401, 401]);
    const refused = await signIn(NEW.password);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "BANNED_USER" });

    expect((await patch("administrator", id, { isActive: true, password: "another password" })).status).toBe(200);
    expect((await signIn(NEW.password)).status).toBe(401);
    expect((await summary(cookieOf(await signIn("another password")))).status).toBe(200);
    expect((await summary(token)).status).toBe(200);

    expect((await remove("administrator", id)).status).toBe(204);
    expect((await summary(token)).status).toBe(401);
    expect((await signIn("another password")).status).toBe(401);
    expect((await remove("administrator", id)).status).toBe(404);
  });

  it("are refused with a code where it would be one's own account", async () => {
    const id = await idOf(ACCOUNTS.administrator.email);
    for (const reply of [
      await patch("administrator", id, { role: "supervisor" }),
      await patch("administrator", id, { isActive: false }),
      await remove("administrator", id),
    ]) {
      expect(reply.status).toBe(409);
      expect(await reply.json()).toMatchObject({ error: { code: "conflict" } });
    }
  });
});

describe("people, for everybody else", () => {
  it("are out of a supervisor's reach, though the address is known", async () => {
    const id = await idOf(ACCOUNTS.supervisor.email);
    for (const reply of [
      await ask(GET, "/api/people", as("supervisor")),
      await post("supervisor", { ...NEW, role: "administrator" }),
      await patch("supervisor", id, { role: "administrator" }),
      await remove("supervisor", await idOf(ACCOUNTS.administrator.email)),
    ]) {
      expect(reply.status).toBe(403);
      expect(await reply.json()).toMatchObject({ error: { code: "forbidden" } });
    }
  });

  it("are out of a token's reach, and of another site's", async () => {
    const made = await ask(postToken, "/api/tokens", as("administrator", { method: "POST", body: '{"name":"A"}' }));
    const { token } = tokenMadeSchema.parse(await made.json());
    const body = JSON.stringify(NEW);
    const byToken = { authorization: `Bearer ${token}` };
    expect((await ask(GET, "/api/people", { headers: byToken })).status).toBe(403);
    expect((await ask(POST, "/api/people", { method: "POST", headers: byToken, body })).status).toBe(403);
    const elsewhere = { cookie: served.cookie.administrator, origin: "https://elsewhere.example" };
    expect((await ask(POST, "/api/people", { method: "POST", headers: elsewhere, body })).status).toBe(403);
    expect(await idOf(NEW.email)).toBe("");
  });

  it.each([
    ["set-role", { role: "supervisor" }],
    ["update-user", { data: { banned: true } }],
    ["ban-user", {}],
    ["remove-user", {}],
    ["remove-user/", {}],
    ["set-user-password", { newPassword: "another password" }],
    ["impersonate-user", {}],
  ])("cannot be changed by the way round our rules, %s", async (name, body) => {
    const userId = await idOf(ACCOUNTS.supervisor.email);
    const request = new Request(`${ORIGIN}/api/auth/admin/${name}`, {
      method: "POST",
      headers: { cookie: served.cookie.administrator, origin: ORIGIN, "content-type": "application/json" },
      body: JSON.stringify({ userId, ...body }),
    });
    expect((await served.runtime.auth.handler(request)).status).toBe(404);
    expect((await summary({ cookie: served.cookie.supervisor })).status).toBe(200);
  });
});
