import { describe, expect, it } from "vitest";
import { syncReplySchema } from "@/lib/shared/contract";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { ledgerRow } from "@/lib/sync/plan/test-ledger";
import { describeStatus, type StatusFacts } from "./status";

const NOW = Date.parse("2025-10-31T12:00:00Z");
const NONE = { setAside: 0, unread: 0, stale: 0 };
const TRAFFIC = { requests: 0, requestsPerMinute: 60, rows: 0, rowsPerSecond: 0 };

/** A row from so many days before now until so many days before now, read just now. */
const row = (from: number, to: number, fields: Partial<SyncWindowRow> = {}) =>
  ledgerRow({ fromAt: NOW - from * DAY_MS, toAt: NOW - to * DAY_MS }, NOW, fields);

function statusOf(ledger: readonly SyncWindowRow[], fields: Partial<StatusFacts> = {}) {
  const wanted = { runAt: NOW, historyDays: 10, rereadDays: 7 };
  const quiet = {
    state: "idle" as const,
    isPaused: false,
    incomplete: NONE,
    unfinished: [],
    lastError: null,
    throughput: null,
    traffic: TRAFFIC,
  };
  const status = describeStatus({ wanted, ledger, ...quiet, ...fields });
  expect(syncReplySchema.safeParse(status).error).toBeUndefined();
  return status;
}

const day = (ago: number) => new Date(NOW - ago * DAY_MS).toISOString();

describe("the copy", () => {
  it("is not complete, and reaches nowhere, before anything was read", () => {
    expect(statusOf([])).toMatchObject({
      complete: false,
      dataThrough: null,
      progress: { done: 0, total: 864_000, remainingSeconds: null },
      gaps: [{ from: day(10), to: day(0), reason: "not copied yet" }],
      coverage: [{ from: day(10), to: day(0), state: "missing", readAt: null }],
      overdueSince: null,
    });
  });

  it("is complete once all of the history is copied", () => {
    expect(statusOf([row(10, 4), row(4, 0)])).toMatchObject({
      complete: true,
      dataThrough: day(0),
      progress: { done: 864_000, total: 864_000, remainingSeconds: 0 },
      gaps: [],
    });
  });

  it("is complete though some minutes have passed since: dataThrough tells them", () => {
    const wanted = { runAt: NOW + 5 * MINUTE_MS, historyDays: 10, rereadDays: 7 };
    expect(statusOf([row(11, 0)], { wanted })).toMatchObject({ complete: true, dataThrough: day(0), gaps: [] });
  });

  it("is not complete while a gap is left, however small and however old", () => {
    const status = statusOf([row(10, 5), row(5 - 1 / 86_400, 0)]);
    expect(status).toMatchObject({ complete: false, dataThrough: day(0), progress: { done: 863_999 } });
    expect(status.gaps).toEqual([{ from: day(5), to: day(5 - 1 / 86_400), reason: "not copied yet" }]);
  });

  it("reaches no further than the history, whatever the ledger holds", () => {
    expect(statusOf([row(12, -1)])).toMatchObject({ dataThrough: day(0), progress: { done: 864_000 } });
  });
});

describe("a gap", () => {
  it("has the last error for its reason, where there is one", () => {
    const status = statusOf([row(5, 0)], { lastError: "Kore.ai failed with status 503.", state: "failing" });
    expect(status).toMatchObject({ state: "failing", lastError: "Kore.ai failed with status 503." });
    expect(status.gaps).toEqual([{ from: day(10), to: day(5), reason: "Kore.ai failed with status 503." }]);
  });

  it("is cut where a window failed, which has a reason of its own", () => {
    const { complete, gaps, dataThrough } = statusOf([row(4, 3, { state: "failed", reason: "status 500" }), row(3, 0)]);
    expect(complete).toBe(false);
    expect(dataThrough).toBe(day(0));
    expect(gaps).toEqual([
      { from: day(10), to: day(4), reason: "not copied yet" },
      { from: day(4), to: day(3), reason: "status 500" },
    ]);
  });

  it("is a second that held more than the source hands out, which is copied as far as it goes", () => {
    const { complete, gaps, progress } = statusOf([row(10, 4), row(4, 3, { state: "truncated" }), row(3, 0)]);
    expect(complete).toBe(false);
    expect(gaps).toEqual([{ from: day(4), to: day(3), reason: expect.stringContaining("one second") }]);
    expect(progress).toMatchObject({ done: 864_000, remainingSeconds: 0 });
  });

  it("stands in the order of time", () => {
    const { gaps } = statusOf([row(9, 8, { state: "truncated" }), row(6, 5), row(4, 0)]);
    expect(gaps.map(({ from }) => from)).toEqual([day(10), day(9), day(8), day(5)]);
  });
});

describe("what is left to do", () => {
  it("is told in seconds by the throughput so far, rounded up", () => {
    const { progress } = statusOf([row(5, 0)], { throughput: 1000 });
    expect(progress).toEqual({ done: 432_000, total: 864_000, remainingSeconds: 432 });
    expect(statusOf([row(5, 0)], { throughput: 1001 }).progress.remainingSeconds).toBe(432);
  });

  it.each([null, 0, -3])("is not told where the throughput is %j", (throughput) => {
    expect(statusOf([row(5, 0)], { throughput }).progress.remainingSeconds).toBeNull();
  });
});

describe("the coverage", () => {
  it("is the whole history in stretches of one state, neighbours of one state being one", () => {
    const ledger = [row(12, 9), row(9, 7), row(6, 5, { state: "failed", reason: "x" }), row(5, 0)];
    expect(statusOf(ledger).coverage.map(({ from, to, state }) => [from, to, state])).toEqual([
      [day(10), day(7), "copied"],
      [day(7), day(6), "missing"],
      [day(6), day(5), "failed"],
      [day(5), day(0), "copied"],
    ]);
  });

  it("was read as long ago as its oldest part", () => {
    const ledger = [row(10, 5, { fetchedAt: NOW - HOUR_MS }), row(5, 0, { fetchedAt: NOW - MINUTE_MS })];
    expect(statusOf(ledger).coverage).toMatchObject([{ readAt: new Date(NOW - HOUR_MS).toISOString() }]);
  });
});

describe("readings again that are overdue", () => {
  it("are told by the oldest one that is twice as old as it should be", () => {
    expect(statusOf([row(10, 0, { fetchedAt: NOW - 30 * MINUTE_MS })]).overdueSince).toBeNull();
    const late = NOW - 30 * MINUTE_MS - 1;
    expect(statusOf([row(10, 0, { fetchedAt: late })]).overdueSince).toBe(new Date(late).toISOString());
  });

  it("are none where only the days that are never read again are old", () => {
    expect(statusOf([row(10, 8, { fetchedAt: NOW - 90 * DAY_MS }), row(8, 0)]).overdueSince).toBeNull();
  });
});

describe("what stands open", () => {
  const span = (ago: number, open: number) => ({
    firstAt: NOW - ago * DAY_MS,
    lastAt: NOW - ago * DAY_MS + MINUTE_MS,
    open,
  });

  it("is nothing, and has no reading, where all has ended", () => {
    expect(statusOf([row(10, 0)], { unfinished: [span(8, 0)] }).open).toEqual({ conversations: 0, readAt: null });
  });

  it("was last read when the longest unread of it was, whatever was read beside it", () => {
    const ledger = [
      row(10, 8, { fetchedAt: NOW - 9 * HOUR_MS }),
      row(8, 4, { fetchedAt: NOW - 5 * HOUR_MS }),
      row(4, 3, { fetchedAt: NOW - 20 * HOUR_MS, state: "failed" }),
      row(3, 0),
    ];
    const read = (...unfinished: StatusFacts["unfinished"]) => statusOf(ledger, { unfinished }).open;
    expect(read(span(9, 0), span(5, 2), span(1, 3))).toEqual({
      conversations: 5,
      readAt: new Date(NOW - 5 * HOUR_MS).toISOString(),
    });
    expect(read(span(1, 1))).toEqual({ conversations: 1, readAt: new Date(NOW).toISOString() });
    expect(read(span(3.5, 1))).toEqual({ conversations: 1, readAt: null });
  });
});
