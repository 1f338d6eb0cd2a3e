import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createKoreClient } from "@/lib/kore/client";
import { formatVendorTime, parseVendorTime } from "@/lib/kore/time";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import type { Store } from "@/lib/store/engine/engine";
import { readChecks } from "@/lib/store/sync/checks";
import { readSelectionEvidence, selectedBy } from "@/lib/store/sync/selection-evidence";
import { historyOf } from "@/lib/sync/plan/plan";
import { recordsBetween } from "../../simulator/centre";
import { startSimulator } from "../../simulator/server";
import type { CentreSettings } from "../../simulator/settings";
import { stoppedClock } from "../support/copy";
import { ENGINES, type Engine } from "../support/engines";
import { createPaperVendor, type PaperRecord } from "../support/paper-vendor";
import { clientOf, startScheduled } from "../support/scheduled";
import { readCopied, truthOf } from "../support/truth";

const NOW = Date.parse("2026-03-11T04:00:00Z");
const HISTORY_DAYS = 2;
/** What started in that time before the end was read twice since the source stood still. */
const READ_TWICE = 22 * HOUR_MS;
const CENTRE: CentreSettings = {
  seed: 11,
  conversationsPerDay: 240,
  homeZone: "Asia/Kolkata",
  erasedShare: 0.3,
  erasedMinutes: 6 * 60,
  isBotFirst: true,
  renameHours: 7,
};

const NAMES = ["DuckDB", "PostgreSQL"] as const;

describe.each(NAMES)("a copy on %s of a source that erases, renames and hands over", (name) => {
  let engine: Engine;
  let store: Store;
  beforeAll(async () => {
    engine = await ENGINES[name]();
  });
  afterEach(() => store.close());
  afterAll(() => engine.close());

  async function copyOf(centre: CentreSettings, hours: number, stillHours: number) {
    const clock = stoppedClock(NOW);
    const stillFrom = NOW + hours * HOUR_MS;
    const shown = () => Math.min(clock.now(), stillFrom);
    store = await engine.openStore();
    const source = await startSimulator({ ...centre, requestsPerMinute: 1e6, now: shown });
    const client = clientOf(source, { ...clock, now: shown });
    const copy = await startScheduled({ client, clock, historyDays: HISTORY_DAYS, store });
    const runUntil = async (end: number, pause: number) => {
      for (; clock.now() < end; await clock.sleep(pause)) {
        expect((await copy.run()).error).toBeNull();
      }
    };
    await runUntil(stillFrom, 4 * MINUTE_MS);
    await runUntil(stillFrom + stillHours * HOUR_MS, 30 * MINUTE_MS);
    await source.close();
    return { stillFrom, history: historyOf({ runAt: clock.now(), historyDays: HISTORY_DAYS, rereadDays: 7 }) };
  }

  it("holds in the end what the source holds, by the names that it gives", async () => {
    const { stillFrom, history } = await copyOf(CENTRE, 6, 14);
    const span = { fromAt: history.toAt - READ_TWICE, toAt: history.toAt };
    expect(selectedBy(await readSelectionEvidence(store.db))).toBe("start");
    const inSpan = ([, { startedAt }]: [string, { startedAt: number }]) => startedAt >= span.fromAt;
    const copied = new Map([...(await readCopied(store))].filter(inSpan));
    const truth = truthOf(CENTRE, span, stillFrom).good;
    expect(truth.size).toBeGreaterThan(80);
    expect([...copied.keys()].filter((id) => !truth.has(id))).toEqual([]);
    expect(copied).toEqual(truth);

    const gone = await store.db
      .selectFrom("absentConversations")
      .selectAll()
      .where("erasedAt", "is not", null)
      .execute();
    expect(gone.filter(({ replacedBy }) => replacedBy === null).length, "erased").toBeGreaterThan(5);
    expect(gone.filter(({ replacedBy }) => replacedBy !== null).length, "handed over").toBeGreaterThan(2);
    const erased = (await readChecks(store.db)).find(({ id }) => id === "erased");
    expect(erased?.odd).toBe(gone.filter(({ replacedBy }) => replacedBy === null).length);

    const names = new Map<string, { name: string; at: string }>();
    for (const { sessionStartTime, destinations = [] } of recordsBetween(
      CENTRE,
      span.fromAt,
      stillFrom,
      stillFrom,
      0,
    )) {
      for (const { queueId, queueName } of destinations) {
        const known = queueId === undefined ? undefined : names.get(queueId);
        if (queueId && queueName && (!known || known.at < sessionStartTime)) {
          names.set(queueId, { name: queueName, at: sessionStartTime });
        }
      }
    }
    const kept = await store.db.selectFrom("names").selectAll().where("kind", "=", "queue").execute();
    const keptNames = new Map(kept.map(({ id, name: queueName }) => [id, queueName]));
    expect(names.size).toBeGreaterThan(3);
    for (const [id, { name: expected }] of names) {
      expect(keptNames.get(id), id).toBe(expected);
    }
  });

  it("takes nothing for erased where it selects by the end, and says so", async () => {
    const centre = { ...CENTRE, erasedShare: 0, isBotFirst: false, selectBy: "end" as const };
    const { stillFrom, history } = await copyOf(centre, 2, 3);
    expect(selectedBy(await readSelectionEvidence(store.db))).toBe("other");
    const truth = truthOf(centre, { ...history, fromAt: history.fromAt + DAY_MS }, stillFrom).good;
    const copied = await readCopied(store);
    expect([...truth.keys()].filter((id) => !copied.has(id))).toEqual([]);
    expect(await store.db.selectFrom("absentConversations").selectAll().execute()).toEqual([]);
    const check = (await readChecks(store.db)).find(({ id }) => id === "selection");
    expect(check).toMatchObject({ isAlarming: true });
    expect(check?.words).toContain("by another time than their start");
  });

  it("learns within a day that a conversation open for weeks has ended, for few requests a day", async () => {
    const clock = stoppedClock(NOW);
    const open = (id: string, days: number, fields: object = {}): PaperRecord => ({
      conversationId: id,
      sessionStartTime: formatVendorTime(NOW - days * DAY_MS, 0),
      channel: "System Mail",
      finalStatus: "TRANSIENT_OPEN",
      ...fields,
    });
    const still = [open("b", 19.999), open("c", 12), open("d", 9)];
    const records = { now: [open("a", 20), ...still] };
    const startOf = (record: PaperRecord) => parseVendorTime(record.sessionStartTime, 0) ?? 0;
    const asked: { at: number; toAt: number }[] = [];
    const vendor = createPaperVendor(({ fromAt, toAt }) => {
      asked.push({ at: clock.now(), toAt });
      return records.now.filter((record) => startOf(record) >= fromAt && startOf(record) < toAt);
    });
    const credentials = { clientId: "cs-1", clientSecret: "secret", subject: "test", algorithm: "HS256" as const };
    const account = { host: "http://vendor.test", accountId: "acc", streamId: "st", credentials, timeZoneOffset: 0 };
    const client = createKoreClient({ ...account, requestsPerMinute: 1e6 }, clock, vendor);
    store = await engine.openStore();
    const copy = await startScheduled({ client, clock, historyDays: 30, store });
    const runFor = async (hours: number) => {
      for (const end = clock.now() + hours * HOUR_MS; clock.now() < end; await clock.sleep(20 * MINUTE_MS)) {
        await copy.run();
      }
    };
    await runFor(2);
    records.now = [
      open("a", 20, { finalStatus: "CLOSED", sessionEndTime: formatVendorTime(clock.now(), 0) }),
      ...still,
    ];
    await runFor(26);
    const rows = await store.db.selectFrom("conversations").select(["conversationId", "finalStatus"]).execute();
    expect(new Map(rows.map((row) => [row.conversationId, row.finalStatus]))).toEqual(
      new Map([
        ["a", "CLOSED"],
        ...still.map(({ conversationId }): [string, string] => [String(conversationId), "TRANSIENT_OPEN"]),
      ]),
    );
    const old = asked.filter(({ at, toAt }) => at > NOW + HOUR_MS && toAt < NOW - 8 * DAY_MS);
    expect(old.length, "a request a day for those beside each other, and for each of the others").toBeLessThanOrEqual(
      4,
    );
    expect((await copy.status()).open).toMatchObject({ conversations: 3 });
  });
});
