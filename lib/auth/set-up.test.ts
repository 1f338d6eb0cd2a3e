import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CallboardError } from "@/lib/shared/errors";
import { parseInput } from "@/lib/shared/parse-input";
import { setUpSchema } from "@/lib/shared/people";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { Auth } from "./auth";
import { openSetUp, type SetUp } from "./set-up";
import { createTestAuth } from "./test-auth";

const PERSON = { name: "Anita", email: "anita@example.com", password: "correct horse battery" };

/** As the route does it with a body. */
async function complete(setUp: SetUp, body: unknown): Promise<void> {
  await setUp.complete(parseInput(setUpSchema, body));
}

async function refusedBy(setUp: SetUp, body: unknown): Promise<CallboardError> {
  const error = await complete(setUp, body).catch((caught: unknown) => caught);
  if (!(error instanceof CallboardError)) {
    throw new Error("It was not refused as it should be.", { cause: error });
  }
  return error;
}

describe("the set-up of the first administrator", () => {
  let store: Store;
  let auth: Auth;
  let setUp: SetUp;
  beforeEach(async () => {
    store = await openTestStore();
    auth = createTestAuth(store);
    setUp = await openSetUp(auth, store.db);
  });
  afterEach(() => store.close());

  const people = () => store.db.selectFrom("user").select(["email", "name", "role"]).execute();

  const refusalOf = (body: unknown) => refusedBy(setUp, body);

  it("has a code of 48 random bits while nobody can sign in, another one at each start", async () => {
    expect(setUp.code).toMatch(/^[0-9a-f]{12}$/);
    expect((await openSetUp(auth, store.db)).code).not.toBe(setUp.code);
  });

  it("makes the administrator for the right code, blanks around it or not", async () => {
    await complete(setUp, { ...PERSON, code: ` ${setUp.code} ` });
    expect(await people()).toEqual([{ email: PERSON.email, name: "Anita", role: "administrator" }]);
    await expect(auth.api.signInEmail({ body: PERSON })).resolves.toMatchObject({ user: { email: PERSON.email } });
  });

  it("is over after that: the code is used up, also after the next start", async () => {
    const code = setUp.code;
    await complete(setUp, { ...PERSON, code });
    expect(setUp.code).toBeNull();
    expect(await refusalOf({ ...PERSON, email: "second@example.com", code })).toMatchObject({ code: "forbidden" });
    setUp = await openSetUp(auth, store.db);
    expect(setUp.code).toBeNull();
    expect(await refusalOf({ ...PERSON, email: "third@example.com", code: "" })).toMatchObject({ code: "forbidden" });
    expect(await people()).toHaveLength(1);
  });

  it("refuses a wrong code, in the same words as one that is used up, and makes nobody", async () => {
    const wrong = await refusalOf({ ...PERSON, code: "000000000000" });
    expect(wrong.code).toBe("forbidden");
    expect(wrong.message).not.toContain(setUp.code);
    for (const code of ["", `${setUp.code}0`, setUp.code?.slice(1), "\u0000"]) {
      expect((await refusalOf({ ...PERSON, code })).message).toBe(wrong.message);
    }
    expect(await people()).toEqual([]);
  });

  it("still takes the right code after a wrong one", async () => {
    await refusalOf({ ...PERSON, code: "wrong" });
    await complete(setUp, { ...PERSON, code: setUp.code });
    expect(await people()).toHaveLength(1);
  });

  it("takes no code any more after ten wrong ones, so that nobody can try them all", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await refusalOf({ ...PERSON, code: "wrong" });
    }
    expect(await refusalOf({ ...PERSON, code: setUp.code })).toMatchObject({ code: "forbidden" });
    expect(await people()).toEqual([]);
  });
});

describe("what is sent to the set-up", () => {
  let store: Store;
  let setUp: SetUp;
  beforeAll(async () => {
    store = await openTestStore();
    const auth = createTestAuth(store);
    setUp = await openSetUp(auth, store.db);
  });
  afterAll(() => store.close());

  it.each<[string, unknown, string]>([
    ["no address", { ...PERSON, email: "anita" }, "email"],
    ["a short password", { ...PERSON, password: "short" }, "password"],
    ["a password that is too long", { ...PERSON, password: "x".repeat(129) }, "password"],
    ["a blank name", { ...PERSON, name: " " }, "name"],
    ["no name", { ...PERSON, name: undefined }, "name"],
    ["a code that is no text", { ...PERSON, code: 1 }, "code"],
    ["something else", { ...PERSON, code: "x", role: "administrator" }, "role"],
    ["no object", null, "body"],
  ])("names the field that is wrong: %s", async (_, body, parameter) => {
    const fields = typeof body === "object" && body !== null ? { code: "any", ...body } : body;
    const error = await refusedBy(setUp, fields);
    expect(error).toMatchObject({ code: "invalid_parameter", details: { parameter } });
    expect(error.message).toContain(parameter);
    expect(await store.db.selectFrom("user").select("email").execute()).toEqual([]);
  });
});
