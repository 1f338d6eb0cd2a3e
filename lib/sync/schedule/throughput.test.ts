import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import { createBudget } from "@/lib/sync/run/run-state";
import { createRequestStats } from "./throughput";

describe("the traffic since the start", () => {
  it("is all requests and rows, and rows a second over the last minute", () => {
    let now = 0;
    const requestStats = createRequestStats(60, () => now);
    expect(requestStats.report()).toEqual({ requests: 0, requestsPerMinute: 60, rows: 0, rowsPerSecond: 0 });
    requestStats.add({ requests: 11, rows: 1100 });
    now = 30_000;
    requestStats.add({ requests: 1, rows: 50 });
    expect(requestStats.report()).toEqual({ requests: 12, requestsPerMinute: 60, rows: 1150, rowsPerSecond: 19.2 });
    now = MINUTE_MS;
    expect(requestStats.report()).toMatchObject({ rows: 1150, rowsPerSecond: 0.8 });
    now = 2 * MINUTE_MS;
    expect(requestStats.report()).toMatchObject({ requests: 12, rows: 1150, rowsPerSecond: 0 });
  });
});

describe("the allowance of readings again", () => {
  it("is half of the account's requests, over the last hour", () => {
    const budget = createBudget(60);
    budget.spend("reread", 1799, 0);
    expect(budget.mayReread(0)).toBe(true);
    budget.spend("reread", 1, MINUTE_MS);
    expect(budget.mayReread(MINUTE_MS)).toBe(false);
    expect(budget.mayReread(HOUR_MS - 1)).toBe(false);
    expect(budget.mayReread(HOUR_MS)).toBe(true);
  });

  it("is not touched by what is new, or was never copied", () => {
    const budget = createBudget(60);
    budget.spend("live", 5000, 0);
    budget.spend("backlog", 5000, 0);
    expect(budget.mayReread(0)).toBe(true);
  });
});
