import { describe, expect, it } from "vitest";
import { LONGEST_WINDOW } from "@/lib/kore/windows";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/shared/instants";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { createDensity, type Density } from "./density";
import { withWindow } from "./ledger";
import { dueWindows, historyOf, lateWindows, missingWindows, nextTask, type PlannerState, type Wanted } from "./plan";
import { ledgerRow } from "./test-ledger";

const NOW = Date.parse("2025-10-31T12:00:00Z");
const WANTED: Wanted = { runAt: NOW, historyDays: 30, rereadDays: 7 };

const learntWith = (fields: Partial<PlannerState> = {}): PlannerState => ({
  density: createDensity(),
  capacity: 1100,
  crowd: null,
  bursts: [],
  isBusy: false,
  ...fields,
});

/** As if it were known that so many conversations start in every hour, without any noise. */
function evenDensity(perHour: number): Density {
  return {
    observe: () => {},
    observeHour: () => {},
    expect: ({ fromAt, toAt }) => (perHour * (toAt - fromAt)) / HOUR_MS,
    reach: (toAt, earliest, capacity) => Math.max(earliest, toAt - (capacity / perHour) * HOUR_MS),
  };
}

/** A row from so long before now until so long before now, read so long ago. */
const row = (from: number, to: number, ago: number, fields: Partial<SyncWindowRow> = {}) =>
  ledgerRow({ fromAt: NOW - from, toAt: NOW - to }, NOW - ago, fields);

const window = (from: number, to: number) => ({ fromAt: NOW - from, toAt: NOW - to });

describe("the history that is wanted", () => {
  it("ends at the last whole second and is as many days long as asked for", () => {
    expect(historyOf({ ...WANTED, runAt: NOW + 750 })).toEqual({ fromAt: NOW - 30 * DAY_MS, toAt: NOW });
  });
});

describe("the first window of all", () => {
  it("is the newest day, since nothing is known", () => {
    expect(nextTask(WANTED, [], learntWith(), true)).toEqual({
      window: window(DAY_MS, 0),
      kind: "backlog",
      pagesReachable: 11,
      isFirst: true,
    });
  });

  it("is a little longer where the rest of the history then fits the longest windows", () => {
    // 365 days are 52 windows of seven days less a second, and a day and 52 seconds.
    const task = nextTask({ ...WANTED, historyDays: 365 }, [], learntWith(), true);
    expect(task?.window).toEqual(window(DAY_MS + 52 * SECOND_MS, 0));
  });

  it("is an hour where the day held too much", () => {
    expect(nextTask(WANTED, [], learntWith({ isBusy: true }), true)).toMatchObject({
      window: window(HOUR_MS, 0),
      pagesReachable: 11,
      isFirst: false,
    });
  });

  it("is as long as will fit where something is known, up to seven days", () => {
    const busy = nextTask(WANTED, [], learntWith({ density: evenDensity(100) }), true);
    expect(busy).toMatchObject({ window: window(11 * HOUR_MS, 0), pagesReachable: 11, isFirst: false });
    const quiet = nextTask(WANTED, [], learntWith({ density: evenDensity(1) }), true);
    expect(quiet?.window).toEqual(window(LONGEST_WINDOW, 0));
  });
});

describe("the next window", () => {
  const plannerState = learntWith({ density: evenDensity(100) });

  it("is the part before what was read, and ends with the history", () => {
    expect(nextTask(WANTED, [row(20 * DAY_MS, 0, 0)], plannerState, true)?.window).toEqual(
      window(20 * DAY_MS + 11 * HOUR_MS, 20 * DAY_MS),
    );
    expect(nextTask(WANTED, [row(30 * DAY_MS - HOUR_MS, 0, 0)], plannerState, true)?.window).toEqual(
      window(30 * DAY_MS, 30 * DAY_MS - HOUR_MS),
    );
  });

  it("is the newest gap where there are several", () => {
    const ledger = [row(30 * DAY_MS, 20 * DAY_MS, 0), row(19 * DAY_MS, 10 * DAY_MS, 0), row(9 * DAY_MS, 0, 0)];
    expect(nextTask(WANTED, ledger, plannerState, true)).toMatchObject({
      kind: "backlog",
      window: window(9 * DAY_MS + 11 * HOUR_MS, 9 * DAY_MS),
    });
  });

  it("is none when all was read in this run", () => {
    expect(nextTask(WANTED, [row(30 * DAY_MS, 0, 0)], plannerState, true)).toBeNull();
  });

  it("takes up what has passed since, together with what is young enough to be read again", () => {
    const ledger = [row(30 * DAY_MS, 2 * MINUTE_MS, 2 * MINUTE_MS)];
    expect(nextTask(WANTED, ledger, plannerState, true)).toMatchObject({
      kind: "live",
      window: window(15 * MINUTE_MS, 0),
    });
  });

  it("is today's before anything older, also when readings again have used up their allowance", () => {
    const ledger = [row(5 * DAY_MS, 2 * MINUTE_MS, 2 * MINUTE_MS)];
    expect(nextTask(WANTED, ledger, plannerState, false)).toMatchObject({
      kind: "live",
      window: window(15 * MINUTE_MS, 0),
    });
  });

  it("reads again before it reads what was never copied, while the allowance lasts", () => {
    const ledger = [row(7 * DAY_MS, 3 * DAY_MS, 2 * DAY_MS), row(3 * DAY_MS, 0, 0)];
    expect(nextTask(WANTED, ledger, plannerState, true)).toMatchObject({
      kind: "reread",
      window: { toAt: NOW - 3 * DAY_MS },
    });
    expect(nextTask(WANTED, ledger, plannerState, false)).toMatchObject({
      kind: "backlog",
      window: { toAt: NOW - 7 * DAY_MS },
    });
    expect(nextTask({ ...WANTED, historyDays: 7 }, ledger, plannerState, false)).toBeNull();
  });

  it("that ends where one held too much is shorter than that one, and only that one", () => {
    const starts = Array.from({ length: 1100 }, (_, index) => NOW - 4 * HOUR_MS + index * 12_000);
    const crowd = {
      fromAt: NOW - 4 * HOUR_MS,
      toAt: NOW,
      tooFullFrom: NOW - 4 * HOUR_MS,
      tooFullTimes: 1,
      starts,
      rate: null,
    };
    const cut = nextTask(WANTED, [], { ...plannerState, crowd }, true)?.window;
    expect(cut?.toAt).toBe(NOW);
    expect(cut?.fromAt).toBeGreaterThanOrEqual(NOW - 3 * HOUR_MS);
    const other = { ...crowd, toAt: NOW - HOUR_MS };
    expect(nextTask(WANTED, [], { ...plannerState, crowd: other }, true)?.window).toEqual(window(11 * HOUR_MS, 0));
  });

  it("is at least one second, whatever is expected there", () => {
    const dense = learntWith({ density: evenDensity(1e9) });
    expect(nextTask(WANTED, [], dense, true)?.window).toEqual(window(SECOND_MS, 0));
  });

  it("must fit one page where offsets count records", () => {
    const task = nextTask(WANTED, [], { ...plannerState, capacity: 100 }, true);
    expect(task).toMatchObject({ window: window(HOUR_MS, 0), pagesReachable: 1 });
  });
});

describe("a window that failed", () => {
  const failed = (ago: number) => [
    row(30 * DAY_MS, 2 * DAY_MS, ago),
    row(2 * DAY_MS, DAY_MS, ago, { state: "failed", reason: "Kore.ai failed with status 500." }),
    row(DAY_MS, 0, 0),
  ];

  it("is left alone for a quarter of an hour, and is missing again after that", () => {
    expect(missingWindows(WANTED, failed(15 * MINUTE_MS - 1))).toEqual([]);
    expect(missingWindows(WANTED, failed(15 * MINUTE_MS))).toEqual([window(2 * DAY_MS, DAY_MS)]);
  });

  it("is tried again at once where somebody asks for it", () => {
    expect(missingWindows({ ...WANTED, retriesFailed: true }, failed(0))).toEqual([window(2 * DAY_MS, DAY_MS)]);
  });

  const quiet = learntWith({ density: evenDensity(1) });
  const next = (ledger: readonly SyncWindowRow[], wanted = WANTED) => nextTask(wanted, ledger, quiet, true)?.window;

  it("is tried apart from what lies beside it, and by halves, so that all that can be read is", () => {
    const sick = row(2 * DAY_MS, DAY_MS, HOUR_MS, { state: "failed" });
    expect(next([sick])).toEqual(window(DAY_MS, 0));
    expect(next([sick, row(DAY_MS, 0, 0)])).toEqual(window(1.5 * DAY_MS, DAY_MS));
    expect(next([row(2 * DAY_MS, 1.5 * DAY_MS, HOUR_MS, { state: "failed" }), row(1.5 * DAY_MS, 0, 0)])).toEqual(
      window(1.75 * DAY_MS, 1.5 * DAY_MS),
    );
  });

  it("is not halved below a quarter of an hour", () => {
    const sick = (minutes: number) => [
      row(DAY_MS + minutes * MINUTE_MS, DAY_MS, HOUR_MS, { state: "failed" }),
      row(DAY_MS, 0, 0),
    ];
    expect(next(sick(20))).toEqual(window(DAY_MS + 15 * MINUTE_MS, DAY_MS));
    expect(next([row(30 * DAY_MS, DAY_MS + 10 * MINUTE_MS, 0), ...sick(10)])).toEqual(
      window(DAY_MS + 10 * MINUTE_MS, DAY_MS),
    );
  });

  it("of which there is a copy already is left alone too while it rests, and does not keep the rest from being read", () => {
    const ledger = [row(20 * DAY_MS, 2 * MINUTE_MS, 2 * MINUTE_MS)];
    const coolingDown = [window(15 * MINUTE_MS, 0)];
    expect(next(ledger, { ...WANTED, coolingDown })).toEqual(window(20 * DAY_MS + LONGEST_WINDOW, 20 * DAY_MS));
    expect(next([row(30 * DAY_MS, 2 * MINUTE_MS, 2 * MINUTE_MS)], { ...WANTED, coolingDown })).toBeUndefined();
  });

  it("is never read again as if it had been read", () => {
    expect(dueWindows(WANTED, [row(30 * DAY_MS, 0, 20 * DAY_MS, { state: "failed" })])).toEqual([]);
  });
});

describe("what was read is due again", () => {
  /** What is due of a history that was read so long ago, as ages in minutes. */
  function dueMinutes(ledger: readonly SyncWindowRow[], wanted = WANTED, choose = dueWindows): [number, number][] {
    const age = (instant: number) => (wanted.runAt - instant) / MINUTE_MS;
    return choose(wanted, ledger).map(({ fromAt, toAt }) => [age(fromAt), age(toAt)]);
  }

  const readAgo = (ago: number, days = 30) => [row(days * DAY_MS, 0, ago)];
  const WEEK = 7 * 1440;

  it.each<[string, number, [number, number][]]>([
    ["after a second, for the last quarter of an hour", SECOND_MS, [[15, 0]]],
    ["not yet for the last two hours while they are not due soon", 11.25 * MINUTE_MS, [[15, 0]]],
    ["for the last two hours when they will be due soon: then all is one window", 11.25 * MINUTE_MS + 1, [[120, 0]]],
    ["not yet for the last day", 3 * HOUR_MS, [[120, 0]]],
    ["for the last day", 3 * HOUR_MS + 1, [[1440, 0]]],
    ["not yet for the days of the setting", 18 * HOUR_MS, [[1440, 0]]],
    ["for the days of the setting", 18 * HOUR_MS + 1, [[WEEK, 0]]],
    ["never for what is older", 29 * DAY_MS, [[WEEK, 0]]],
  ])("%s", (_, ago, expected) => {
    expect(dueMinutes(readAgo(ago))).toEqual(expected);
  });

  it("as soon as any part of it is, and not before: what is due soon waits for what is due", () => {
    const fresh = row(15 * MINUTE_MS, 0, 0);
    const { ledger } = withWindow(readAgo(12 * MINUTE_MS), fresh);
    expect(dueMinutes(ledger)).toEqual([]);
    expect(dueMinutes(withWindow(readAgo(15 * MINUTE_MS + 1), fresh).ledger)).toEqual([[120, 15]]);
  });

  it("and only where it is old: what was read in between stays", () => {
    const { ledger } = withWindow(readAgo(HOUR_MS), row(60 * MINUTE_MS, 30 * MINUTE_MS, MINUTE_MS));
    expect(dueMinutes(ledger)).toEqual([
      [120, 60],
      [30, 0],
    ]);
  });

  it("in whole seconds, though the run began within one", () => {
    const wanted = { ...WANTED, runAt: NOW + 250 };
    expect(dueWindows(wanted, readAgo(SECOND_MS))).toEqual([window(15 * MINUTE_MS, 0)]);
  });

  it("but not beyond a history that is shorter than the days of the setting", () => {
    expect(dueMinutes(readAgo(2 * DAY_MS, 2), { ...WANTED, historyDays: 2 })).toEqual([[2 * 1440, 0]]);
  });

  it("and late when its reading is twice as old as it should be", () => {
    expect(dueMinutes(readAgo(30 * MINUTE_MS), WANTED, lateWindows)).toEqual([]);
    expect(dueMinutes(readAgo(30 * MINUTE_MS + 1), WANTED, lateWindows)).toEqual([[120, 15]]);
    expect(dueMinutes(readAgo(2 * DAY_MS + 1), WANTED, lateWindows)).toEqual([[WEEK, 15]]);
  });
});

describe("what can still change, though it is older than what is read again", () => {
  const open = (...agos: number[]) => agos.map((ago) => window(ago + 2 * SECOND_MS, ago - 3 * SECOND_MS));
  const due = (unfinished: Wanted["unfinished"], ledger: readonly SyncWindowRow[], choose = dueWindows) =>
    choose({ ...WANTED, unfinished }, ledger);
  const dueBefore = (windows: readonly { toAt: number }[]) => windows.filter(({ toAt }) => toAt < NOW - 7 * DAY_MS);

  it("is due every day, and nothing around it is", () => {
    const unfinished = open(20 * DAY_MS, 9 * DAY_MS);
    expect(dueBefore(due(unfinished, [row(30 * DAY_MS, 0, DAY_MS)]))).toEqual([]);
    expect(dueBefore(due(unfinished, [row(30 * DAY_MS, 0, DAY_MS + 1)]))).toEqual(unfinished);
  });

  it("is due once its own reading is a day old, whatever was read beside it", () => {
    const [window] = open(20 * DAY_MS);
    const ledger = [row(30 * DAY_MS, 0, 3 * DAY_MS)];
    const read = withWindow(ledger, ledgerRow(window ?? { fromAt: 0, toAt: 0 }, NOW - HOUR_MS)).ledger;
    expect(dueBefore(due(open(20 * DAY_MS, 9 * DAY_MS), read))).toEqual(open(9 * DAY_MS));
  });

  it("is due less often beyond a month: every other day at two months", () => {
    const unfinished = open(60 * DAY_MS);
    expect(dueBefore(due(unfinished, [row(90 * DAY_MS, 0, 2 * DAY_MS - MINUTE_MS)]))).toEqual([]);
    expect(dueBefore(due(unfinished, [row(90 * DAY_MS, 0, 2 * DAY_MS + MINUTE_MS)]))).toEqual(unfinished);
  });

  it("is late when its reading is twice as old as it should be", () => {
    expect(dueBefore(due(open(20 * DAY_MS), [row(30 * DAY_MS, 0, 2 * DAY_MS)], lateWindows))).toEqual([]);
    expect(dueBefore(due(open(20 * DAY_MS), [row(30 * DAY_MS, 0, 2 * DAY_MS + 1)], lateWindows))).toEqual(
      open(20 * DAY_MS),
    );
  });

  it("comes after what is younger, within the allowance of readings again, and before what was never copied", () => {
    const ledger = [row(21 * DAY_MS, 7 * DAY_MS, 2 * DAY_MS), row(7 * DAY_MS, 0, 0)];
    const wanted = { ...WANTED, unfinished: open(20 * DAY_MS, 9 * DAY_MS) };
    const plannerState = learntWith({ density: evenDensity(1) });
    expect(nextTask(wanted, ledger, plannerState, true)).toMatchObject({ kind: "reread", window: open(9 * DAY_MS)[0] });
    expect(nextTask(wanted, ledger, plannerState, false)).toMatchObject({ kind: "backlog" });
    const [newest] = open(9 * DAY_MS);
    const read = withWindow(ledger, ledgerRow(newest ?? { fromAt: 0, toAt: 0 }, NOW)).ledger;
    expect(nextTask(wanted, read, plannerState, true)).toMatchObject({ kind: "reread", window: open(20 * DAY_MS)[0] });
  });
});
