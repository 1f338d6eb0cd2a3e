import { describe, expect, it } from "vitest";
import { judge } from "./judge";

/** So many of a hundred. */
const rate = (share: number, records = 100) => ({ records, sum: share * records, squares: share * records });
const count = (value: number) => ({ records: value, sum: value, squares: value });
/** Half of the records 5 s below the mean, half 5 s above it. */
const average = (mean: number, records = 100) => ({
  records,
  sum: mean * records,
  squares: (mean ** 2 + 25) * records,
});

describe("a rate of which more is good", () => {
  const usual = [rate(0.72), rate(0.8), rate(0.88)];

  it("is much worse where it lies further below than the usual is wide", () => {
    // 0.16 wide, 0.31 below: 1.9375 widths.
    expect(judge(rate(0.41), usual, "ratio", "up")).toEqual({
      severity: "much worse",
      value: 0.41,
      usualLow: 0.72,
      usualHigh: 0.88,
      spans: 3,
      excess: 1.9375,
    });
  });

  it("is worse where it lies less far below, and better above", () => {
    expect(judge(rate(0.6), usual, "ratio", "up")).toMatchObject({ severity: "worse", excess: 0.75 });
    expect(judge(rate(0.98), usual, "ratio", "up")).toMatchObject({ severity: "better", excess: 0.625 });
    expect(judge(rate(0.98), usual, "ratio", "down")).toMatchObject({ severity: "worse" });
  });

  it.each([
    ["lies within", rate(0.8), usual],
    ["is less than a quarter of the width outside", rate(0.69), usual],
    ["is over fewer than 20 records", rate(0.2, 19), usual],
    ["has only two earlier spans to go by", rate(0.41), usual.slice(1)],
    [
      "could be chance: 5 of 20 against 124 of 300 is 1.4 standard errors",
      rate(0.25, 20),
      [0.41, 0.41, 0.42].map((share) => rate(share)),
    ],
    ["is less than 2 points outside", rate(0.515, 100_000), [0.5, 0.5, 0.5].map((share) => rate(share, 100_000))],
  ])("is nothing unusual where it %s", (_, now, earlier) => {
    expect(judge(now, earlier, "ratio", "up")).toBeNull();
  });

  it("is no matter where neither more nor less of it is good", () => {
    expect(judge(rate(0.1), usual, "ratio", null)).toBeNull();
  });
});

it("an average is judged by its spread, a count by its size", () => {
  const waits = [average(20), average(21), average(22)];
  expect(judge(average(30), waits, "seconds", "down")).toMatchObject({ severity: "much worse", usualHigh: 22 });
  expect(judge(average(24), waits, "seconds", "down"), "2 s are less than a tenth of 22").toBeNull();
  expect(judge(count(17), [count(2), count(9), count(4)], "count", "down")).toMatchObject({ severity: "much worse" });
  expect(judge(count(9), [count(0), count(0), count(0)], "count", "down"), "fewer than ten").toBeNull();
});
