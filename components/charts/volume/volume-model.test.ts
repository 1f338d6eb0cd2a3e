import { describe, expect, it } from "vitest";
import { announceVolume, levelOf, summarizeVolume } from "./volume-model";

const tuesday = {
  bucket: "2026-11-17",
  conversations: 10,
  answered: 6,
  contained: 3,
  abandoned: 1,
  unanswered: 0,
  open: 0,
};
const wednesday = {
  bucket: "2026-11-18",
  conversations: 30,
  answered: 24,
  contained: 6,
  abandoned: 0,
  unanswered: 0,
  open: 0,
};

describe("levelOf", () => {
  it("finds the segment that a height falls into", () => {
    expect(levelOf([6, 3, 1], 0)).toBe(1);
    expect(levelOf([6, 3, 1], 6)).toBe(2);
    expect(levelOf([6, 0, 1], 6.5)).toBe(3);
  });
  it("is the whole bucket above the stack and under the axis", () => {
    expect(levelOf([6, 3, 1], 10)).toBe(0);
    expect(levelOf([6, 3, 1], -1)).toBe(0);
  });
});

describe("summarizeVolume", () => {
  it("says how many, how many answered, and when most came", () => {
    expect(summarizeVolume([tuesday, wednesday], "day")).toBe(
      "40 conversations in 2 days, 75.0 % answered; most in Wed 18 Nov (30).",
    );
  });
  it("says that there are none", () => {
    expect(summarizeVolume([], "day")).toBe("No conversations in this range.");
  });
});

describe("announceVolume", () => {
  it("says the bucket, its parts and the compared total", () => {
    expect(announceVolume(tuesday, "day", 0, 12)).toBe(
      "Tue 17 Nov: 10 conversations. Answered 6, Contained by bot 3, Abandoned 1; 12 in the compared range.",
    );
  });
  it("says one outcome of the bucket", () => {
    expect(announceVolume(tuesday, "day", 2, null)).toBe("Tue 17 Nov, Contained by bot: 3 of 10.");
  });
});
