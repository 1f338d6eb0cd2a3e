import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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

/** These stand in for all of d3-scale: a Recharts that asks for more would find nothing and draw nothing. */
describe("what the installed Recharts asks of d3-scale", () => {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve("recharts/package.json"));
  const IMPORT = /import (.+) from ['"]victory-vendor\/d3-scale['"]/;

  it("is asked by these files alone", () => {
    const files = readdirSync(join(root, "es6"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".js"),
    );
    const imports = files.flatMap((file) => {
      const [, names] = IMPORT.exec(readFileSync(join(root, "es6", file), "utf8")) ?? [];
      return names === undefined ? [] : [`${file}: ${names}`];
    });
    expect(imports.sort()).toEqual([
      // Neither brushes nor sunbursts are drawn here.
      "cartesian/Brush.js: { scalePoint }",
      "chart/SunburstChart.js: { scaleLinear }",
      "state/selectors/combiners/combineConfiguredScale.js: * as d3Scales",
      "state/selectors/combiners/combineRealScaleType.js: * as d3Scales",
    ]);
  });

  it.each([
    ["linear", scaleLinear, [0, 10], 5],
    ["band", scaleBand, ["a", "b"], "b"],
  ] as const)("is of a %s scale no member that ours lacks", (_, make, domain, value) => {
    const { rechartsScaleFactory } = require("recharts/lib/util/scale/RechartsScale");
    const asked = new Set<string | symbol>();
    const scale = new Proxy(make(), { get: (target, name) => asked.add(name) && Reflect.get(target, name) });
    scale.domain([...domain] as never);
    scale.range([0, 100]);
    const wrapped = rechartsScaleFactory(scale);
    expect(wrapped.map(value, { position: "start" })).toBe(50);
    expect([wrapped.domain(), wrapped.range(), wrapped.isInRange(50)]).toEqual([domain, [0, 100], true]);
    wrapped.bandwidth?.();
    // Recharts does without `ticks`: the charts here compute their own.
    expect([...asked].filter((name) => name !== "ticks" && name !== "bandwidth").sort()).toEqual(["domain", "range"]);
    expect(wrapped.ticks).toBeUndefined();
  });
});
