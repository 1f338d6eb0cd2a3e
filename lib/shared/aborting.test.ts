import { getEventListeners } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { allOrNone, orAborted, sleep, withDeadline } from "./aborting";

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;
const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
const never = () => new Promise<never>(() => {});

let stop: AbortController;
let timersBefore: number;
beforeEach(() => {
  stop = new AbortController();
  timersBefore = timers();
});
/** Whatever was waited for, and however it ended. */
afterEach(() => {
  expect(listeners(stop.signal)).toBe(0);
  expect(timers()).toBeLessThanOrEqual(timersBefore);
});

describe("what a signal interrupts ends at once and leaves no timer and no listener", () => {
  it.each<[string, (signal: AbortSignal) => Promise<unknown>]>([
    ["a sleep", (signal) => sleep(3_600_000, signal)],
    ["a wait for something", (signal) => orAborted(never(), signal)],
    ["something with a deadline", (signal) => withDeadline(3_600_000, signal, (inner) => orAborted(never(), inner))],
    [
      "several things at once",
      (signal) => allOrNone([(inner) => sleep(3_600_000, inner), (inner) => sleep(3_600_000, inner)], signal),
    ],
  ])("%s", async (_, run) => {
    const over = expect(run(stop.signal)).rejects.toThrow("stopped");
    stop.abort(new Error("stopped"));
    await over;
    await expect(run(stop.signal)).rejects.toThrow("stopped");
  });
});

it("leaves nothing behind where nobody interrupts it either", async () => {
  await sleep(1, stop.signal);
  expect(await orAborted(Promise.resolve(1), stop.signal)).toBe(1);
  expect(await withDeadline(3_600_000, stop.signal, async () => 2)).toBe(2);
  expect(await allOrNone([async () => 3, async () => 4], stop.signal)).toEqual([3, 4]);
});

it("ends what takes longer than its deadline", async () => {
  const late = withDeadline(5, stop.signal, (signal) => orAborted(never(), signal));
  await expect(late).rejects.toMatchObject({ name: "TimeoutError" });
});

it("lets none of several go on once one has failed", async () => {
  const ended: string[] = [];
  const failing = async () => {
    throw new Error("refused");
  };
  const slow = (signal: AbortSignal) => sleep(3_600_000, signal).finally(() => ended.push("slow"));
  await expect(allOrNone([slow, failing, slow], stop.signal)).rejects.toThrow("refused");
  expect(ended).toEqual(["slow", "slow"]);
});
