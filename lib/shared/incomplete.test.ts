import { expect, it } from "vitest";
import { describeIncomplete } from "./incomplete";

it("says in words what the numbers of a range do not hold", () => {
  expect(describeIncomplete({ setAside: 4, unread: 3, stale: 12 })).toEqual([
    "4 records of this range are set aside",
    "3 conversations have parts that could not be read",
    "12 conversations wait for a re-reading",
  ]);
});

it("says one as one, thousands with a comma, and nothing of none", () => {
  expect(describeIncomplete({ setAside: 1, unread: 1, stale: 1 })).toEqual([
    "1 record of this range is set aside",
    "1 conversation has parts that could not be read",
    "1 conversation waits for a re-reading",
  ]);
  expect(describeIncomplete({ setAside: 0, unread: 1200, stale: 0 })).toEqual([
    "1,200 conversations have parts that could not be read",
  ]);
  expect(describeIncomplete({ setAside: 0, unread: 0, stale: 0 })).toEqual([]);
});
