import { expect, it } from "vitest";
import { nameWaitBand, WAIT_BANDS } from "./waits";

it("has bands that follow each other without a gap, the last without an end", () => {
  for (const [index, { toSeconds }] of WAIT_BANDS.entries()) {
    expect(toSeconds).toBe(WAIT_BANDS[index + 1]?.fromSeconds ?? null);
  }
});

it("names bands in seconds under a minute and in minutes from there", () => {
  expect(WAIT_BANDS.map(({ id }) => nameWaitBand(id))).toEqual([
    "0–5 s",
    "5–10 s",
    "10–20 s",
    "20–30 s",
    "30–60 s",
    "1–2 min",
    "2–5 min",
    "5–10 min",
    "over 10 min",
  ]);
});

it("leaves what is no band as it is", () => {
  expect(nameWaitBand("7")).toBe("7");
});
