import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readRecord } from "@/lib/kore/client";
import type { KoreError } from "@/lib/kore/errors";
import { createHastyClock } from "@/lib/kore/test-clock";
import type { TimeWindow } from "@/lib/kore/windows";
import { DAY_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { openTestStore } from "@/lib/store/engine/test-store";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { readWindows } from "@/lib/store/sync/ledger";
import { NO_START } from "@/lib/sync/normalize/normalize";
import { answeredBy, conversation, type Fields, queueEntry } from "@/lib/sync/normalize/test-records";
import { uncovered } from "@/lib/sync/plan/ledger";
import { historyOf } from "@/lib/sync/plan/plan";
import { type RunOptions, type RunWatcher, runSync } from "./run";
import { loadRunState } from "./run-state";
import { createTestSource, NOTHING, replyOf } from "./test-source";

const NOW = Date.parse("2025-10-01T12:00:00Z");
const HISTORY = historyOf({ runAt: NOW, historyDays: 2, rereadDays: 1 });

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
});
afterEach(() => store.close());

function optionsFor(client: RunOptions["client"], fields: Partial<Omit<RunOptions, "clock">> = {}) {
  const clock = createHastyClock(NOW);
  const settings = { historyDays: 2, rereadDays: 1, intervalSeconds: 1e9, random: () => 0.5, requestsPerMinute: 60 };
  return { store, client, clock, ...settings, ...fields };
}

/** Runs to the end, or stops after so many windows; tells what was seen on the way. */
async function run(options: RunOptions, { windows = 500, retriesFailed = false } = {}) {
  const troubles: KoreError[] = [];
  const facts: { requests: number; rows: number; written: number }[] = [];
  const enough = new AbortController();
  const watcher: RunWatcher = {
    onLedger: () => {},
    onWindow: (fact) => {
      facts.push(fact);
      if (facts.length >= windows) {
        enough.abort();
      }
    },
    onTrouble: (error) => troubles.push(error),
    signal: enough.signal,
  };
  const error: unknown = await runSync(options, watcher, await loadRunState(options.store), retriesFailed).then(
    () => null,
    (caught: unknown) => caught,
  );
  return { troubles, facts, error };
}

async function keysIn(table: "conversations" | "rawRecords" | "destinations"): Promise<string[]> {
  const rows = await store.db.selectFrom(table).select("conversationId").orderBy("conversationId").execute();
  return rows.map(({ conversationId }) => conversationId);
}

async function statesOf(): Promise<Record<SyncWindowRow["state"], TimeWindow[]>> {
  const of = (rows: SyncWindowRow[], state: string) =>
    rows.filter((row) => row.state === state).map(({ fromAt, toAt }) => ({ fromAt, toAt }));
  const rows = await readWindows(store.db);
  return { copied: of(rows, "copied"), truncated: of(rows, "truncated"), failed: of(rows, "failed") };
}

describe("a run", () => {
  it("copies all that the source has in the history, newest window first, and nothing older", async () => {
    const records = [
      conversation("c-new", { sessionStartTime: "2025-10-01T11:59:59" }),
      conversation("c-first", { sessionStartTime: "2025-09-29T12:00:00" }),
      conversation("c-older", { sessionStartTime: "2025-09-29T11:59:59" }),
    ];
    const source = createTestSource((window) => replyOf(records, window));
    expect((await run(optionsFor(source))).error).toBeNull();
    expect(await keysIn("conversations")).toEqual(["c-first", "c-new"]);
    expect(source.asked[0]).toEqual({ fromAt: NOW - DAY_MS, toAt: NOW });
    expect(uncovered(HISTORY, await readWindows(store.db))).toEqual([]);
  });

  it("at once after another asks for nothing but the last quarter of an hour, and writes nothing", async () => {
    const source = createTestSource((window) =>
      replyOf([conversation("c-1", { sessionStartTime: "2025-10-01T11:50:00" })], window),
    );
    const options = optionsFor(source);
    await run(options);
    const before = source.asked.length;
    options.clock.pass(1000);
    const written: number[] = [];
    const insertRows: Store["insertRows"] = async (db, table, rows) => {
      written.push(rows.length);
      await store.insertRows(db, table, rows);
    };
    const { facts } = await run({ ...options, store: { ...store, insertRows } });
    expect(source.asked.slice(before)).toEqual([{ fromAt: NOW - 899_000, toAt: NOW + 1000 }]);
    expect(written.filter((count) => count > 0)).toEqual([]);
    expect(facts).toEqual([{ requests: 1, rows: 1, written: 0 }]);
    expect(await keysIn("conversations")).toEqual(["c-1"]);
  });

  it("replaces the rows of a record that has changed, its destinations too", async () => {
    const start = { sessionStartTime: "2025-10-01T11:50:00" };
    const open = conversation("c-1", { ...start, destinations: [queueEntry("qu-1"), queueEntry("qu-2")] });
    const closed = conversation("c-1", { ...start, destinations: [queueEntry("qu-3", answeredBy("u-1"))] });
    let records: Fields[] = [open];
    const options = optionsFor(createTestSource((window) => replyOf(records, window)));
    await run(options);
    expect(await keysIn("destinations")).toEqual(["c-1", "c-1"]);
    records = [closed];
    options.clock.pass(60_000);
    await run(options);
    const destinations = await store.db.selectFrom("destinations").select(["queueId", "outcome"]).execute();
    expect(destinations).toEqual([{ queueId: "qu-3", outcome: "answered" }]);
    expect(await keysIn("rawRecords")).toEqual(["c-1"]);
  });

  it("keeps a record that cannot be read, once, with its reason, beside those that can", async () => {
    const bad = { sessionId: "s-bad", sessionStartTime: "soon" };
    const good = conversation("c-1", { sessionStartTime: "2025-10-01T11:50:00" });
    const options = optionsFor(createTestSource((window) => replyOf([good, bad], window)));
    await run(options);
    options.clock.pass(60_000);
    await run(options);
    const rejected = await store.db.selectFrom("rejectedRecords").selectAll().execute();
    expect(rejected).toMatchObject([{ reason: NO_START, record: JSON.stringify(bad) }]);
    expect(await keysIn("conversations")).toEqual(["c-1"]);
  });

  it("lets go of a rejected record once its window is read again and the record is whole", async () => {
    const start = { sessionStartTime: "2025-10-01T11:50:00" };
    let row: unknown = { conversationId: "c-1", sessionStartTime: "soon" };
    const source = createTestSource(() => ({ ...NOTHING, records: [readRecord(row)] }));
    const options = optionsFor(source, { historyDays: 1 / 96 });
    await run(options);
    expect(await store.db.selectFrom("rejectedRecords").selectAll().execute()).toHaveLength(1);
    row = conversation("c-1", start);
    options.clock.pass(1);
    await run(options);
    expect(await keysIn("conversations")).toEqual(["c-1"]);
    expect(await store.db.selectFrom("rejectedRecords").selectAll().execute()).toEqual([]);
  });

  it("stops between two windows when it is asked to", async () => {
    const source = createTestSource(() => NOTHING);
    await run(optionsFor(source, { historyDays: 30 }), { windows: 1 });
    expect(source.asked).toHaveLength(1);
  });

  it("notes for each window when it was read, and what it brought and took", async () => {
    const record = conversation("c-1", { sessionStartTime: "2025-10-01T11:50:00" });
    const source = createTestSource((window) => ({ ...replyOf([record], window), pages: 3, numResults: 14 }));
    await run(optionsFor(source, { historyDays: 1 }));
    expect(await readWindows(store.db)).toEqual([
      {
        fromAt: NOW - DAY_MS,
        toAt: NOW,
        fetchedAt: NOW,
        state: "copied",
        reason: null,
        rows: 1,
        requests: 3,
        knownRows: 0,
        numResults: 14,
      },
    ]);
  });
});

describe("rows and ledger", () => {
  const record = conversation("c-1", {
    sessionStartTime: "2025-10-01T11:50:00",
    destinations: [queueEntry("qu-1", { queueName: "Sales" })],
  });

  it("leave nothing of a window whose ledger row cannot be written", async () => {
    const source = createTestSource(async (window) => {
      await sql`drop table sync_windows`.execute(store.db);
      return replyOf([record], window);
    });
    expect(String((await run(optionsFor(source))).error)).toContain("sync_windows");
    expect(await keysIn("conversations")).toEqual([]);
    expect(await keysIn("rawRecords")).toEqual([]);
  });

  it("vouch for nothing where the last of a window's rows cannot be written", async () => {
    const source = createTestSource(async (window) => {
      await sql`drop table names`.execute(store.db);
      return replyOf([record], window);
    });
    expect(String((await run(optionsFor(source))).error)).toContain("names");
    expect(await keysIn("conversations")).toEqual([]);
    expect(await readWindows(store.db)).toEqual([]);
  });
});

describe("a transaction that cannot be finished", () => {
  it("leaves neither rows nor ledger", async () => {
    const builder = store.db.transaction();
    const execute = builder.execute.bind(builder);
    vi.spyOn(builder, "execute").mockImplementation((work) =>
      execute(async (transaction) => {
        await work(transaction);
        throw new Error("power cut");
      }),
    );
    vi.spyOn(store.db, "transaction").mockReturnValue(builder);
    const record = conversation("c-1", { sessionStartTime: "2025-10-01T11:50:00" });
    expect(String((await run(optionsFor(createTestSource((window) => replyOf([record], window))))).error)).toContain(
      "power cut",
    );
    expect(await keysIn("conversations")).toEqual([]);
    expect(await readWindows(store.db)).toEqual([]);
  });
});

describe("the pages of a window", () => {
  it("show how crowded it is, whatever tells when their conversations started", async () => {
    const [bySession, byDestination] = [100, 100].map((count, kind) =>
      Array.from({ length: count }, (_, index) =>
        kind === 0
          ? // 68dd1234 is 2025-10-01T11:36:20Z in seconds.
            { conversationId: `s-${index}`, sessionId: "68dd1234aaaaaaaaaaaaaaaa" }
          : conversation(`d-${index}`, {
              sessionStartTime: undefined,
              destinations: [queueEntry("q-1", { EnterTime: "2025-10-01T11:36:20" })],
            }),
      ),
    );
    const records = [...(bySession ?? []), ...(byDestination ?? [])].map((record) => readRecord(record));
    const source = createTestSource(() => NOTHING);
    const seen: unknown[] = [];
    const client: RunOptions["client"] = {
      ...source,
      fetchWindow: (window, hints = {}) => {
        seen.push(hints.isCrowded?.(records), hints.isCrowded?.(records.slice(1)));
        return source.fetchWindow(window, hints);
      },
    };
    await run(optionsFor(client), { windows: 1 });
    // Two hundred are a surprise in the first window.
    expect(seen).toEqual([true, false]);
  });
});

describe("a window that is full", () => {
  const HOT = Date.parse("2025-10-01T11:30:07Z");
  const isHot = ({ fromAt, toAt }: TimeWindow) => fromAt <= HOT && HOT < toAt;
  const row = conversation("c-hot", { sessionStartTime: "2025-10-01T11:30:07" });

  it("is split down to one second, which is then recorded as truncated: it alone, with the rows that it gave", async () => {
    const source = createTestSource((window) => ({ ...replyOf([row], window), isFull: isHot(window) }));
    await run(optionsFor(source));
    expect((await statesOf()).truncated).toEqual([{ fromAt: HOT, toAt: HOT + 1000 }]);
    expect(uncovered(HISTORY, await readWindows(store.db))).toEqual([]);
    expect(await keysIn("conversations")).toEqual(["c-hot"]);
  });

  it("keeps its rows at once, but vouches for nothing until it is split", async () => {
    const source = createTestSource((window) => ({ ...replyOf([row], window), isFull: true }));
    await run(optionsFor(source), { windows: 1 });
    expect(await keysIn("conversations")).toEqual(["c-hot"]);
    expect(await readWindows(store.db)).toEqual([]);
  });
});

describe("a run whose windows take longer than the interval", () => {
  it("still reads the whole history, and not the newest part again and again", async () => {
    const options = optionsFor(
      createTestSource(() => {
        options.clock.pass(1500);
        return NOTHING;
      }),
      { intervalSeconds: 1, historyDays: 20 },
    );
    await run(options, { windows: 60 });
    const history = { fromAt: NOW - 19 * DAY_MS, toAt: NOW };
    expect(uncovered(history, await readWindows(store.db))).toEqual([]);
  });
});
