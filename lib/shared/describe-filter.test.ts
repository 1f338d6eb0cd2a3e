import { expect, it } from "vitest";
import { describeFilter, describeFilters } from "./describe-filter";

it("says a filter by the names of its values, what it asks for before what it rules out", () => {
  const options = [
    { value: "qu-1", label: "Billing" },
    { value: "qu-2", label: "Störungsannahme" },
  ];
  expect(describeFilter("queue", ["qu-1", "!qu-2", "qu-9"], options)).toEqual([
    { id: "queue", label: "Queue is", value: "Billing, qu-9", values: ["qu-1", "qu-9"] },
    { id: "queue", label: "Queue is not", value: "Störungsannahme", values: ["!qu-2"] },
  ]);
});

it("says what must be there besides as a part of its own, so that it can be taken away alone", () => {
  expect(describeFilter("tag", ["a", "&b", "&c"]).map(({ value, values }) => [value, values])).toEqual([
    ["a", ["a"]],
    ["b", ["&b"]],
    ["c", ["&c"]],
  ]);
});

it("names weekdays and hours, which no copy has to be asked for", () => {
  const view = { from: null, to: null, weekday: ["1", "!7"], hour: ["13", "23"] };
  expect(describeFilters(view, undefined).map(({ label, value }) => `${label} ${value}`)).toEqual([
    "Weekday is Monday",
    "Weekday is not Sunday",
    "Hour is 13:00–14:00, 23:00–00:00",
  ]);
});

it("says a value that looks like a mark as it is, and keeps it for what it is", () => {
  expect(describeFilter("disposition", ["\\!urgent", "!\\&co"])).toEqual([
    { id: "disposition", label: "Disposition is", value: "!urgent", values: ["\\!urgent"] },
    { id: "disposition", label: "Disposition is not", value: "&co", values: ["!\\&co"] },
  ]);
});

it("says a tag without its escapes, or by the name that the menu has for it", () => {
  const tags = ["session/order:id\\:5", "order\\:id"];
  expect(describeFilter("tag", tags)[0]?.value).toBe("session/order:id:5, order:id");
  expect(describeFilter("tag", tags, [{ value: "order\\:id", label: "The order" }])[0]?.value).toBe(
    "session/order:id:5, The order",
  );
});
