import { describe, expect, it } from "vitest";
import { CallboardError } from "./errors";
import { HOUR_MS } from "./instants";
import { localTimeOf, type ReportRange, resolveRange } from "./range";

const NOW = Date.parse("2026-11-17T20:00:00Z");

const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);

function resolve(from?: string, to?: string, timeZone = "UTC"): ReportRange {
  return resolveRange({ from, to }, timeZone, NOW);
}

function instantsOf(from?: string, to?: string, timeZone = "UTC"): [string, string] {
  const { startAt, endAt } = resolve(from, to, timeZone);
  return [iso(startAt), iso(endAt)];
}

function refusalOf(from?: string, to?: string): string | undefined {
  try {
    resolve(from, to);
  } catch (error) {
    return error instanceof CallboardError ? error.details?.parameter : `threw ${error}`;
  }
  return "taken";
}

describe("a range", () => {
  it("is the last seven local days by default, today included", () => {
    expect(resolve()).toMatchObject({ from: "2026-11-11", to: "2026-11-17" });
    expect(instantsOf()).toEqual(["2026-11-11T00:00", "2026-11-18T00:00"]);
    // In Kolkata it is already the 18th.
    expect(resolve(undefined, undefined, "Asia/Kolkata")).toMatchObject({ from: "2026-11-12", to: "2026-11-18" });
  });

  it("of local days has its last day in it", () => {
    expect(instantsOf("2025-10-01", "2025-11-30", "Asia/Kolkata")).toEqual(["2025-09-30T18:30", "2025-11-30T18:30"]);
    expect(instantsOf("2025-10-01", "2025-10-01")).toEqual(["2025-10-01T00:00", "2025-10-02T00:00"]);
  });

  it("with a start only goes on until today, and is one day where it starts later", () => {
    expect(resolve("2026-11-01")).toMatchObject({ from: "2026-11-01", to: "2026-11-17" });
    expect(resolve("2026-11-17")).toMatchObject({ to: "2026-11-17" });
    expect(resolve("2027-01-05")).toMatchObject({ from: "2027-01-05", to: "2027-01-05" });
    expect(resolve("2026-11-17T18:00")).toMatchObject({ from: "2026-11-17T18:00", to: "2026-11-17" });
  });

  it("with an end only is the seven days that end with it", () => {
    expect(resolve(undefined, "2026-10-10")).toMatchObject({ from: "2026-10-04", to: "2026-10-10" });
    expect(instantsOf(undefined, "2026-10-10T12:00")).toEqual(["2026-10-04T00:00", "2026-10-10T12:00"]);
  });

  it("of date-times leaves out its end", () => {
    expect(instantsOf("2025-10-01T09:00", "2025-10-01T17:30")).toEqual(["2025-10-01T09:00", "2025-10-01T17:30"]);
    expect(instantsOf("2025-10-01T09:00", "2025-10-01T17:30", "Asia/Kolkata")).toEqual([
      "2025-10-01T03:30",
      "2025-10-01T12:00",
    ]);
  });

  it("of a date-time and a day has the whole day where it ends with one", () => {
    expect(instantsOf("2025-10-01T09:00", "2025-10-01")).toEqual(["2025-10-01T09:00", "2025-10-02T00:00"]);
    expect(instantsOf("2025-10-01", "2025-10-01T09:00")).toEqual(["2025-10-01T00:00", "2025-10-01T09:00"]);
  });

  it.each([
    ["2025-03-09", 23],
    ["2025-11-02", 25],
    ["2025-11-03", 24],
  ])("of the one day %s in New York has %i hours", (day, hours) => {
    const { startAt, endAt } = resolve(day, day, "America/New_York");
    expect((endAt - startAt) / HOUR_MS).toBe(hours);
  });

  it("takes a time that the clocks skip for the one an hour later, and one that they repeat for the first", () => {
    expect(instantsOf("2025-03-09T02:30", "2025-03-09T12:00", "America/New_York")[0]).toBe("2025-03-09T07:30");
    expect(instantsOf("2025-11-02T01:30", "2025-11-02T12:00", "America/New_York")[0]).toBe("2025-11-02T05:30");
  });

  it.each<[string | undefined, string | undefined, string]>([
    ["2025-02-30", undefined, "from"],
    ["2025-1-1", undefined, "from"],
    ["", undefined, "from"],
    ["2025-10-01T25:00", undefined, "from"],
    ["2025-10-01T09:00:00", undefined, "from"],
    ["2025-10-01T09:00Z", undefined, "from"],
    ["1999-12-31", "2000-01-05", "from"],
    [undefined, "2101-01-01", "to"],
    ["2025-10-01", "tomorrow", "to"],
    ["2025-10-02", "2025-10-01", "from"],
    ["2025-10-01T09:00", "2025-10-01T09:00", "from"],
  ])("from %j to %j is refused, naming the parameter", (from, to, parameter) => {
    expect(refusalOf(from, to)).toBe(parameter);
  });

  it("that Apia never had is refused, since it is empty", () => {
    expect(() => resolve("2011-12-30", "2011-12-30", "Pacific/Apia")).toThrow(CallboardError);
  });
});

describe("local time", () => {
  it("is the reading of the local clock", () => {
    expect(localTimeOf(Date.parse("2025-09-30T22:56:43Z"), "Asia/Kolkata")).toBe("2025-10-01T04:26:43");
    expect(localTimeOf(Date.parse("2025-11-02T06:30:00Z"), "America/New_York")).toBe("2025-11-02T01:30:00");
  });
});
