import { describe, expect, it } from "vitest";
import { MINUTE_MS } from "@/lib/shared/instants";
import { createFailedWindows } from "./run-state";

const FIRST = { fromAt: 0, toAt: 10 };
const SECOND = { fromAt: 10, toAt: 20 };

describe("windows that failed of late", () => {
  it("rest for a quarter of an hour, each from its own failure on", () => {
    const failedWindows = createFailedWindows();
    failedWindows.note(FIRST, 0);
    failedWindows.note(SECOND, 10 * MINUTE_MS);
    expect(failedWindows.coolingDown(15 * MINUTE_MS - 1)).toMatchObject([FIRST, SECOND]);
    expect(failedWindows.coolingDown(15 * MINUTE_MS)).toMatchObject([SECOND]);
    expect(failedWindows.coolingDown(25 * MINUTE_MS)).toEqual([]);
  });

  it("rest again where they fail again", () => {
    const failedWindows = createFailedWindows();
    failedWindows.note(FIRST, 0);
    expect(failedWindows.coolingDown(20 * MINUTE_MS)).toEqual([]);
    failedWindows.note(FIRST, 20 * MINUTE_MS);
    expect(failedWindows.coolingDown(21 * MINUTE_MS)).toMatchObject([FIRST]);
  });

  it("can be told since an instant, for a run that tries the earlier ones anew", () => {
    const failedWindows = createFailedWindows();
    failedWindows.note(FIRST, 0);
    failedWindows.note(SECOND, 5 * MINUTE_MS);
    expect(failedWindows.coolingDown(6 * MINUTE_MS, 5 * MINUTE_MS)).toMatchObject([SECOND]);
    expect(failedWindows.coolingDown(6 * MINUTE_MS)).toHaveLength(2);
  });

  it("do not rest for ever where the clock was set back", () => {
    const failedWindows = createFailedWindows();
    failedWindows.note(FIRST, 1000 * MINUTE_MS);
    expect(failedWindows.coolingDown(0)).toEqual([]);
  });
});
