import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HEAT_STEPS, heatStep, heatStyle } from "./heat";

const tokens = readFileSync("app/tokens.css", "utf8");

function colourOf(variable: string, theme: "light" | "dark"): string {
  const match = new RegExp(`${variable.slice(4, -1)}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens);
  return (theme === "light" ? match?.[1] : match?.[2]) ?? "";
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe("heatStyle", () => {
  it.each(["light", "dark"] as const)("keeps the number readable on every step in the %s theme", (theme) => {
    for (let step = 0; step <= HEAT_STEPS; step += 1) {
      const { background, color } = heatStyle(step);
      expect(contrast(colourOf(background, theme), colourOf(color, theme))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("heatStep", () => {
  it("leaves the wash out of empty cells alone", () => {
    expect(heatStep(0, 3904)).toBe(0);
    expect(heatStep(1, 3904)).toBe(1);
  });
  it("gives the largest the strongest wash", () => {
    expect(heatStep(3904, 3904)).toBe(HEAT_STEPS);
    expect(heatStep(1, 1)).toBe(HEAT_STEPS);
  });
});
