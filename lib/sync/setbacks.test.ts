import { describe, expect, it } from "vitest";
import { createSetbacks } from "./setbacks";

const MINUTE = 60_000;
const FIRST = { fromAt: 0, toAt: 10 };
const SECOND = { fromAt: 10, toAt: 20 };

describe("windows that failed of late", () => {
  it("rest for a quarter of an hour, each from its own failure on", () => {
    const setbacks = createSetbacks();
    setbacks.note(FIRST, 0);
    setbacks.note(SECOND, 10 * MINUTE);
    expect(setbacks.resting(15 * MINUTE - 1)).toMatchObject([FIRST, SECOND]);
    expect(setbacks.resting(15 * MINUTE)).toMatchObject([SECOND]);
    expect(setbacks.resting(25 * MINUTE)).toEqual([]);
  });

  it("rest again where they fail again", () => {
    const setbacks = createSetbacks();
    setbacks.note(FIRST, 0);
    expect(setbacks.resting(20 * MINUTE)).toEqual([]);
    setbacks.note(FIRST, 20 * MINUTE);
    expect(setbacks.resting(21 * MINUTE)).toMatchObject([FIRST]);
  });

  it("can be told since an instant, for a run that tries the earlier ones anew", () => {
    const setbacks = createSetbacks();
    setbacks.note(FIRST, 0);
    setbacks.note(SECOND, 5 * MINUTE);
    expect(setbacks.resting(6 * MINUTE, 5 * MINUTE)).toMatchObject([SECOND]);
    expect(setbacks.resting(6 * MINUTE)).toHaveLength(2);
  });

  it("do not rest for ever where the clock was set back", () => {
    const setbacks = createSetbacks();
    setbacks.note(FIRST, 1000 * MINUTE);
    expect(setbacks.resting(0)).toEqual([]);
  });
});
