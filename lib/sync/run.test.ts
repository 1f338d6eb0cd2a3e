import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Window } from "@/lib/kore/client";
import { KoreError } from "@/lib/kore/errors";
import { createHastyClock } from "@/lib/kore/test-clock";
import { openStore, type Store } from "@/lib/store/engine";
import { readWindows } from "@/lib/store/ledger";
import { uncovered } from "./ledger";
import { historyOf } from "./plan";
import { type RunOptions, type RunWatcher, runSync } from "./run";
import { answeredBy, conversation, type Fields, queueEntry } from "./test-records";
import { createTestSource, NOTHING, replyOf } from "./test-source";

const NOW = Date.parse("2025-10-01T12:00:00Z");
const DAY = 86_400_000;

let store: Store;
beforeEach(async () => {
  store = await openStore({ dataDir: null, memoryLimit: "256MB" });
});
afterEach(() => store.close());

function optionsFor(client: RunOptions["client"], fields: Partial<RunOptions> = {}) {
  const clock = createHastyClock(NOW);
  const settings = { historyDays: 2, rereadDays: 1, intervalSeconds: 1e9, random: () => 0.5 };
  return { store, client, clock, ...settings, ...fields };
}

/** Watches a run; `isStopped` after so many windows. */
function watch(windows = 500) {
  const troubles: KoreError[] = [];
  let seen = 0;
  const watcher: RunWatcher = {
    onLedger: () => {
      seen += 1;
    },
    onTrouble: (error) => troubles.push(error),
    isStopped: () => seen > windows,
  };
  return { watcher, troubles };
}

const run = (options: RunOptions, watcher = watch().watcher) => runSync(options, watcher);

async function keysIn(table: "conversations" | "rawRecords" | "destinations"): Promise<string[]> {
  const rows = await store.db.selectFrom(table).select("conversationId").orderBy("conversationId").execute();
  return rows.map(({ conversationId }) => conversationId);
}

describe("a run", () => {
  it("copies all that the source has in the history, newest window first, and nothing older", async () => {
    const records = [
      conversation("c-new", { sessionStartTime: "2025-10-01T11:59:59" }),
      conversation("c-first", { sessionStartTime: "2025-09-29T12:00:00" }),
      conversation("c-older", { sessionStartTime: "2025-09-29T11:59:59" }),
    ];
    const source = createTestSource((window) => replyOf(records, window));
    await run(optionsFor(source));
    expect(await keysIn("conversations")).toEqual(["c-first", "c-new"]);
    expect(source.asked[0]).toEqual({ fromAt: NOW - DAY / 4, toAt: NOW });
    expect(uncovered(historyOf({ runAt: NOW, historyDays: 2, rereadDays: 1 }), await readWindows(store.db))).toEqual(
      [],
    );
  });

  it("run again at once asks for nothing but the last quarter of an hour, and writes nothing", async () => {
    const source = createTestSource((window) => replyOf([conversation("c-1")], window));
    const options = optionsFor(source);
    await run(options);
    const before = source.asked.length;
    options.clock.pass(1000);
    const written: number[] = [];
    const insertRows: Store["insertRows"] = async (db, table, rows) => {
      written.push(rows.length);
      await store.insertRows(db, table, rows);
    };
    await run({ ...options, store: { ...store, insertRows }, rereadDays: 1 });
    expect(source.asked.slice(before)).toEqual([{ fromAt: NOW - 899_000, toAt: NOW + 1000 }]);
    expect(written.filter((count) => count > 0)).toEqual([]);
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
    const options = optionsFor(createTestSource((window) => replyOf([conversation("c-1"), bad], window)));
    await run(options);
    options.clock.pass(60_000);
    await run(options);
    const rejected = await store.db.selectFrom("rejectedRecords").selectAll().execute();
    expect(rejected).toMatchObject([{ reason: "sessionStartTime: is not a time", record: JSON.stringify(bad) }]);
    expect(await keysIn("conversations")).toEqual(["c-1"]);
  });

  it("stops between two windows when it is asked to", async () => {
    const source = createTestSource(() => NOTHING);
    await run(optionsFor(source, { historyDays: 30 }), watch(1).watcher);
    expect(source.asked).toHaveLength(1);
  });
});

describe("rows and ledger", () => {
  const records = [conversation("c-1", { sessionStartTime: "2025-10-01T11:50:00" })];

  it("leave nothing of a window whose ledger row cannot be written", async () => {
    const source = createTestSource(async (window) => {
      await sql`drop table sync_windows`.execute(store.db);
      return replyOf(records, window);
    });
    await expect(run(optionsFor(source))).rejects.toThrow("sync_windows");
    expect(await keysIn("conversations")).toEqual([]);
    expect(await keysIn("rawRecords")).toEqual([]);
  });

  it("vouch for nothing where the last of a window's rows cannot be written", async () => {
    const named = conversation("c-1", { ...records[0], destinations: [queueEntry("qu-1", { queueName: "Sales" })] });
    const source = createTestSource(async (window) => {
      await sql`drop table names`.execute(store.db);
      return replyOf([named], window);
    });
    await expect(run(optionsFor(source))).rejects.toThrow("names");
    expect(await keysIn("conversations")).toEqual([]);
    expect(await readWindows(store.db)).toEqual([]);
  });
});

describe("a window that is full", () => {
  const HOT = Date.parse("2025-10-01T11:30:07Z");
  const isHot = ({ fromAt, toAt }: Window) => fromAt <= HOT && HOT < toAt;
  const row = conversation("c-hot", { sessionStartTime: "2025-10-01T11:30:07" });

  it("is split down to one second, which is then recorded as truncated: it alone, with the rows that it gave", async () => {
    const source = createTestSource((window) => ({ ...replyOf([row], window), isFull: isHot(window) }));
    await run(optionsFor(source));
    const ledger = await readWindows(store.db);
    const truncated = ledger.filter(({ state }) => state === "truncated");
    expect(truncated.map(({ fromAt, toAt }) => [fromAt, toAt])).toEqual([[HOT, HOT + 1000]]);
    expect(uncovered(historyOf({ runAt: NOW, historyDays: 2, rereadDays: 1 }), ledger)).toEqual([]);
    expect(await keysIn("conversations")).toEqual(["c-hot"]);
  });

  it("keeps its rows at once, but vouches for nothing until it is split", async () => {
    const source = createTestSource((window) => ({ ...replyOf([row], window), isFull: true }));
    await run(optionsFor(source), watch(1).watcher);
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
      { intervalSeconds: 1 },
    );
    await run(options, watch(60).watcher);
    expect(uncovered(historyOf({ runAt: NOW, historyDays: 2, rereadDays: 1 }), await readWindows(store.db))).toEqual(
      [],
    );
  });
});

describe("a source in trouble", () => {
  const unavailable = new KoreError("unavailable", "Kore.ai failed with status 503.");

  it("is asked again after pauses that double, and what comes then is kept", async () => {
    const source = createTestSource((window, number) => {
      if (number <= 3) {
        throw unavailable;
      }
      return replyOf([conversation("c-1")], window);
    });
    const options = optionsFor(source);
    const { watcher, troubles } = watch();
    await run(options, watcher);
    expect(options.clock.sleeps).toEqual([1500, 3000, 6000]);
    expect(troubles).toEqual([unavailable, unavailable, unavailable]);
    expect(new Set(source.asked.slice(0, 4).map(({ fromAt }) => fromAt)).size).toBe(1);
    expect(await keysIn("conversations")).toEqual(["c-1"]);
  });

  it("spreads the pauses, so that many do not come back at once", async () => {
    const pauseFor = async (random: number) => {
      const source = createTestSource((_, number) => {
        if (number === 1) {
          throw unavailable;
        }
        return NOTHING;
      });
      const options = optionsFor(source, { random: () => random });
      await run(options);
      return options.clock.sleeps[0];
    };
    expect([await pauseFor(0), await pauseFor(0.999)]).toEqual([1000, 1999]);
  });

  it("that names a pause is given that pause", async () => {
    const source = createTestSource((_, number) => {
      if (number === 1) {
        throw new KoreError("rate-limited", "Kore.ai’s limit of requests a minute is used up.", 7);
      }
      return NOTHING;
    });
    const options = optionsFor(source);
    await run(options);
    expect(options.clock.sleeps).toEqual([7000]);
  });

  it("is given up after six tries, with its error", async () => {
    const source = createTestSource(() => {
      throw unavailable;
    });
    const options = optionsFor(source);
    await expect(run(options)).rejects.toBe(unavailable);
    expect(source.asked).toHaveLength(6);
    expect(options.clock.sleeps).toHaveLength(5);
  });

  it("that refuses is not asked again, and what was copied before stays", async () => {
    const refused = new KoreError("unauthorized", "Kore.ai refused the request. Check KORE_STREAM_ID.");
    const source = createTestSource((window, number) => {
      if (number > 1) {
        throw refused;
      }
      return replyOf([conversation("c-1", { sessionStartTime: "2025-10-01T11:50:00" })], window);
    });
    const options = optionsFor(source);
    await expect(run(options)).rejects.toBe(refused);
    expect(source.asked).toHaveLength(2);
    expect(options.clock.sleeps).toEqual([]);
    expect(await keysIn("conversations")).toEqual(["c-1"]);
    expect(await readWindows(store.db)).toMatchObject([{ fromAt: NOW - DAY / 4, toAt: NOW, state: "copied" }]);
  });

  it("that fails by a fault of ours is not asked again: the fault shows", async () => {
    const source = createTestSource(() => {
      throw new TypeError("no such thing");
    });
    const { watcher, troubles } = watch();
    await expect(run(optionsFor(source), watcher)).rejects.toThrow(TypeError);
    expect(source.asked).toHaveLength(1);
    expect(troubles).toEqual([]);
  });
});
