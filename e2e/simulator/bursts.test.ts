import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, bodyFor } from "./ask";
import { recordsBetween, startsBetween } from "./centre";
import type { VendorRecord } from "./record";
import { startSimulator } from "./server";
import type { CentreSettings } from "./settings";

const centre: CentreSettings = { seed: 3, conversationsPerDay: 600, homeZone: "Asia/Kolkata" };
const at = Date.parse("2026-03-10T09:59:30Z");
const HOUR = 3_600_000;
const later = at + 30 * 24 * HOUR;
const keyOf = ({ conversationId, sessionId }: VendorRecord) => conversationId ?? sessionId;
const startOf = ({ sessionStartTime }: VendorRecord) => Date.parse(`${sessionStartTime}Z`);

describe("bursts", () => {
  const bursts = [
    { atMs: at, seconds: 60, conversations: 5000 },
    { atMs: at + 20_000, seconds: 1, conversations: 1300 },
  ];
  const ordinary = recordsBetween(centre, at - HOUR, at + HOUR, later, 0);
  const crowded = recordsBetween({ ...centre, bursts }, at - HOUR, at + HOUR, later, 0);

  test("add exactly their records to the truth, across the edge of a quarter hour too, and change no other", () => {
    expect(crowded.length).toBe(ordinary.length + 6300);
    const byKey = new Map(crowded.map((row) => [keyOf(row), row]));
    expect(byKey.size).toBe(crowded.length);
    for (const row of ordinary) expect(byKey.get(keyOf(row))).toEqual(row);
  });

  test("lie in their seconds, evenly, and are bot-only sessions and conversations with agents", () => {
    const known = new Set(ordinary.map(keyOf));
    const added = crowded.filter((row) => !known.has(keyOf(row)));
    const seconds = added.map((row) => (startOf(row) - at) / 1000);
    expect(Math.min(...seconds)).toBe(0);
    expect(Math.max(...seconds)).toBe(59);
    expect(seconds.filter((second) => second === 20).length).toBeGreaterThan(1300);
    expect(seconds.filter((second) => second < 30).length).toBeGreaterThan(2500 + 1300 - 200);
    expect(seconds.filter((second) => second >= 30).length).toBeGreaterThan(2500 - 200);
    const conversations = added.filter((row) => row.conversationId !== undefined).length;
    expect(conversations / added.length).toBeGreaterThan(0.4);
    expect(conversations / added.length).toBeLessThan(0.8);
  });

  test("are the API's too: a second that holds more than can be reached still fills its eleventh page", async () => {
    const simulator = await startSimulator({ ...centre, bursts, now: () => later, numResults: "total" });
    const body = bodyFor("2026-03-10 09:59:50", "2026-03-10 09:59:50");
    const answer = await ask(simulator, { query: "?limit=100&offset=10", body });
    expect(answer.data).toHaveLength(100);
    expect(answer.numResults).toBe(recordsBetween({ ...centre, bursts }, at + 20_000, at + 21_000, later, 0).length);
    expect(answer.numResults).toBeGreaterThan(1300);
    await simulator.close();
  });
});

describe("late records", () => {
  const late = { ...centre, lateShare: 0.4, lateMinutes: 30 };
  const to = at + 6 * HOUR;

  test("are not there at first, have all come when the longest time is over, and are then what they always were", () => {
    const prompt = new Set(recordsBetween(centre, at, to, to, 0).map(keyOf));
    const shown = recordsBetween(late, at, to, to, 0).map(keyOf);
    expect(shown.length).toBeLessThan(prompt.size);
    expect(shown.every((key) => prompt.has(key))).toBe(true);
    const end = to + 30 * 60_000;
    expect(recordsBetween(late, at, to, end, 0)).toEqual(recordsBetween(centre, at, to, end, 0));
  });

  test("are about the share of all", () => {
    const day = [at, at + 24 * HOUR, at + 48 * HOUR] as const;
    const shown = startsBetween({ ...late, lateMinutes: 1e6 }, ...day).length;
    const all = startsBetween(centre, ...day).length;
    expect(1 - shown / all).toBeGreaterThan(0.32);
    expect(1 - shown / all).toBeLessThan(0.48);
  });

  test("stay once they are shown", () => {
    let before: string[] = [];
    for (let nowMs = at; nowMs <= at + 2 * HOUR; nowMs += 600_000) {
      const shown = new Set(recordsBetween(late, at, at + HOUR, nowMs, 0).map(keyOf));
      expect(before.every((key) => shown.has(key))).toBe(true);
      before = [...shown];
    }
    expect(before.length).toBeGreaterThan(20);
  });
});

describe("startsBetween", () => {
  const busy = {
    ...centre,
    lateShare: 0.3,
    lateMinutes: 60,
    bursts: [{ atMs: at + 500, seconds: 1000, conversations: 700 }],
  };

  test("gives the starts of the very records that recordsBetween gives, ascending, whenever it is asked", () => {
    const minutes = fc.integer({ min: -180, max: 180 });
    fc.assert(
      fc.property(minutes, minutes, minutes, (from, length, age) => {
        const fromMs = at + from * 60_000;
        const toMs = fromMs + length * 60_000;
        const nowMs = toMs + age * 60_000;
        const starts = recordsBetween(busy, fromMs, toMs, nowMs, 0).map(startOf);
        expect(startsBetween(busy, fromMs, toMs, nowMs)).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 25 },
    );
  });

  test("counts a month of 10,000 a day in a moment", () => {
    const settings = { ...centre, conversationsPerDay: 10_000 };
    const startedAt = performance.now();
    const { length } = startsBetween(settings, at, at + 30 * 24 * HOUR, later);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(length / 300_000).toBeGreaterThan(0.9);
    expect(length / 300_000).toBeLessThan(1.1);
  });
});
