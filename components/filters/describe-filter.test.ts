import { expect, it } from "vitest";
import { splitFilter } from "@/lib/shared/filters";
import { describeFilter, joinFilter } from "./describe-filter";

it("says a filter by the names of its values, what it asks for before what it rules out", () => {
  const options = [
    { value: "qu-1", label: "Billing" },
    { value: "qu-2", label: "Störungsannahme" },
  ];
  expect(describeFilter("queue", ["qu-1", "!qu-2", "qu-9"], options)).toEqual([
    { id: "queue", isExcluded: false, label: "Queue is", value: "Billing, qu-9" },
    { id: "queue", isExcluded: true, label: "Queue is not", value: "Störungsannahme" },
  ]);
});

it("joins what was chosen into values that split into the same again", () => {
  expect(splitFilter(joinFilter(["A"], ["B", "C"]))).toEqual({ included: ["A"], excluded: ["B", "C"], required: [] });
});
