import { describe, expect, it } from "vitest";
import type { Coverage, DatasetReply } from "@/lib/shared/contract";
import { describeGaps, edgesOf, gapsIn, placeGaps } from "./gaps";

const at = (text: string) => Date.parse(text);
const part = (from: string, to: string, state: Coverage["state"]): Coverage => ({ from, to, state, readAt: null });

function replyOf(buckets: string[]): DatasetReply {
  const meta = {
    from: "",
    to: "",
    timeZone: "Asia/Kolkata",
    generatedAt: "2026-11-22T09:00:00Z",
    dataThrough: null,
    complete: false,
    setAside: 0,
    unread: 0,
    stale: 0,
  };
  return {
    columns: [{ id: "bucket", label: "Start", unit: "bucket" }],
    rows: buckets.map((bucket) => ({ bucket })),
    meta,
    leftOut: [],
  };
}

describe("the gaps of the sync", () => {
  const coverage = [
    part("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", "copied"),
    part("2026-11-19T00:00:00Z", "2026-11-19T06:00:00Z", "failed"),
    part("2026-11-19T06:00:00Z", "2026-11-19T12:00:00Z", "missing"),
    part("2026-11-19T12:00:00Z", "2026-11-22T08:30:00Z", "copied"),
    part("2026-11-22T08:30:00Z", "2026-11-22T09:00:00Z", "missing"),
  ];

  it("is joined where it lies together, cut to the range, and without the newest quarter of an hour", () => {
    expect(
      gapsIn(coverage, at("2026-11-19T03:00:00Z"), at("2026-11-23T00:00:00Z"), at("2026-11-22T09:00:00Z")),
    ).toEqual([
      { fromAt: at("2026-11-19T03:00:00Z"), toAt: at("2026-11-19T12:00:00Z") },
      { fromAt: at("2026-11-22T08:30:00Z"), toAt: at("2026-11-22T08:45:00Z") },
    ]);
  });

  it("is nothing where only the newest minutes are on their way", () => {
    const fresh = [part("2026-11-22T08:50:00Z", "2026-11-22T09:00:00Z", "missing")];
    expect(gapsIn(fresh, 0, at("2026-11-23T00:00:00Z"), at("2026-11-22T09:00:00Z"))).toEqual([]);
  });

  it("lies on the axis where its local buckets do", () => {
    const reply = replyOf(["2026-11-18", "2026-11-19"]);
    // Midnight in Kolkata is 18:30 the day before in UTC.
    expect(edgesOf(reply)).toEqual(
      ["2026-11-17T18:30:00Z", "2026-11-18T18:30:00Z", "2026-11-19T18:30:00Z"].map((text) => at(text)),
    );
    const noonToEnd = { fromAt: at("2026-11-18T06:30:00Z"), toAt: at("2026-11-20T00:00:00Z") };
    expect(placeGaps([noonToEnd], reply)).toEqual([{ from: 0.5, to: 2 }]);
  });

  it("is said in the report's zone, and how many more there are", () => {
    const gap = { fromAt: at("2026-11-18T06:30:00Z"), toAt: at("2026-11-18T07:30:00Z") };
    expect(describeGaps([gap], "Asia/Kolkata")).toBe("Not copied yet: 18 Nov 2026, 12:00 – 18 Nov 2026, 13:00");
    expect(describeGaps([gap, gap, gap], "Asia/Kolkata")).toMatch(/ and 1 more$/);
  });
});
