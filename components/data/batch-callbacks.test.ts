import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BATCH_MS, batchCallbacks } from "./batch-callbacks";

describe("callbacks added within BATCH_MS", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function collect() {
    const ran: string[] = [];
    const batch = batchCallbacks();
    return { ran, flush: batch.flush, add: (name: string) => batch.add(() => ran.push(name)) };
  }

  it("run in one go, in the order in which they were added, and the first waits no longer than that", () => {
    const { ran, add } = collect();
    add("first");
    vi.advanceTimersByTime(BATCH_MS - 1);
    add("second");
    expect(ran).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(ran).toEqual(["first", "second"]);
  });

  it("do not hold back what is added after them: that is a batch of its own", () => {
    const { ran, add } = collect();
    add("first");
    vi.advanceTimersByTime(BATCH_MS);
    add("later");
    expect(ran).toEqual(["first"]);
    vi.advanceTimersByTime(BATCH_MS);
    expect(ran).toEqual(["first", "later"]);
  });

  it("run at once when flushed, and only once", () => {
    const { ran, flush, add } = collect();
    add("first");
    flush();
    expect(ran).toEqual(["first"]);
    vi.advanceTimersByTime(2 * BATCH_MS);
    expect(ran).toEqual(["first"]);
  });
});
