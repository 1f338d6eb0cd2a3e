import { describe, expect, it } from "vitest";
import { METRICS, ROW_METRICS } from "./catalogue";
import { readGlossary } from "./glossary";
import { TERM_GROUPS } from "./terms";

const entries = readGlossary().flatMap((group) => group.entries);
const entryOf = (id: string) => entries.find((entry) => entry.id === id);

describe("the glossary", () => {
  it("names every metric of the catalogue exactly once", () => {
    const named = entries.flatMap(({ names }) => names.map(({ id }) => id));
    expect(named.toSorted()).toEqual([...METRICS, ...ROW_METRICS].map(({ id }) => id).toSorted());
  });

  it("gives every address on its page to one thing alone", () => {
    const durations = entries.filter(({ id, names }) => names[0]?.id !== id);
    const addresses = [
      ...readGlossary().map(({ id }) => `group-${id}`),
      ...TERM_GROUPS.map(({ id }) => `group-${id}`),
      ...durations.map(({ id }) => id),
      ...METRICS.map(({ id }) => id),
    ];
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("holds the statistics of a duration in one entry", () => {
    expect(entryOf("waitSeconds")).toEqual({
      id: "waitSeconds",
      label: "Wait",
      definition: "From entering the queue to the agent’s acceptance, over offered and answered entries.",
      unit: "seconds",
      good: "down",
      leavesOut: ["missing", "negative"],
      names: [
        { id: "waitSecondsAverage", label: "average" },
        { id: "waitSecondsMedian", label: "median" },
        { id: "waitSecondsP90", label: "90th percentile" },
        { id: "waitSecondsLongest", label: "longest" },
        { id: "waitSecondsCount", label: "records counted" },
        { id: "waitSecondsNegative", label: "left out as negative" },
      ],
      datasets: expect.arrayContaining(["queues", "heatmap", "trends"]),
    });
  });

  it("says of a ratio what stands above the line, below it, and what is left out", () => {
    expect(entryOf("serviceLevel")).toMatchObject({
      fraction: {
        above: "Offered entries answered within their queue’s threshold",
        below: "Offered entries",
        note: "The threshold is 20 s unless Settings set another.",
      },
      definition:
        "Offered entries answered within their queue’s threshold ÷ offered entries. The threshold is 20 s unless Settings set another.",
      good: "up",
      leavesOut: ["outbound", "callback", "shortAbandon"],
    });
  });

  it("explains every ratio by its parts", () => {
    const ratios = entries.filter(({ unit }) => unit === "ratio");
    expect(ratios.length).toBeGreaterThan(5);
    expect(ratios.filter(({ fraction }) => !fraction).map(({ id }) => id)).toEqual([]);
  });
});
