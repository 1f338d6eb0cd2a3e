import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallboardError } from "@/lib/shared/errors";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { Auth } from "./auth";
import { scopeOf } from "./scope";
import { readSession, requireRole, requireSession } from "./session";
import { createTestAuth } from "./test-auth";

const PASSWORD = "correct horse battery";

describe("who is asking", () => {
  let store: Store;
  let auth: Auth;
  beforeAll(async () => {
    store = await openTestStore();
    auth = createTestAuth(store);
    for (const role of ["administrator", "supervisor"] as const) {
      await auth.api.createUser({ body: { email: `${role}@example.com`, password: PASSWORD, name: role, role } });
    }
  });
  afterAll(() => store.close());

  async function headersOf(role: string): Promise<Headers> {
    const { headers } = await auth.api.signInEmail({
      body: { email: `${role}@example.com`, password: PASSWORD },
      returnHeaders: true,
    });
    return new Headers({ cookie: headers.get("set-cookie")?.split(";")[0] ?? "" });
  }

  it("is nobody without a cookie, or with one that was not given", async () => {
    expect(await readSession(auth, new Headers(), Date.now())).toBeNull();
    expect(
      await readSession(auth, new Headers({ cookie: "better-auth.session_token=abc.def" }), Date.now()),
    ).toBeNull();
    const error = await requireSession(auth, new Headers(), Date.now()).catch((caught: CallboardError) => caught);
    expect(error).toMatchObject({ code: "unauthenticated" });
  });

  it("is an administrator, who sees personal data, or a supervisor, who does not", async () => {
    const administrator = await requireSession(auth, await headersOf("administrator"), Date.now());
    expect(administrator).toMatchObject({
      person: { email: "administrator@example.com", role: "administrator" },
      scope: { queues: "all", canSeePersonalData: true },
    });
    const supervisor = await requireSession(auth, await headersOf("supervisor"), Date.now());
    expect(supervisor).toMatchObject({
      person: { email: "supervisor@example.com", role: "supervisor" },
      scope: { queues: "all", canSeePersonalData: false },
    });
  });

  it("may do what the role allows, and no more", async () => {
    const supervisor = await requireSession(auth, await headersOf("supervisor"), Date.now());
    expect(() => requireRole(supervisor, "supervisor")).not.toThrow();
    expect(() => requireRole(supervisor, "administrator")).toThrow("Only administrators may do this.");
  });

  it("is nobody once the role is one that there is not", async () => {
    const headers = await headersOf("supervisor");
    await store.db.updateTable("user").set({ role: "owner" }).where("email", "=", "supervisor@example.com").execute();
    expect(await readSession(auth, headers, Date.now())).toBeNull();
  });

  it("sees by role alone", () => {
    expect(scopeOf("supervisor")).toEqual({ queues: "all", canSeePersonalData: false });
    expect(scopeOf("administrator")).toEqual({ queues: "all", canSeePersonalData: true });
  });
});
