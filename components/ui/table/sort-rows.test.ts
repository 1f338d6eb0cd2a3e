import { describe, expect, it } from "vitest";
import { findOptions } from "@/components/ui/form/find-options";
import { splitUnit } from "@/components/ui/panel/tile";
import { sortRows } from "./sort-rows";

const rows = [
  { name: "Queue 10", wait: 5 },
  { name: "Queue 9", wait: null },
  { name: "Äpfel", wait: 20 },
];
const names = (column: string, isDescending: boolean) =>
  sortRows(rows, { column, isDescending }).map(({ name }) => name);

describe("sortRows", () => {
  it("keeps the order given without a sort", () => {
    expect(sortRows(rows)).toEqual(rows);
  });
  it("puts missing values last both ways", () => {
    expect(names("wait", true)).toEqual(["Äpfel", "Queue 10", "Queue 9"]);
    expect(names("wait", false)).toEqual(["Queue 10", "Äpfel", "Queue 9"]);
  });
  it("sorts names as people do, numbers in them as numbers", () => {
    expect(names("name", false)).toEqual(["Äpfel", "Queue 9", "Queue 10"]);
  });
});

describe("findOptions", () => {
  it("finds every word in any order, whatever the accents", () => {
    const options = ["Störungsannahme Mobilfunk", "Mobilfunk Verkauf"].map((label) => ({ value: label, label }));
    expect(findOptions(options, "mobil storung").map((option) => option.label)).toEqual(["Störungsannahme Mobilfunk"]);
    expect(findOptions(options, " ")).toHaveLength(2);
  });
});

describe("splitUnit", () => {
  it("sets a unit after a space apart and keeps durations whole", () => {
    expect(splitUnit("78.4 %")).toEqual({ number: "78.4", unit: "%" });
    expect(splitUnit("6m 12s")).toEqual({ number: "6m 12s", unit: "" });
    expect(splitUnit("–")).toEqual({ number: "–", unit: "" });
  });
});
