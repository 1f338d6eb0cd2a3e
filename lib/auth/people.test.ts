import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CallboardError } from "@/lib/shared/errors";
import { parseInput } from "@/lib/shared/parse-input";
import { newPersonSchema, personChangeSchema } from "@/lib/shared/people";
import type { Role } from "@/lib/shared/roles";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { Auth } from "./auth";
import { addPerson, changePerson, listPeople, removePerson } from "./people";
import { readSession } from "./session";
import { createTestAuth } from "./test-auth";
import { makeToken, readTokenSession } from "./tokens";

const PASSWORD = "correct horse";

let store: Store;
let auth: Auth;
beforeEach(async () => {
  store = await openTestStore();
  auth = createTestAuth(store);
});
afterEach(() => store.close());

async function add(name: string, role: Role = "administrator"): Promise<string> {
  return (await addSent({ name, email: `${name}@example.com`, password: PASSWORD, role })).id;
}

/** As the route does it with a body. */
async function addSent(body: unknown) {
  return addPerson(auth, store.db, { person: parseInput(newPersonSchema, body), now: Date.now() });
}

const change = async (id: string, by: string, body: unknown) =>
  changePerson(auth, store.db, { id, by, change: parseInput(personChangeSchema, body), now: Date.now() });
const remove = (id: string, by: string) => removePerson(store.db, { id, by, now: Date.now() });
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: CallboardError) => error.code,
  );

async function signIn(name: string, password = PASSWORD): Promise<Headers> {
  const body = { email: `${name}@example.com`, password };
  const { headers } = await auth.api.signInEmail({ body, returnHeaders: true });
  return new Headers({ cookie: headers.get("set-cookie")?.split(";")[0] ?? "" });
}

const mayUse = async (headers: Headers) => (await readSession(auth, headers, Date.now())) !== null;

describe("people", () => {
  it("are added with a role, can sign in at once, and are listed by name", async () => {
    await add("zoe", "supervisor");
    const body = { name: " Anita ", email: "AN@Example.com", password: PASSWORD, role: "administrator" };
    await addSent(body);
    expect(await listPeople(store.db, Date.now())).toEqual([
      expect.objectContaining({ name: "Anita", email: "an@example.com", role: "administrator", isActive: true }),
      expect.objectContaining({ name: "zoe", email: "zoe@example.com", role: "supervisor", isActive: true }),
    ]);
    expect(await readSession(auth, await signIn("zoe"), Date.now())).toMatchObject({
      person: { role: "supervisor" },
      by: "cookie",
    });
  });

  it.each<[string, object, string]>([
    ["an address that somebody has, in other letters", { email: "ANITA@example.com" }, "email"],
    ["no address", { email: "anita" }, "email"],
    ["a role that there is not", { role: "owner" }, "role"],
    ["a short password", { password: "1234567" }, "password"],
    ["a name of blanks", { name: " " }, "name"],
    ["something more", { banned: true }, "banned"],
  ])("are not added with %s, and the field is named", async (_, wrong, parameter) => {
    await add("anita");
    const body = { name: "B", email: "b@example.com", password: PASSWORD, role: "supervisor", ...wrong };
    await expect(addSent(body)).rejects.toMatchObject({
      code: "invalid_parameter",
      details: { parameter },
    });
    expect(await listPeople(store.db, Date.now())).toHaveLength(1);
  });

  it("get another role, which holds for who is signed in already", async () => {
    const [anita, sam] = [await add("anita"), await add("sam", "supervisor")];
    const headers = await signIn("sam");
    expect(await change(sam, anita, { role: "administrator" })).toMatchObject({ id: sam, role: "administrator" });
    expect(await readSession(auth, headers, Date.now())).toMatchObject({ person: { role: "administrator" } });
  });

  it("lose sessions and tokens when deactivated, and the tokens work again with the account", async () => {
    const [anita, sam] = [await add("anita"), await add("sam", "supervisor")];
    const headers = await signIn("sam");
    const token = new Headers({ "x-api-key": await makeToken(auth, sam, { name: "A" }) });
    expect(await change(sam, anita, { isActive: false })).toMatchObject({ isActive: false });
    expect(await mayUse(headers)).toBe(false);
    await expect(signIn("sam")).rejects.toThrow("This account is deactivated.");
    await expect(readTokenSession(store.db, token, Date.now())).rejects.toThrow("may not use Callboard");

    expect(await change(sam, anita, { isActive: true })).toMatchObject({ isActive: true });
    expect(await mayUse(headers), "the old session stays ended").toBe(false);
    expect(await mayUse(await signIn("sam"))).toBe(true);
    expect(await readTokenSession(store.db, token, Date.now())).toMatchObject({ person: { id: sam } });
  });

  it("that are banned are nobody even where a session of theirs was left", async () => {
    await add("sam", "supervisor");
    const headers = await signIn("sam");
    await store.db.updateTable("user").set({ banned: 1 }).execute();
    expect(await mayUse(headers)).toBe(false);
  });

  it("are signed out by a new password, and sign in with it alone", async () => {
    const [anita, sam] = [await add("anita"), await add("sam", "supervisor")];
    const headers = await signIn("sam");
    await change(sam, anita, { password: "another horse" });
    expect(await mayUse(headers)).toBe(false);
    await expect(signIn("sam")).rejects.toThrow("Invalid email or password");
    expect(await mayUse(await signIn("sam", "another horse"))).toBe(true);
  });

  it("get a first password where they had none", async () => {
    const [anita, sam] = [await add("anita"), await add("sam", "supervisor")];
    await store.db.deleteFrom("account").where("userId", "=", sam).execute();
    await change(sam, anita, { password: "another horse" });
    expect(await mayUse(await signIn("sam", "another horse"))).toBe(true);
  });

  it("are gone with all that was theirs when removed", async () => {
    const [anita, sam] = [await add("anita"), await add("sam", "supervisor")];
    const headers = await signIn("sam");
    const token = new Headers({ "x-api-key": await makeToken(auth, sam, { name: "A" }) });
    await remove(sam, anita);
    expect(await mayUse(headers)).toBe(false);
    await expect(readTokenSession(store.db, token, Date.now())).rejects.toThrow("mistyped, or was revoked");
    expect((await listPeople(store.db, Date.now())).map(({ id }) => id)).toEqual([anita]);
    expect(await store.db.selectFrom("account").select("userId").execute()).toEqual([{ userId: anita }]);
    expect(await codeOf(remove(sam, anita))).toBe("not_found");
    expect(await mayUse(await signIn("anita"))).toBe(true);
  });

  it.each([[{}], [null], [{ role: "owner" }], [{ isActive: "no" }], [{ password: "short" }], [{ email: "a@b.co" }]])(
    "are not changed by %j",
    async (body) => {
      const [anita, sam] = [await add("anita"), await add("sam", "supervisor")];
      expect(await codeOf(change(sam, anita, body))).toBe("invalid_parameter");
      expect(await codeOf(change("nobody", anita, { role: "supervisor" }))).toBe("not_found");
    },
  );
});

describe("nobody is locked out", () => {
  it.each([[{ role: "supervisor" }], [{ isActive: false }], [{ password: "another horse" }]])(
    "by changing themselves with %j, however many administrators there are",
    async (body) => {
      const anita = await add("anita");
      await add("bela");
      expect(await codeOf(change(anita, anita, body))).toBe("conflict");
      expect(await codeOf(remove(anita, anita))).toBe("conflict");
      expect(
        (await listPeople(store.db, Date.now())).every(({ role, isActive }) => role === "administrator" && isActive),
      ).toBe(true);
    },
  );

  it("by the end of the last administrator, whoever asks", async () => {
    const [anita, bela] = [await add("anita"), await add("bela")];
    await change(bela, anita, { isActive: false });
    for (const body of [{ role: "supervisor" }, { isActive: false }]) {
      expect(await codeOf(change(anita, bela, body))).toBe("conflict");
    }
    expect(await codeOf(remove(anita, bela))).toBe("conflict");
    expect(await codeOf(change(anita, bela, { password: "another horse" }))).toBe("done");
    expect(await codeOf(remove(bela, anita))).toBe("done");
  });

  it("when two administrators take the role from each other at the same moment", async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one, other] = [await add(`one${round}`), await add(`other${round}`)];
      const outcomes = await Promise.all([
        codeOf(change(one, other, { role: "supervisor" })),
        codeOf(change(other, one, { role: "supervisor" })),
      ]);
      expect(outcomes.toSorted()).toEqual(["conflict", "done"]);
      const left = (await listPeople(store.db, Date.now())).filter(({ role }) => role === "administrator");
      expect(left).toHaveLength(1);
      await store.db.deleteFrom("user").execute();
    }
  });
});
