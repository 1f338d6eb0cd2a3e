import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Window } from "@/lib/kore/windows";
import type { SyncWindowRow } from "@/lib/store/schema";
import { uncovered, withWindow } from "./ledger";
import {
  FIRST_WINDOW,
  historyOf,
  LONGEST_WINDOW,
  nextLength,
  nextWindow,
  SHORTEST_WINDOW,
  type Wanted,
  wantedWindows,
} from "./plan";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse("2025-10-31T12:00:00Z");
const WANTED: Wanted = { runAt: NOW, historyDays: 30, rereadDays: 7 };

/** One row over the whole history that was read so long ago. */
function readAgo(ms: number, wanted = WANTED): SyncWindowRow[] {
  return [{ ...historyOf(wanted), fetchedAt: wanted.runAt - ms, state: "copied" }];
}

/** What is due, as ages in minutes: from the oldest to the youngest part. */
function dueMinutes(ledger: readonly SyncWindowRow[], wanted = WANTED): [number, number][] {
  const age = (instant: number) => (wanted.runAt - instant) / MINUTE;
  return wantedWindows(wanted, ledger).map(({ fromAt, toAt }) => [age(fromAt), age(toAt)]);
}

describe("the history that is wanted", () => {
  it("ends at the last whole second and is as many days long as asked for", () => {
    expect(historyOf({ ...WANTED, runAt: NOW + 750 })).toEqual({ fromAt: NOW - 30 * DAY, toAt: NOW });
  });
});

describe("the next window to read", () => {
  it("is the newest part of the history at first, up to now", () => {
    expect(nextWindow(WANTED, [], FIRST_WINDOW)).toEqual({ fromAt: NOW - 6 * HOUR, toAt: NOW });
  });

  it("is the part before what was read, and ends with the history", () => {
    const ledger: SyncWindowRow[] = [{ fromAt: NOW - 29 * DAY, toAt: NOW, fetchedAt: NOW, state: "copied" }];
    expect(nextWindow(WANTED, ledger, 6 * HOUR)).toEqual({ fromAt: NOW - 29 * DAY - 6 * HOUR, toAt: NOW - 29 * DAY });
    expect(nextWindow(WANTED, ledger, 3 * DAY)).toEqual({ fromAt: NOW - 30 * DAY, toAt: NOW - 29 * DAY });
  });

  it("is the newest gap where there are several", () => {
    const ledger: SyncWindowRow[] = [
      { fromAt: NOW - 30 * DAY, toAt: NOW - 20 * DAY, fetchedAt: NOW, state: "copied" },
      { fromAt: NOW - 19 * DAY, toAt: NOW - 10 * DAY, fetchedAt: NOW, state: "copied" },
      { fromAt: NOW - 9 * DAY, toAt: NOW, fetchedAt: NOW, state: "copied" },
    ];
    expect(nextWindow(WANTED, ledger, LONGEST_WINDOW)).toEqual({ fromAt: NOW - 10 * DAY, toAt: NOW - 9 * DAY });
  });

  it("is none when all was read in this run", () => {
    expect(nextWindow(WANTED, readAgo(0), FIRST_WINDOW)).toBeNull();
  });

  it("takes up what has passed since, together with what is young enough to be read again", () => {
    const ledger: SyncWindowRow[] = [
      { fromAt: NOW - 30 * DAY, toAt: NOW - 2 * MINUTE, fetchedAt: NOW - 2 * MINUTE, state: "copied" },
    ];
    expect(nextWindow(WANTED, ledger, FIRST_WINDOW)).toEqual({ fromAt: NOW - 15 * MINUTE, toAt: NOW });
  });
});

describe("what was read is due again", () => {
  it.each<[string, number, [number, number][]]>([
    ["after a second, for the last quarter of an hour", 1000, [[15, 0]]],
    ["not yet for the last two hours after a quarter of an hour", 15 * MINUTE, [[15, 0]]],
    ["for the last two hours after more than that", 15 * MINUTE + 1, [[120, 0]]],
    ["not yet for the last day after four hours", 4 * HOUR, [[120, 0]]],
    ["for the last day after more than that", 4 * HOUR + 1, [[1440, 0]]],
    ["not yet for all days of the setting after a day", DAY, [[1440, 0]]],
    ["for all days of the setting after more than that", DAY + 1, [[7 * 1440, 0]]],
    ["never for what is older", 29 * DAY, [[7 * 1440, 0]]],
  ])("%s", (_, ago, expected) => {
    expect(dueMinutes(readAgo(ago))).toEqual(expected);
  });

  it("in whole seconds, though the run began within one", () => {
    const wanted = { ...WANTED, runAt: NOW + 250 };
    const [due, ...others] = wantedWindows(wanted, readAgo(1000, wanted));
    expect(others).toEqual([]);
    expect(due).toEqual({ fromAt: NOW - 15 * MINUTE, toAt: NOW });
  });

  it("and only where it is old: what was read in between stays", () => {
    const part = {
      fromAt: NOW - 60 * MINUTE,
      toAt: NOW - 30 * MINUTE,
      fetchedAt: NOW - MINUTE,
      state: "copied" as const,
    };
    const { ledger } = withWindow(readAgo(HOUR), part);
    expect(dueMinutes(ledger)).toEqual([
      [120, 60],
      [30, 0],
    ]);
  });

  it("but not beyond a history that is shorter than the days of the setting", () => {
    const wanted = { ...WANTED, historyDays: 2, rereadDays: 7 };
    expect(dueMinutes(readAgo(2 * DAY, wanted), wanted)).toEqual([[2 * 1440, 0]]);
  });
});

describe("the length of the next window", () => {
  const whole: Window = { fromAt: NOW - 4 * HOUR, toAt: NOW };

  it("is half where the window was full", () => {
    expect(nextLength(whole, 1100, true, 4 * HOUR)).toBe(2 * HOUR);
  });

  it("is four times as long where little came, or nothing", () => {
    expect(nextLength(whole, 0, false, 4 * HOUR)).toBe(16 * HOUR);
    expect(nextLength(whole, 233, false, 4 * HOUR)).toBe(16 * HOUR);
  });

  it("aims at 935 rows, 85 % of the 1,100 that the vendor hands out", () => {
    expect(nextLength(whole, 935, false, 4 * HOUR)).toBe(4 * HOUR);
    expect(nextLength(whole, 1000, false, 4 * HOUR)).toBe(13_464_000);
    expect(nextLength(whole, 467.5, false, 4 * HOUR)).toBe(8 * HOUR);
  });

  it("stays where the window was shorter than it could be, and not too full", () => {
    expect(nextLength({ fromAt: NOW - 15 * MINUTE, toAt: NOW }, 3, false, 4 * HOUR)).toBe(4 * HOUR);
    expect(nextLength({ fromAt: NOW - 15 * MINUTE, toAt: NOW }, 1100, true, 4 * HOUR)).toBe(7.5 * MINUTE);
  });

  it("is never below a second nor above what the vendor allows in one request, and always in whole seconds", () => {
    const seconds = fc.integer({ min: 1, max: LONGEST_WINDOW / 1000 });
    fc.assert(
      fc.property(seconds, seconds, fc.nat(1200), fc.boolean(), (read, length, rows, isFull) => {
        const window = { fromAt: NOW - Math.min(read, length) * 1000, toAt: NOW };
        const next = nextLength(window, rows, isFull, length * 1000);
        expect(next).toBeGreaterThanOrEqual(SHORTEST_WINDOW);
        expect(next).toBeLessThanOrEqual(LONGEST_WINDOW);
        expect(next % 1000).toBe(0);
      }),
    );
    expect(LONGEST_WINDOW + 1000).toBeLessThan(7 * DAY);
  });
});

/** Reads windows as a run does, from a source with so many rows a second, until there is nothing left to read. */
function runThrough(wanted: Wanted, start: readonly SyncWindowRow[], rowsIn: (window: Window) => number) {
  let ledger = [...start];
  let length = FIRST_WINDOW;
  const read: Window[] = [];
  for (let window = nextWindow(wanted, ledger, length); window; window = nextWindow(wanted, ledger, length)) {
    read.push(window);
    const rows = rowsIn(window);
    const isFull = rows > 1100;
    if (!isFull || window.toAt - window.fromAt <= SHORTEST_WINDOW) {
      ledger = withWindow(ledger, {
        ...window,
        fetchedAt: wanted.runAt,
        state: isFull ? "truncated" : "copied",
      }).ledger;
    }
    length = nextLength(window, Math.min(rows, 1100), isFull, length);
    if (read.length > 2000) {
      throw new Error("The plan does not end.");
    }
  }
  return { ledger, read };
}

describe("reading window after window", () => {
  it("ends, covers the history, and asks for no more than seven days at once, from any source and any ledger", () => {
    const perDay = fc.array(fc.nat(30_000), { minLength: 1, maxLength: 7 });
    const older = fc.array(fc.tuple(fc.nat(700_000), fc.integer({ min: 1, max: 90_000 }), fc.nat(200_000)), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        perDay,
        older,
        (days, reread, rates, parts) => {
          const wanted = { runAt: NOW + 333, historyDays: days, rereadDays: reread };
          const before = parts.reduce<SyncWindowRow[]>((ledger, [ago, length, age]) => {
            const toAt = NOW - ago * 1000;
            const window = {
              fromAt: toAt - length * 1000,
              toAt,
              fetchedAt: NOW - age * 1000,
              state: "copied" as const,
            };
            return withWindow(ledger, window).ledger;
          }, []);
          const rateAt = (at: number) => (rates[Math.floor(at / DAY) % rates.length] ?? 0) / DAY;
          const { ledger, read } = runThrough(wanted, before, ({ fromAt, toAt }) =>
            Math.round(rateAt(toAt - 1) * (toAt - fromAt)),
          );
          expect(uncovered(historyOf(wanted), ledger)).toEqual([]);
          expect(wantedWindows(wanted, ledger)).toEqual([]);
          expect(Math.max(0, ...read.map(({ fromAt, toAt }) => toAt - fromAt))).toBeLessThanOrEqual(LONGEST_WINDOW);
          expect(read.every(({ fromAt, toAt }) => fromAt % 1000 === 0 && toAt % 1000 === 0)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("goes from the newest to the oldest", () => {
    const { read } = runThrough(WANTED, [], ({ fromAt, toAt }) => (1500 * (toAt - fromAt)) / DAY);
    const ends = read.map(({ toAt }) => toAt);
    expect(ends).toEqual(ends.toSorted((a, b) => b - a));
    expect(ends[0]).toBe(NOW);
    expect(read.at(-1)?.fromAt).toBe(NOW - 30 * DAY);
  });

  it("copies thirty days of 1,500 conversations a day in little more than the 41 windows that they fill", () => {
    const { read } = runThrough(WANTED, [], ({ fromAt, toAt }) => Math.round((1500 * (toAt - fromAt)) / DAY));
    expect(read.length).toBeLessThanOrEqual(52);
  });
});
