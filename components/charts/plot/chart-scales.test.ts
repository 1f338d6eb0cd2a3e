import { describe, expect, it } from "vitest";
import { scaleBand, scaleLinear } from "./chart-scales";

describe("a chart's scales, called as Recharts calls d3's", () => {
  it("place numbers between two ends, also where the range runs upwards", () => {
    const scale = scaleLinear();
    scale.domain([0, 200]);
    scale.range([240, 40]);
    expect([0, 50, 200, 250].map(scale)).toEqual([240, 190, 40, -10]);
    expect([scale(null), scale(undefined)]).toEqual([undefined, undefined]);
    expect([scale.domain(), scale.range()]).toEqual([
      [0, 200],
      [240, 40],
    ]);
  });

  it("answer the foot where both ends of the domain are one", () => {
    const scale = scaleLinear();
    scale.domain([5, 5]);
    scale.range([100, 0]);
    expect(scale(5)).toBe(100);
  });

  it("give each name the same room, and say where it begins", () => {
    const scale = scaleBand();
    scale.domain(["Mon", "Tue", "Wed", "Thu"]);
    scale.range([40, 440]);
    expect(["Mon", "Tue", "Thu", "Sun"].map(scale)).toEqual([40, 140, 340, undefined]);
    expect(scale.bandwidth()).toBe(100);
  });

  it("have room for nobody where there are no names", () => {
    const scale = scaleBand();
    scale.domain([]);
    scale.range([40, 440]);
    expect(scale("Mon")).toBeUndefined();
  });
});
