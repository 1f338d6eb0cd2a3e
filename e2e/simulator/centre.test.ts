import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recordsBetween } from "./centre";
import type { VendorRecord } from "./record";

const centre = { seed: 3, conversationsPerDay: 1500, homeZone: "Asia/Kolkata" };
const monday = Date.parse("2026-03-09T00:00:00Z");
const HOUR = 3_600_000;
const later = monday + 30 * 24 * HOUR;
const keyOf = ({ conversationId, sessionId }: VendorRecord) => conversationId ?? sessionId;
const byKey = (rows: VendorRecord[]) => new Map(rows.map((row) => [keyOf(row), row]));

describe("a pure function of seed and time", () => {
  test("windows put together are the whole, however the day is cut, and whichever is asked for first", () => {
    const wholeMs = 6 * HOUR;
    const whole = byKey(recordsBetween(centre, monday, monday + wholeMs, later, 0));
    const cuts = fc.array(fc.integer({ min: 0, max: wholeMs }), { maxLength: 5 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (inner, isBackwards) => {
        const edges = [0, ...inner, wholeMs].sort((a, b) => a - b);
        const windows = edges.slice(1).map((to, index) => [edges[index] ?? 0, to] as const);
        if (isBackwards) windows.reverse();
        const parts = windows.flatMap(([from, to]) => recordsBetween(centre, monday + from, monday + to, later, 0));
        expect(parts.length).toBe(whole.size);
        expect(byKey(parts)).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  test("another seed is another centre", () => {
    const keys = new Set(recordsBetween(centre, monday, monday + HOUR, later, 0).map(keyOf));
    const others = recordsBetween({ ...centre, seed: 4 }, monday, monday + HOUR, later, 0);
    expect(others.some((row) => keys.has(keyOf(row)))).toBe(false);
  });

  test("a week holds seven times the conversations of a day asked for, give or take a tenth", () => {
    for (const [homeZone, conversationsPerDay] of [
      ["Asia/Kolkata", 1500],
      ["America/New_York", 300],
    ] as const) {
      const rows = recordsBetween({ seed: 3, conversationsPerDay, homeZone }, monday, monday + 168 * HOUR, later, 0);
      expect(rows.length / (7 * conversationsPerDay)).toBeGreaterThan(0.9);
      expect(rows.length / (7 * conversationsPerDay)).toBeLessThan(1.1);
    }
  });

  test("it is busier at eleven than at three at night in the home zone, and on Monday than on Sunday", () => {
    const local = (day: number, hour: number, hours: number) => {
      const from = monday - 330 * 60_000 + (day * 24 + hour) * HOUR;
      return recordsBetween(centre, from, from + hours * HOUR, later, 0).length;
    };
    expect(local(0, 11, 1)).toBeGreaterThan(8 * local(0, 3, 1));
    expect(local(0, 0, 24)).toBeGreaterThan(1.3 * local(6, 0, 24));
  });
});

/** Every instant that a record tells, in milliseconds, when its times are at offset 0. */
function instantsIn(value: unknown): number[] {
  if (typeof value === "string") {
    return /^\d{4}-\d\d-\d\dT/.test(value) ? [Date.parse(value.endsWith("Z") ? value : `${value}Z`)] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(instantsIn) : [];
}

describe("the future is hidden", () => {
  const from = monday + 2 * HOUR;
  const to = monday + 8 * HOUR;

  test("no record tells an instant that is not over, at any moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 * HOUR }), (elapsed) => {
        const now = from + elapsed;
        for (const row of recordsBetween(centre, from, to, now, 0)) {
          expect(Math.max(...instantsIn(row))).toBeLessThanOrEqual(now);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("what runs is TRANSIENT_OPEN without an end, and becomes what it will have been", () => {
    const now = from + 3 * HOUR;
    const running = recordsBetween(centre, from, to, now, 0).filter((row) => row.finalStatus === "TRANSIENT_OPEN");
    const ended = byKey(recordsBetween(centre, from, to, later, 0));
    expect(running.length).toBeGreaterThan(5);
    for (const row of running) {
      expect(row).not.toHaveProperty("disconnectingEvent");
      expect(row).not.toHaveProperty("sessionEndTime");
      expect(row.dispositions ?? []).toEqual([]);
      expect(row.sessionleveltags?.map((tag) => tag.name)).not.toContain("audioCodesCallDisconnect");
      const then = ended.get(keyOf(row));
      expect(then).toMatchObject({ sessionId: row.sessionId, sessionStartTime: row.sessionStartTime });
      expect(then?.finalStatus).not.toBe("TRANSIENT_OPEN");
    }
  });

  test("records change after their end: after-call work comes later, dispositions are revised, and then they rest", () => {
    const isChanged = (before: VendorRecord[], after: VendorRecord[]) => {
      const known = byKey(before);
      return after.filter(
        (row) => known.has(keyOf(row)) && JSON.stringify(known.get(keyOf(row))) !== JSON.stringify(row),
      );
    };
    const soon = recordsBetween(centre, from, to, to, 0);
    const nextDay = recordsBetween(centre, from, to, to + 24 * HOUR, 0);
    const changed = isChanged(soon, nextDay);
    const wasClosed = byKey(soon.filter((row) => row.finalStatus === "CLOSED"));
    expect(changed.some((row) => wasClosed.has(keyOf(row)))).toBe(true);
    expect(isChanged(nextDay, recordsBetween(centre, from, to, later, 0)).length).toBeGreaterThan(0);
    expect(
      isChanged(recordsBetween(centre, from, to, to + 120 * HOUR, 0), recordsBetween(centre, from, to, later, 0)),
    ).toEqual([]);
  });
});

test("a crowded centre has 60 queues and 500 agents, each with a name of its own", () => {
  const crowded = { ...centre, conversationsPerDay: 6000, queues: 60, agents: 500 };
  const found = recordsBetween(crowded, monday, monday + 7 * 24 * HOUR, later, 0)
    .flatMap(({ destinations = [] }) => destinations)
    .map(({ queueId, queueName, respondingAgent }) => ({ queueId, queueName, agent: respondingAgent?.name }));
  expect(new Set(found.flatMap(({ queueId }) => queueId ?? [])).size).toBe(60);
  expect(new Set(found.flatMap(({ queueName }) => queueName ?? [])).size).toBe(60);
  expect(new Set(found.flatMap(({ agent }) => agent ?? [])).size).toBe(500);
});
