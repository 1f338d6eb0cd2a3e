import { describe, expect, it } from "vitest";
import { intersect, lengthOf, PAGE_SIZE, type Window } from "@/lib/kore/windows";
import { historyOf } from "@/lib/sync/plan";
import { countRequests, NOW, yearOf } from "./count-requests";

describe("requests of a first copy", () => {
  it("of a year at 10,000 conversations a day are at most 1.08 of the full pages", () => {
    const starts = yearOf(10_000);
    const { requests } = countRequests(starts, 365);
    const ratio = requests / Math.ceil(starts.length / PAGE_SIZE);
    expect(ratio).toBeLessThanOrEqual(1.08);
  });

  it("of a year of a quiet account are no more than the seven-day rule demands", () => {
    const starts = yearOf(20);
    const { requests, ledger } = countRequests(starts, 365);
    const demanded = ledger.reduce((sum, row) => sum + Math.floor(row.rows / PAGE_SIZE) + 1, 0);
    expect(ledger).toHaveLength(53);
    expect(requests).toBe(demanded);
  });

  it("cover every second of the history once", () => {
    const { ledger } = countRequests(yearOf(20), 365);
    const history = historyOf({ runAt: NOW, historyDays: 365, rereadDays: 7 });
    expect(ledger.reduce((sum, row) => sum + lengthOf(row), 0)).toBe(lengthOf(history));
    const overlaps = ledger.some((row: Window, index) => index > 0 && intersect(row, ledger[index - 1] ?? row));
    expect(overlaps).toBe(false);
  });
});
