import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatVendorTime, isBelievable, parseVendorTime } from "./time";

const INDIA = -330;
const NEW_YORK_IN_WINTER = 300;

function read(text: string | null | undefined, offset = 0): string | null {
  const instant = parseVendorTime(text, offset);
  return instant === null ? null : new Date(instant).toISOString();
}

describe("reading a time of the vendor's", () => {
  it.each([
    ["as the sample writes it, in India", "2025-10-01T04:26:43", INDIA, "2025-09-30T22:56:43.000Z"],
    ["in New York in winter", "2025-01-10T22:25:54", NEW_YORK_IN_WINTER, "2025-01-11T03:25:54.000Z"],
    ["in UTC", "2025-10-01T04:26:43", 0, "2025-10-01T04:26:43.000Z"],
    [
      "as the page's examples write it, with a blank and one digit of hour",
      "2023-01-10 2:25:54",
      0,
      "2023-01-10T02:25:54.000Z",
    ],
    ["with one digit of hour, in India", "2023-01-10 2:25:54", INDIA, "2023-01-09T20:55:54.000Z"],
    ["as the request writes it", "2022-08-25 07:20:15", 0, "2022-08-25T07:20:15.000Z"],
    ["with milliseconds", "2025-10-01T04:26:43.5", 0, "2025-10-01T04:26:43.500Z"],
    ["with more digits than milliseconds have", "2025-10-01T04:26:43.123999", 0, "2025-10-01T04:26:43.123Z"],
    ["with blanks around it", " 2025-10-01T04:26:43 ", 0, "2025-10-01T04:26:43.000Z"],
    ["without seconds", "2025-10-01T10:00", 0, "2025-10-01T10:00:00.000Z"],
    ["with single digits and slashes", "2025/1/2 3:04:05", 0, "2025-01-02T03:04:05.000Z"],
    ["with a half of the day", "2025-10-01 2:25:54 PM", 0, "2025-10-01T14:25:54.000Z"],
    ["at midnight by a half of the day", "2025-10-01 12:00:00 am", 0, "2025-10-01T00:00:00.000Z"],
    ["in Unix seconds, which have no zone", "1759271203", INDIA, "2025-09-30T22:26:43.000Z"],
    ["in Unix milliseconds", "1759271203500", INDIA, "2025-09-30T22:26:43.500Z"],
    ["on a leap day", "2024-02-29T00:00:00", 0, "2024-02-29T00:00:00.000Z"],
  ])("%s", (_, text, offset, expected) => {
    expect(read(text, offset)).toBe(expected);
  });

  it.each([
    ["Z", "2025-10-01T02:10:57.780Z", "2025-10-01T02:10:57.780Z"],
    ["with a blank", "2025-10-01 02:10:57 Z", "2025-10-01T02:10:57.000Z"],
    ["UTC", "2025-10-01 02:10:57 UTC", "2025-10-01T02:10:57.000Z"],
    ["in hours alone", "2025-10-01T07:10:57+05", "2025-10-01T02:10:57.000Z"],
    ["east of Greenwich", "2025-10-01T07:40:57+05:30", "2025-10-01T02:10:57.000Z"],
    ["east of Greenwich, without a colon", "2025-10-01T07:40:57+0530", "2025-10-01T02:10:57.000Z"],
    ["west of Greenwich", "2025-10-01T07:40:57-05:00", "2025-10-01T12:40:57.000Z"],
  ])("takes a zone that stands in the text before the offset that was asked for: %s", (_, text, expected) => {
    expect([INDIA, NEW_YORK_IN_WINTER, 0].map((offset) => read(text, offset))).toEqual([expected, expected, expected]);
  });

  it("reads the sample's callback and its queue time as the same half hour", () => {
    const callback = parseVendorTime("2025-10-01T02:10:57.780Z", INDIA) ?? 0;
    const enter = parseVendorTime("2025-10-01T07:40:36", INDIA) ?? 0;
    expect(callback - enter).toBe(21_780);
  });

  it.each([
    "2025-02-29T00:00:00",
    "2025-02-30T00:00:00",
    "2025-04-31T00:00:00",
    "2025-13-01T00:00:00",
    "2025-00-10T00:00:00",
    "2025-10-00T00:00:00",
    "2025-10-01T24:00:00",
    "2025-10-01T10:60:00",
    "2025-10-01T10:00:60",
    "2025-10-01",
    "10/01/2025 10:00:00",
    "2025-10-01 13:00:00 PM",
    "175927120",
    "17592712030",
    "yesterday",
    "",
    " ",
    null,
    undefined,
  ])("has no time in %j", (text) => {
    expect(read(text)).toBeNull();
  });

  it("gives an instant or null for any text, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\d[T ]\d\d?:\d\d:\d\d(\.\d+)?Z?$/)),
        (text) => {
          const instant = parseVendorTime(text, 0);
          expect(instant === null || Number.isInteger(instant)).toBe(true);
        },
      ),
    );
  });
});

describe("an instant that can be", () => {
  const READ_AT = Date.parse("2026-11-16T15:00:00Z");

  it.each([
    ["2009-12-31T23:59:59.999Z", false],
    ["2010-01-01T00:00:00.000Z", true],
    ["2026-11-17T15:00:00.000Z", true],
    ["2026-11-17T15:00:00.001Z", false],
    ["9999-12-31T23:59:59.000Z", false],
  ])("lies neither before 2010 nor more than a day after the reading: %s", (text, expected) => {
    expect(isBelievable(Date.parse(text), READ_AT)).toBe(expected);
  });

  it("is not the zero date, however it is written", () => {
    for (const text of ["0001-01-01T00:00:00", "0001-01-01 00:00:00Z", "1970-01-01T00:00:00Z", "1900-01-01T00:00:00"]) {
      expect(isBelievable(parseVendorTime(text, 0) ?? 0, READ_AT)).toBe(false);
    }
  });
});

describe("writing a time of a request", () => {
  it.each([
    [INDIA, "2025-10-01 04:26:43"],
    [0, "2025-09-30 22:56:43"],
    [NEW_YORK_IN_WINTER, "2025-09-30 17:56:43"],
  ])("gives date and time of day at offset %i", (offset, expected) => {
    expect(formatVendorTime(Date.parse("2025-09-30T22:56:43Z"), offset)).toBe(expected);
  });

  it("is undone by reading, for every second and every offset", () => {
    const seconds = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2100, 0) / 1000 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -840, max: 840 }), (second, offset) => {
        expect(parseVendorTime(formatVendorTime(second * 1000, offset), offset)).toBe(second * 1000);
      }),
    );
  });
});
