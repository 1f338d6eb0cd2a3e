import { describe, expect, it } from "vitest";
import { datePresets, formatRange, presetOf } from "./date-presets";

describe("formatRange", () => {
  it("writes what both days share only once", () => {
    expect(formatRange({ from: "2026-11-16", to: "2026-11-22" })).toBe("16 – 22 Nov 2026");
    expect(formatRange({ from: "2026-10-28", to: "2026-11-03" })).toBe("28 Oct – 3 Nov 2026");
    expect(formatRange({ from: "2025-12-30", to: "2026-01-02" })).toBe("30 Dec 2025 – 2 Jan 2026");
    expect(formatRange({ from: "2026-11-22", to: "2026-11-22" })).toBe("22 Nov 2026");
  });
  it("keeps times of day", () => {
    expect(formatRange({ from: "2026-11-22T09:00", to: "2026-11-22T13:00" })).toBe("22 Nov 2026, 09:00 – 13:00");
    expect(formatRange({ from: "2026-11-22T22:00", to: "2026-11-23T02:00" })).toBe(
      "22 Nov 2026, 22:00 – 23 Nov 2026, 02:00",
    );
  });
});

describe("datePresets", () => {
  it("counts today among the last days", () => {
    const week = datePresets("2026-11-22").find((preset) => preset.id === "last-7-days");
    expect(week).toMatchObject({ from: "2026-11-16", to: "2026-11-22" });
  });
  it("ends last month on its own last day", () => {
    const month = datePresets("2028-03-31").find((preset) => preset.id === "last-month");
    expect(month).toMatchObject({ from: "2028-02-01", to: "2028-02-29" });
  });
  it("recognizes a range that is a preset", () => {
    expect(presetOf({ from: "2026-11-21", to: "2026-11-21" }, "2026-11-22")?.label).toBe("Yesterday");
    expect(presetOf({ from: "2026-11-02", to: "2026-11-09" }, "2026-11-22")).toBeUndefined();
  });
});
