import { expect, it } from "vitest";
import { nameHour } from "./week";

it("names an hour by both its ends, and the last of the day ends at midnight", () => {
  expect([0, 9, 13, 23].map(nameHour)).toEqual(["00:00–01:00", "09:00–10:00", "13:00–14:00", "23:00–00:00"]);
});
