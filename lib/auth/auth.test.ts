import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import { type Auth, createAuth } from "./auth";
import { ensureAdministrator } from "./set-up";

const PERSON = { email: "anita@example.com", password: "correct horse battery" };

describe("sign-in over the embedded store", () => {
  let store: Store;
  let auth: Auth;
  beforeAll(async () => {
    store = await openTestStore();
    auth = createAuth({ db: store.db, secret: "s".repeat(32), appUrl: "http://localhost:3000" });
    await ensureAdministrator(auth, store.db, PERSON);
  });
  afterAll(async () => {
    await store.close();
  });

  function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return auth.handler(
      new Request(`http://localhost:3000/api/auth${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: "http://localhost:3000", ...headers },
        body: JSON.stringify(body),
      }),
    );
  }

  async function cookieOf(email: string, password: string): Promise<string> {
    const reply = await post("/sign-in/email", { email, password });
    return reply.headers.get("set-cookie")?.split(";")[0] ?? "";
  }

  it("makes the first administrator once", async () => {
    expect(await ensureAdministrator(auth, store.db, { ...PERSON, email: "other@example.com" })).toBe(false);
    const people = await store.db.selectFrom("user").select(["email", "role"]).execute();
    expect(people).toEqual([{ email: PERSON.email, role: "administrator" }]);
  });

  it("gives a session for the right password, and 401 for a wrong one", async () => {
    const cookie = await cookieOf(PERSON.email, PERSON.password);
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
    expect(session?.user).toMatchObject({ email: PERSON.email, role: "administrator" });
    expect((await post("/sign-in/email", { ...PERSON, password: "wrong password" })).status).toBe(401);
  });

  it("lets nobody sign up", async () => {
    const reply = await post("/sign-up/email", { ...PERSON, email: "new@example.com", name: "New" });
    expect(reply.status).toBe(400);
  });

  it("lets an administrator add a supervisor, and a supervisor nobody", async () => {
    const supervisor = { email: "sup@example.com", password: "a long password", name: "Sam", role: "supervisor" };
    const administrator = await cookieOf(PERSON.email, PERSON.password);
    expect((await post("/admin/create-user", supervisor, { cookie: administrator })).status).toBe(200);
    const cookie = await cookieOf(supervisor.email, supervisor.password);
    const refused = await post("/admin/create-user", { ...supervisor, email: "x@example.com" }, { cookie });
    expect(refused.status).toBe(403);
  });
});
