import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeWindow } from "@/lib/kore/windows";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { merge, uncovered, withWindow } from "./ledger";
import { ledgerRow } from "./test-ledger";

const LAST = 40;
const SECONDS = Array.from({ length: LAST }, (_, second) => second * 1000);

const windowArbitrary = fc
  .tuple(fc.integer({ min: 0, max: LAST - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]): TimeWindow => ({ fromAt: from * 1000, toAt: Math.min(LAST, from + length) * 1000 }));

const holds = ({ fromAt, toAt }: TimeWindow, second: number) => fromAt <= second && second < toAt;
const countAt = (windows: readonly TimeWindow[], second: number) => windows.filter((row) => holds(row, second)).length;

function row(fromAt: number, toAt: number, fetchedAt = 0, state: SyncWindowRow["state"] = "copied"): SyncWindowRow {
  return ledgerRow({ fromAt, toAt }, fetchedAt, { state });
}

/** The ledger after windows were read one after the other, the n-th at the instant n. */
function ledgerOf(windows: readonly TimeWindow[]): SyncWindowRow[] {
  return windows.reduce<SyncWindowRow[]>(
    (ledger, window, index) => withWindow(ledger, ledgerRow(window, index)).ledger,
    [],
  );
}

describe("the ledger after a window was read", () => {
  it("holds it where there was nothing", () => {
    expect(withWindow([], row(10, 20))).toEqual({
      ledger: [row(10, 20)],
      span: { fromAt: 10, toAt: 20 },
      changed: [row(10, 20)],
    });
  });

  it("cuts an older one in two, each part still as old as it was", () => {
    const { ledger, span } = withWindow([row(0, 30, 1, "truncated")], row(10, 20, 2));
    expect(ledger).toEqual([row(0, 10, 1, "truncated"), row(10, 20, 2), row(20, 30, 1, "truncated")]);
    expect(span).toEqual({ fromAt: 0, toAt: 30 });
  });

  it("drops those that it covers whole, cuts those at its edges and leaves those that only touch it", () => {
    const before = [row(0, 10, 1), row(10, 15, 1), row(15, 20, 1), row(20, 30, 1), row(40, 50, 1)];
    const { ledger, changed, span } = withWindow(before, row(12, 22, 2));
    expect(ledger).toEqual([row(0, 10, 1), row(10, 12, 1), row(12, 22, 2), row(22, 30, 1), row(40, 50, 1)]);
    expect(changed).toEqual([row(10, 12, 1), row(12, 22, 2), row(22, 30, 1)]);
    expect(span).toEqual({ fromAt: 10, toAt: 30 });
  });

  it("has every second in exactly one row, as fresh as the last window that read it, after any sequence", () => {
    fc.assert(
      fc.property(fc.array(windowArbitrary, { maxLength: 15 }), (windows) => {
        const ledger = ledgerOf(windows);
        for (const second of SECONDS) {
          const lastRead = windows.findLastIndex((window) => holds(window, second));
          const rows = ledger.filter((candidate) => holds(candidate, second));
          expect(rows.map(({ fetchedAt }) => fetchedAt)).toEqual(lastRead < 0 ? [] : [lastRead]);
        }
        expect(ledger).toEqual(ledger.toSorted((a, b) => a.fromAt - b.fromAt));
      }),
    );
  });

  it("is what the store holds once the rows that begin in the span are replaced by the changed ones", () => {
    fc.assert(
      fc.property(fc.array(windowArbitrary, { maxLength: 10 }), windowArbitrary, (windows, added) => {
        const before = ledgerOf(windows);
        const { ledger, span, changed } = withWindow(before, ledgerRow(added, 99));
        const kept = before.filter(({ fromAt }) => fromAt < span.fromAt || fromAt >= span.toAt);
        expect([...kept, ...changed].toSorted((a, b) => a.fromAt - b.fromAt)).toEqual(ledger);
      }),
    );
  });
});

describe("what is not covered", () => {
  it("is all where there is nothing, and nothing where all is", () => {
    expect(uncovered({ fromAt: 0, toAt: 10 }, [])).toEqual([{ fromAt: 0, toAt: 10 }]);
    expect(uncovered({ fromAt: 0, toAt: 10 }, [{ fromAt: -5, toAt: 15 }])).toEqual([]);
  });

  it("lies before, between and after, and never outside the whole", () => {
    const windows = [
      { fromAt: -9, toAt: -5 },
      { fromAt: 2, toAt: 4 },
      { fromAt: 4, toAt: 5 },
      { fromAt: 8, toAt: 9 },
      { fromAt: 20, toAt: 30 },
    ];
    expect(uncovered({ fromAt: 0, toAt: 10 }, windows)).toEqual([
      { fromAt: 0, toAt: 2 },
      { fromAt: 5, toAt: 8 },
      { fromAt: 9, toAt: 10 },
    ]);
  });

  it("and what is covered share every second of the whole between them", () => {
    fc.assert(
      fc.property(windowArbitrary, fc.array(windowArbitrary, { maxLength: 10 }), (whole, windows) => {
        const ledger = ledgerOf(windows);
        const gaps = uncovered(whole, ledger);
        for (const second of SECONDS) {
          const expected = holds(whole, second) && countAt(ledger, second) === 0 ? 1 : 0;
          expect(countAt(gaps, second)).toBe(expected);
        }
        expect(gaps).toEqual(merge(gaps));
      }),
    );
  });
});

describe("joining windows", () => {
  it("joins those that touch or overlap, in whatever order they come", () => {
    const windows = [
      { fromAt: 7, toAt: 8 },
      { fromAt: 0, toAt: 2 },
      { fromAt: 2, toAt: 3 },
      { fromAt: 1, toAt: 2 },
    ];
    expect(merge(windows)).toEqual([
      { fromAt: 0, toAt: 3 },
      { fromAt: 7, toAt: 8 },
    ]);
  });

  it("keeps every second, leaves a gap between any two, and changes nothing when done again", () => {
    fc.assert(
      fc.property(fc.array(windowArbitrary, { maxLength: 10 }), (windows) => {
        const before = structuredClone(windows);
        const merged = merge(windows);
        for (const second of SECONDS) {
          expect(countAt(merged, second)).toBe(countAt(windows, second) > 0 ? 1 : 0);
        }
        expect(merged.every(({ toAt }, index) => toAt < (merged[index + 1]?.fromAt ?? Infinity))).toBe(true);
        expect(merge(merged)).toEqual(merged);
        expect(windows).toEqual(before);
      }),
    );
  });
});
