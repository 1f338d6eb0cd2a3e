import { describe, expect, test } from "vitest";
import { ask, bodyFor } from "./ask";
import { recordsBetween } from "./centre";
import type { VendorRecord } from "./record";
import { startSimulator } from "./server";
import type { CentreSettings } from "./settings";

const centre: CentreSettings = { seed: 3, conversationsPerDay: 2000, homeZone: "Asia/Kolkata" };
const from = Date.parse("2026-03-10T05:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const keyOf = ({ conversationId, sessionId }: VendorRecord) => conversationId ?? sessionId;
const shown = (settings: CentreSettings, now: number) => recordsBetween(settings, from, from + HOUR, now, 0);

describe("a source that erases", () => {
  const erasing = { ...centre, erasedShare: 0.3, erasedMinutes: 120 };

  test("shows each until it is erased, no longer after, and all others as they are", () => {
    const all = shown(centre, from + 4 * HOUR);
    const left = shown(erasing, from + 4 * HOUR);
    expect(left.length / all.length).toBeGreaterThan(0.6);
    expect(left.length / all.length).toBeLessThan(0.8);
    const byKey = new Map(all.map((row) => [keyOf(row), row]));
    for (const row of left) expect(row).toEqual(byKey.get(keyOf(row)));
    const earlier = shown(erasing, from + 90 * MINUTE).map(keyOf);
    expect(earlier.length).toBeGreaterThan(left.length);
  });
});

describe("a source that shows the bot's session first", () => {
  const botFirst = { ...centre, isBotFirst: true };

  test("has the session without an end until it is handed over, and then the conversation in its place", () => {
    const now = from + HOUR;
    const before = new Set(shown(centre, now).map(keyOf));
    const waiting = shown(botFirst, now).filter((row) => !before.has(keyOf(row)));
    expect(waiting.length).toBeGreaterThan(0);
    for (const row of waiting) {
      expect([row.conversationId, row.destinations, row.sessionEndTime]).toEqual([undefined, undefined, undefined]);
      expect(row.finalStatus).toBe("TRANSIENT_OPEN");
    }
    const later = shown(botFirst, now + DAY);
    expect(later).toEqual(shown(centre, now + DAY));
    const sessions = new Map(later.map((row) => [row.sessionId, row]));
    for (const { sessionId } of waiting) expect(sessions.get(sessionId)?.conversationId).toBeDefined();
  });
});

describe("a source that renames", () => {
  test("gives queues and agents other names later, on the records of the last day, and changes nothing else", () => {
    const renaming = { ...centre, renameHours: 5 };
    const now = from + HOUR;
    const namesOf = (at: number) =>
      new Set(
        shown(renaming, at).flatMap(({ destinations = [] }) => destinations.flatMap((one) => one.queueName ?? [])),
      );
    const first = namesOf(now);
    expect(first.size).toBeGreaterThan(3);
    expect([...namesOf(now + 5 * HOUR)].filter((name) => first.has(name))).toEqual([]);
    expect(namesOf(now + 4 * DAY)).toEqual(namesOf(now + 9 * DAY));
    const plain = JSON.stringify(shown(renaming, now)).replace(/(Name"|name"):"[^"]*"/g, "$1");
    expect(plain).toBe(JSON.stringify(shown(centre, now)).replace(/(Name"|name"):"[^"]*"/g, "$1"));
  });
});

describe("a source that selects by the end", () => {
  test("gives what ended within the range, whenever it started, and nothing else", async () => {
    const now = from + 6 * HOUR;
    const simulator = await startSimulator({ ...centre, selectBy: "end", now: () => now, requestsPerMinute: 1000 });
    const body = bodyFor("2026-03-10 05:30:00", "2026-03-10 05:44:59");
    const { data } = await ask(simulator, { body });
    await simulator.close();
    const [low, high] = [Date.parse("2026-03-10T05:30:00Z"), Date.parse("2026-03-10T05:45:00Z")];
    const ends = data.map(({ sessionEndTime }) => Date.parse(`${sessionEndTime}Z`));
    expect(ends.filter((end) => end < low || end >= high)).toEqual([]);
    expect(data.filter(({ sessionStartTime }) => Date.parse(`${sessionStartTime}Z`) < low).length).toBeGreaterThan(0);
    const all = recordsBetween(centre, from - DAY, now, now, 0);
    const isWithin = ({ sessionEndTime }: VendorRecord) => {
      const end = Date.parse(`${sessionEndTime}Z`);
      return end >= low && end < high;
    };
    expect(data.length).toBe(all.filter(isWithin).length);
  });
});
