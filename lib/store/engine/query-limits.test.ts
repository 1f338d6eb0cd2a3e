import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallboardError } from "@/lib/shared/errors";
import type { Store } from "./engine";
import { openStore } from "./open-store";
import { asQuestion, MOST_ROWS, outsideQuestions } from "./query-limits";
import { openTestStore } from "./test-store";

const TIMEOUT_MS = 1000;
const ME = { person: "me", signal: new AbortController().signal };
const CODE = (error: CallboardError) => error.code;

let store: Store;
beforeAll(async () => {
  store = await openTestStore({ queryTimeoutMs: TIMEOUT_MS });
});
afterAll(() => store.close());

/** Counts to very many, on either engine: hours of work. */
const endless = () =>
  sql`select sum(cast(a.i as double precision) * b.i) as s
    from generate_series(1, 2000000) a(i), generate_series(1, 2000000) b(i)`.execute(store.db);
const short = async () => (await sql<{ one: number }>`select 1 as one`.execute(store.db)).rows;

/** Whether the store still works on a query of ours. */
async function isIdle(): Promise<boolean> {
  const { rows } = await sql<{ running: number }>`
    select count(*) as running from pg_stat_activity where state = 'active' and query like '%2000000%'
      and pid <> pg_backend_pid()`.execute(store.db);
  return rows[0]?.running === 0;
}

describe("a query of a person's question", () => {
  it("is given up at its deadline, and the store answers as before", async () => {
    expect(await asQuestion(ME, endless).catch(CODE)).toBe("timed_out");
    expect(await asQuestion(ME, short)).toEqual([{ one: 1 }]);
    expect(await short()).toEqual([{ one: 1 }]);
  });

  it("is given up once its asker goes", async () => {
    const asker = new AbortController();
    const asked = asQuestion({ person: "me", signal: asker.signal }, endless).catch((error: Error) => error.name);
    // Under way by then: what is asked by somebody else afterwards has been answered.
    await asQuestion({ ...ME, person: "other" }, short);
    asker.abort();
    expect(await asked).toBe("AbortError");
    expect(await asQuestion(ME, short)).toEqual([{ one: 1 }]);
    if (store.lease) {
      await expect.poll(isIdle, { timeout: 10_000 }).toBe(true);
    }
  });

  it("is not begun where its asker is gone already", async () => {
    const gone = { person: "me", signal: AbortSignal.abort() };
    expect(await asQuestion(gone, short).catch((error: Error) => error.name)).toBe("AbortError");
  });

  it("leaves others their turn while one person asks for more than the store can do", async () => {
    const asker = new AbortController();
    const much = { person: "much", signal: asker.signal };
    const all = Array.from({ length: 50 }, () => asQuestion(much, endless).catch((error: Error) => error.name));
    for (let times = 0; times < 20; times += 1) {
      expect(await asQuestion({ ...ME, person: `other ${times}` }, short)).toEqual([{ one: 1 }]);
      await store.ping();
    }
    asker.abort();
    // Given up or, on a slow machine, out of time: none of them is left.
    expect((await Promise.all(all)).filter((name) => name !== "AbortError" && name !== "CallboardError")).toEqual([]);
  });

  it("brings no more rows into the process than it can hold", async () => {
    const rows = (count: number) =>
      asQuestion(ME, async () => {
        const series = sql`select i from generate_series(1, ${sql.lit(count)}) s(i)`;
        return (await series.execute(store.db)).rows.length;
      });
    expect(await rows(MOST_ROWS)).toBe(MOST_ROWS);
    expect(await rows(MOST_ROWS + 1).catch(CODE)).toBe("result_too_large");
    expect(await asQuestion(ME, short)).toEqual([{ one: 1 }]);
  });
});

it("the memory that the embedded engine may use ends the query that needs more, and nothing else", async () => {
  const small = await openStore({ dataDir: null, memoryLimit: "64MB" });
  const large = () => sql`select len(list(md5(cast(i as varchar)))) from range(20000000) t(i)`.execute(small.db);
  expect(await asQuestion(ME, large).catch(CODE)).toBe("result_too_large");
  expect((await sql`select 1 as one`.execute(small.db)).rows).toEqual([{ one: 1 }]);
  await small.close();
});

describe("what is nobody's question", () => {
  it("has no deadline, inside of one too, and no turn to wait for", async () => {
    const asker = new AbortController();
    const much = { person: "much", signal: asker.signal };
    const all = Array.from({ length: 20 }, () => asQuestion(much, endless).catch(() => {}));
    expect(await asQuestion(much, () => outsideQuestions(short))).toEqual([{ one: 1 }]);
    asker.abort();
    await Promise.all(all);
  });
});
