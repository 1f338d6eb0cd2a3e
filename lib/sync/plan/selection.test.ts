import { describe, expect, it } from "vitest";
import { selectedBy } from "@/lib/store/sync/selection-evidence";
import { answeredBy, conversation, type Fields, queueEntry, rowsOf } from "@/lib/sync/normalize/test-records";
import { evidenceOf } from "./selection";

const at = (time: string) => Date.parse(`2025-10-01T${time}Z`);
const WINDOW = { fromAt: at("10:00:00"), toAt: at("10:15:00") };

/** A conversation from and until a time of the first of October. */
const lasting = (start: string, end: string | null, fields: Fields = {}) =>
  conversation(`c-${start}`, {
    sessionStartTime: `2025-10-01T${start}`,
    ...(end !== null && { sessionEndTime: `2025-10-01T${end}` }),
    ...fields,
  });
const evidence = (...records: Fields[]) =>
  evidenceOf(
    WINDOW,
    records.map((fields) => rowsOf(fields)),
    0,
  );

describe("what a reply shows of the time by which the source selects", () => {
  it("is nothing where start and end both lie in the window, or the end is not known", () => {
    expect(evidence(lasting("10:01:00", "10:02:00"), lasting("10:14:59", null))).toEqual({ seen: 0, against: 0 });
  });

  it("speaks for the start where of all times that alone lies in the window", () => {
    const entered = {
      destinations: [
        queueEntry("qu-1", {
          EnterTime: "2025-10-01T10:15:30",
          ...answeredBy("u-1", {
            assignedAt: "2025-10-01T10:15:40",
            acceptedTime: "2025-10-01T10:15:50",
          }),
        }),
      ],
    };
    expect(evidence(lasting("10:14:00", "10:20:00"))).toEqual({ seen: 1, against: 0 });
    expect(evidence(lasting("10:14:00", "10:20:00", entered))).toEqual({ seen: 1, against: 0 });
  });

  it("is nothing where another of its times lies in the window too", () => {
    const entered = { destinations: [queueEntry("qu-1", { EnterTime: "2025-10-01T10:14:30" })] };
    expect(evidence(lasting("10:14:00", "10:20:00", entered))).toEqual({ seen: 0, against: 0 });
  });

  it("speaks against it where the start lies beyond the second that is asked for at both ends", () => {
    expect(evidence(lasting("09:59:58", "10:05:00"), lasting("10:15:02", "10:20:00"))).toEqual({ seen: 0, against: 2 });
    expect(evidence(lasting("09:59:59", "10:05:00"), lasting("10:15:01", "10:15:01"))).toEqual({ seen: 0, against: 0 });
  });
});

describe("what is known of it", () => {
  it.each([
    ["unknown", { seen: 0, windows: 0, against: 0 }],
    ["unknown", { seen: 9, windows: 9, against: 0 }],
    ["unknown", { seen: 500, windows: 2, against: 0 }],
    ["start", { seen: 10, windows: 3, against: 0 }],
    ["unknown", { seen: 0, windows: 0, against: 2 }],
    ["other", { seen: 0, windows: 0, against: 3 }],
    ["start", { seen: 20, windows: 8, against: 2 }],
    ["other", { seen: 20, windows: 8, against: 3 }],
    ["start", { seen: 412, windows: 90, against: 4 }],
    ["other", { seen: 412, windows: 90, against: 5 }],
  ] as const)("is %s by %o", (expected, given) => {
    expect(selectedBy(given)).toBe(expected);
  });
});
