import { describe, expect, it } from "vitest";
import { distinctNames } from "./names";

const namesOf = (...rows: [id: string, name: string][]) =>
  Object.fromEntries(distinctNames(rows.map(([id, name]) => ({ id, name }))));

describe("names of queues or agents", () => {
  it("are shown as they are where each is one's own", () => {
    expect(namesOf(["qu-1", "Billing"], ["qu-2", "Sales"])).toEqual({ "qu-1": "Billing", "qu-2": "Sales" });
  });

  it("carry the last four letters of the id where two share a name", () => {
    expect(namesOf(["qu-aaaa-3f9a", "Billing"], ["qu-aaaa-77c0", "Billing"], ["qu-3", "Sales"])).toEqual({
      "qu-aaaa-3f9a": "Billing (…3f9a)",
      "qu-aaaa-77c0": "Billing (…77c0)",
      "qu-3": "Sales",
    });
  });

  it("carry as much of the id as makes them differ", () => {
    expect(namesOf(["qu-x1-0000", "Billing"], ["qu-y1-0000", "Billing"])).toEqual({
      "qu-x1-0000": "Billing (…x1-0000)",
      "qu-y1-0000": "Billing (…y1-0000)",
    });
  });

  it("carry the whole id where it is short, or the end of another", () => {
    expect(namesOf(["7", "Billing"], ["17", "Billing"], ["qu-0000017", "Billing"])).toEqual({
      "7": "Billing (7)",
      "17": "Billing (17)",
      "qu-0000017": "Billing (…0017)",
    });
  });
});
