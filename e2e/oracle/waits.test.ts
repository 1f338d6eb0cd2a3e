import { expect, it } from "vitest";
import type { Entry } from "./conversation";
import { countWaits, isInBand } from "./waits";

const entry = (fields: Partial<Entry>): Entry => ({
  queueId: "q",
  isInbound: true,
  outcome: "answered",
  callback: null,
  waitSeconds: null,
  abandonSeconds: null,
  agentIds: [],
  ...fields,
});

it("counts an edge to the band below it, and nothing at all to the first", () => {
  expect(["0-5", "5-10"].map((band) => isInBand(entry({ waitSeconds: 5 }), band))).toEqual([true, false]);
  expect(isInBand(entry({ waitSeconds: 0 }), "0-5")).toBe(true);
  expect(isInBand(entry({ waitSeconds: 601 }), "600-")).toBe(true);
});

it("counts neither outbound entries nor callbacks nor what has no wait", () => {
  const callback = { isAccepted: false, waitSeconds: null };
  const others = [
    entry({ waitSeconds: 3, isInbound: false }),
    entry({ waitSeconds: 3, callback }),
    entry({}),
    entry({ waitSeconds: 3, outcome: "transferred" }),
  ];
  expect(others.some((other) => isInBand(other, "0-5"))).toBe(false);
});

it("counts those who gave up by how long they had waited", () => {
  const entries = [entry({ outcome: "abandoned", abandonSeconds: 70 }), entry({ waitSeconds: 61 })];
  const conversation = {} as never;
  const rows = countWaits([{ conversation, entries, segments: [], misses: [] }]);
  expect(rows.find(({ wait }) => wait === "60-120")).toEqual({
    wait: "60-120",
    fromSeconds: 60,
    toSeconds: 120,
    offeredAnswered: 1,
    offeredAbandoned: 1,
  });
});
