import { describe, expect, it } from "vitest";
import { barLabel } from "./bar-label";

/** `Billing · 12s` has 13 letters of 6.6 pixels and 16 pixels around them: 101.8. */
const bar = {
  startAt: "2026-11-22T10:00:00Z",
  endAt: "2026-11-22T10:00:12Z",
  kind: "waiting" as const,
  label: "Billing",
};

describe("the label of a bar", () => {
  it("is its name and its length where both fit", () =>
    expect(barLabel(bar, 102, 0)).toEqual({ inside: "Billing · 12s" }));
  it("is its name alone on a shorter one", () => expect(barLabel(bar, 100, 50)).toEqual({ inside: "Billing" }));
  it("stands beside a short one, whole, or at least its length", () => {
    expect(barLabel(bar, 10, 102)).toEqual({ beside: "Billing · 12s" });
    expect(barLabel(bar, 10, 100)).toEqual({ beside: "12s" });
  });
  it("is left out where the next bar follows at once", () =>
    expect(barLabel(bar, 10, 0)).toEqual({ beside: undefined }));
});
