import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { initialState, reduceSchedule, type ScheduleEvent, type ScheduleState } from "./schedule-state";

const WANTED = { runAt: 1000, historyDays: 2, rereadDays: 1 };
const START = initialState(WANTED);

const reduceAll = (events: readonly ScheduleEvent[], from: ScheduleState = START) =>
  events.reduce((state, event) => reduceSchedule(state, event).next, from);

const change = { isLeaderChanged: false, isPaused: false, isRunRequested: false };

describe("the state of the schedule", () => {
  it("keeps failing until a window is copied, and forgets the error with it", () => {
    const failed = reduceAll([{ type: "run-started" }, { type: "request-failed", message: "503" }]);
    expect(failed).toMatchObject({ state: "failing", lastError: "503" });
    const again = reduceAll([{ type: "step-ended" }, { type: "run-started" }], failed);
    expect(again).toMatchObject({ state: "failing", lastError: "503" });
    expect(reduceAll([{ type: "window-copied" }], again)).toMatchObject({ state: "running", lastError: null });
  });

  it("is idle after a run, with its error only where the run was interrupted", () => {
    const failed = reduceAll([{ type: "request-failed", message: "503" }]);
    const afterRun = (isInterrupted: boolean) => reduceAll([{ type: "run-ended", isInterrupted }], failed);
    expect(afterRun(false)).toMatchObject({ state: "idle", lastError: null });
    expect(afterRun(true)).toMatchObject({ state: "idle", lastError: "503" });
  });

  it("hands a requested retry of failed windows to one run", () => {
    const requested = reduceSchedule(START, { type: "run-requested" });
    expect([requested.next.retriesFailed, requested.effects]).toEqual([true, ["wake"]]);
    expect(reduceAll([{ type: "run-started" }], requested.next).retriesFailed).toBe(false);
  });

  it("drops remembered counts before it tells subscribers of a new ledger", () => {
    const { next, effects } = reduceSchedule(START, { type: "window-planned", ledger: [], wanted: WANTED });
    expect([next.ledger, effects]).toEqual([[], ["forget", "notify"]]);
  });

  it("interrupts the step where the sync is paused, and only wakes the sleep where it is resumed", () => {
    const effectsOf = (isPaused: boolean) => reduceSchedule(START, { type: "pause-set", isPaused }).effects;
    expect([effectsOf(true), effectsOf(false)]).toEqual([["interrupt", "wake"], ["wake"]]);
  });

  it.each([
    ["nothing of it", change, ["forget"]],
    ["the leader", { ...change, isLeaderChanged: true }, ["forget", "interrupt", "wake"]],
    ["the pause", { ...change, isPaused: true }, ["forget", "interrupt", "wake"]],
    ["a request for a run", { ...change, isRunRequested: true }, ["forget", "wake"]],
  ])("follows other instances where they change %s", (_, changed, effects) => {
    const transition = reduceSchedule(START, { type: "election-changed", change: changed });
    expect(transition.effects).toEqual(effects);
    expect(transition.next).toMatchObject({ isPaused: changed.isPaused, retriesFailed: changed.isRunRequested });
  });
});

const events: fc.Arbitrary<ScheduleEvent> = fc.oneof(
  fc.record({ type: fc.constantFrom("pause-read" as const, "pause-set" as const), isPaused: fc.boolean() }),
  fc.record({ type: fc.constant("rejected-reparsed" as const), isDone: fc.boolean() }),
  fc.record({ type: fc.constant("run-ended" as const), isInterrupted: fc.boolean() }),
  fc.record({ type: fc.constantFrom("request-failed" as const, "step-failed" as const), message: fc.string() }),
  fc.record({
    type: fc.constant("election-changed" as const),
    change: fc.record({ isLeaderChanged: fc.boolean(), isPaused: fc.boolean(), isRunRequested: fc.boolean() }),
  }),
  fc.constantFrom<ScheduleEvent>(
    { type: "run-started" },
    { type: "window-planned", ledger: [], wanted: WANTED },
    { type: "window-copied" },
    { type: "lease-lost" },
    { type: "step-ended" },
    { type: "run-requested" },
    { type: "ledger-read", ledger: [] },
    { type: "stopped" },
  ),
);

describe("whatever happens in whatever order", () => {
  const sequences = fc.array(events, { maxLength: 30 });

  it("a stopped schedule stays stopped", () => {
    fc.assert(
      fc.property(sequences, sequences, (before, after) => {
        expect(reduceAll([...before, { type: "stopped" }, ...after]).isStopped).toBe(true);
      }),
    );
  });

  it("a paused sync is not shown as running once its step has ended", () => {
    fc.assert(
      fc.property(sequences, (before) => {
        const paused = reduceAll([...before, { type: "pause-set", isPaused: true }, { type: "step-ended" }]);
        expect([paused.isPaused, paused.state === "running"]).toEqual([true, false]);
      }),
    );
  });

  it("an interrupted step is not slept after", () => {
    fc.assert(
      fc.property(sequences, events, (before, event) => {
        const { effects } = reduceSchedule(reduceAll(before), event);
        expect(effects.includes("interrupt") && !effects.includes("wake")).toBe(false);
      }),
    );
  });

  it("a sync that runs has no error, and one that fails has one", () => {
    fc.assert(
      fc.property(sequences, (before) => {
        const { state, lastError } = reduceAll(before);
        expect(state === "running" ? lastError === null : state !== "failing" || lastError !== null).toBe(true);
      }),
    );
  });
});
