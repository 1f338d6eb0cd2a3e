import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TOGETHER_MS, together } from "./together";

describe("what comes within a moment", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function collect() {
    const handed: string[] = [];
    const { add, hand } = together();
    return { handed, hand, come: (name: string) => add(() => handed.push(name)) };
  }

  it("is handed over in one go, in the order in which it came, and the first waits no longer than the moment", () => {
    const { handed, come } = collect();
    come("first");
    vi.advanceTimersByTime(TOGETHER_MS - 1);
    come("second");
    expect(handed).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(handed).toEqual(["first", "second"]);
  });

  it("does not keep what comes after it: that begins a moment of its own", () => {
    const { handed, come } = collect();
    come("first");
    vi.advanceTimersByTime(TOGETHER_MS);
    come("later");
    expect(handed).toEqual(["first"]);
    vi.advanceTimersByTime(TOGETHER_MS);
    expect(handed).toEqual(["first", "later"]);
  });

  it("goes at once where nothing more will come, and only once", () => {
    const { handed, hand, come } = collect();
    come("first");
    hand();
    expect(handed).toEqual(["first"]);
    vi.advanceTimersByTime(2 * TOGETHER_MS);
    expect(handed).toEqual(["first"]);
  });
});
