import { describe, expect, it } from "vitest";
import { describeBin, type HistogramBin, nameEdge, placeOf, summarizeBins } from "./histogram-model";

const bin = (key: string, from: number, to: number | null, answered: number, abandoned: number): HistogramBin => ({
  key,
  label: key,
  from,
  to,
  values: { answered, abandoned },
});
const BINS = [bin("0–10 s", 0, 10, 1200, 4), bin("10–30 s", 10, 30, 90, 10), bin("over 30 s", 30, null, 6, 1)];
const PARTS = [
  { key: "answered", label: "Answered", colour: "" },
  { key: "abandoned", label: "Abandoned", colour: "" },
];

describe("a histogram in words", () => {
  it("says a column part by part", () => {
    expect(BINS.map((each) => describeBin(each, PARTS))[1]).toBe("10–30 s: 100, 90 answered, 10 abandoned");
  });
  it("says in one sentence where most are, and how many are at the end", () => {
    expect(summarizeBins(BINS, PARTS)).toBe(
      "Of 1,311 answered and abandoned, most (1,204) waited 0–10 s; 7 waited over 30 s.",
    );
  });
  it("says that there is nothing", () => {
    expect(summarizeBins([bin("0–10 s", 0, 10, 0, 0)], PARTS)).toBe("Nobody waited in this range.");
  });
});

describe("a threshold's place along the columns", () => {
  it("is a band's edge where it is one", () => {
    expect(placeOf(10, BINS)).toBeCloseTo(1 / 3);
    expect(placeOf(30, BINS)).toBeCloseTo(2 / 3);
  });
  it("is within its band elsewhere, in proportion to it", () => {
    expect(placeOf(15, BINS)).toBeCloseTo((1 + 5 / 20) / 3);
  });
  it("is nowhere in the band without an end, and nowhere at zero", () => {
    expect([placeOf(31, BINS), placeOf(0, BINS)]).toEqual([null, null]);
  });
});

it("names edges in their largest whole unit", () => {
  expect([0, 5, 30, 60, 90, 600].map(nameEdge)).toEqual(["0", "5s", "30s", "1m", "1m 30s", "10m"]);
});
