import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getConversation } from "@/app/api/conversations/[id]/route";
import { GET as getConversations } from "@/app/api/conversations/route";
import { GET as getExport } from "@/app/api/export/route";
import { GET as getDataset } from "@/app/api/metrics/[dataset]/route";
import { POST as postSync } from "@/app/api/sync/route";
import { errorReplySchema } from "@/lib/shared/contract";
import { FILTER_IDS } from "@/lib/shared/filters";
import { listParameters, metricParameters } from "@/lib/shared/query";
import { ACCOUNTS } from "../../tools/accounts";
import { type Session, signIn } from "../../tools/session";
import { type Built, startBuilt } from "../support/built";
import { ask, ORIGIN, type Served, startServed } from "../support/served";

const SQL = [
  "'; drop table conversations; --",
  "1 or 1=1",
  "' union select key from apikey --",
  '"; delete from settings; --',
  "$1",
  "\\'); truncate names; --",
];

let served: Served;
let before: unknown;
beforeAll(async () => {
  served = await startServed();
});
afterAll(() => served.stop());
beforeEach(async () => {
  before = await census();
});
afterEach(async () => {
  expect(await census()).toEqual(before);
});

const asked = () => ({ headers: { cookie: served.cookie.administrator, origin: ORIGIN } });

/** How many rows each table has. */
async function census(): Promise<[string, number][]> {
  const { db } = served.runtime.store;
  const tables = await db.introspection.getTables();
  const counts = tables.map(async ({ name }): Promise<[string, number]> => {
    const { rows } = await sql<{ total: number }>`select count(*) as total from ${sql.table(name)}`.execute(db);
    return [name, rows[0]?.total ?? -1];
  });
  // People come and go by their cookies.
  return (await Promise.all(counts)).filter(([name]) => name !== "session").sort();
}

const ROUTES: [name: string, parameters: string[], get: (search: string) => Promise<Response>][] = [
  [
    "a dataset",
    Object.keys(metricParameters.shape),
    (search) => ask(getDataset, `/api/metrics/queues?${search}`, { ...asked(), params: { dataset: "queues" } }),
  ],
  [
    "the list of conversations",
    Object.keys(listParameters.shape),
    (search) => ask(getConversations, `/api/conversations?${search}`, asked()),
  ],
  [
    "the list of conversations as CSV",
    Object.keys(listParameters.shape).filter((name) => name !== "format"),
    (search) => ask(getConversations, `/api/conversations?format=csv&${search}`, asked()),
  ],
  [
    "the export",
    Object.keys(metricParameters.shape).filter((name) => name !== "format"),
    (search) => ask(getExport, `/api/export?dataset=queues&${search}`, asked()),
  ],
];
/** What takes any text, since the source may have used it: such a value is looked for, and found nowhere. */
const OPEN = new Set<string>([...FILTER_IDS.filter((id) => id !== "outcome"), "cursor", "search", "find"]);

describe.each(ROUTES)("of %s", (_, parameters, get) => {
  async function expectRefusal(search: string, parameter: string) {
    const reply = await get(search);
    expect([search.slice(0, 80), reply.status]).toEqual([search.slice(0, 80), 400]);
    const { error } = errorReplySchema.parse(await reply.json());
    expect([error.code, error.details]).toEqual(["invalid_parameter", { parameter }]);
    expect(error.message).toContain(parameter);
    expect(error.message.length).toBeLessThan(400);
  }

  it.each([
    ["from=2026-11-20&to=2026-11-19", "from"],
    ["from=2026-11-20T10:00&to=2026-11-20T10:00", "from"],
    ["from=20261120", "from"],
    ["from=2026-11-31", "from"],
    ["to=tomorrow", "to"],
    ["to=9999-01-01", "to"],
    ["from[]=2026-11-20", "from[]"],
    ["outcome=lost", "outcome"],
    ["colour=red", "colour"],
    ["from=2026-11-20&from=2026-11-20", "from"],
  ])("%s is refused, and “%s” is named", expectRefusal);

  it.each(FILTER_IDS)("ten thousand values of %s are refused", async (id) => {
    await expectRefusal(Array.from({ length: 10_000 }, (_, index) => `${id}=v${index}`).join("&"), id);
  });

  it("SQL is a value like any other, or refused by the parameter's name", async () => {
    for (const parameter of parameters) {
      for (const text of SQL) {
        const search = new URLSearchParams({ [parameter]: text }).toString();
        if (!OPEN.has(parameter)) {
          await expectRefusal(search, parameter);
          continue;
        }
        const reply = await get(search);
        const body = await reply.text();
        expect([200, 400]).toContain(reply.status);
        expect(body).not.toMatch(/Parser Error|Binder Error|syntax|apikey\b.*from/i);
      }
    }
  });

  it("SQL as a parameter's name is refused", async () => {
    for (const text of SQL) {
      await expectRefusal(new URLSearchParams({ [text]: "x" }).toString(), text);
    }
  });
});

describe("elsewhere", () => {
  it("SQL in an address finds nothing", async () => {
    for (const text of SQL) {
      const dataset = await ask(getDataset, "/api/metrics/x", { ...asked(), params: { dataset: text } });
      expect(dataset.status).toBe(404);
      const one = await ask(getConversation, "/api/conversations/x", { ...asked(), params: { id: text } });
      expect(one.status).toBe(404);
    }
  });

  it.each(['{"action":"drop"}', '{"action":7}', '{"action":["run"]}', '{"action":null}'])(
    "a body that asks for what there is not is refused: %s",
    async (body) => {
      const reply = await ask(postSync, "/api/sync", { ...asked(), method: "POST", body });
      expect(reply.status).toBe(400);
      expect(await reply.json()).toMatchObject({ error: { details: { parameter: "action" } } });
    },
  );
});

describe("of the built application, started as `npm start` does", () => {
  let stack: Built;
  let person: Session;
  beforeAll(async () => {
    stack = await startBuilt();
    person = await signIn(stack.appUrl, ACCOUNTS.administrator);
  });
  afterAll(() => stack?.stop());

  /** A query string of so many values, each as long as the vendor's ids. */
  const values = (id: string, size: number) =>
    Array.from({ length: size }, (_, index) => `${id}=qu-5f0c1d2e-0000-4000-8000-${String(index).padStart(12, "0")}`);
  const get = (path: string) => fetch(`${stack.appUrl}${path}`, { headers: { cookie: person.cookie } });

  it.each(["/api/metrics/summary", "/api/conversations", "/api/conversations/any/neighbours"])(
    "ten thousand values in a request line of half a megabyte are refused in our own words: %s",
    async (path) => {
      const line = `${path}?${values("queue", 10_000).join("&")}`;
      expect(line.length).toBeGreaterThan(450_000);
      const reply = await get(line);
      expect([414, 431]).toContain(reply.status);
      expect(errorReplySchema.parse(await reply.json()).error.code).toMatch(/^(address_too_long|headers_too_large)$/);
    },
  );

  it("as many values as an address holds are answered", async () => {
    const reply = await get(`/api/metrics/summary?${values("queue", 300).join("&")}`);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ rows: [{ conversations: 0 }] });
  });
});
