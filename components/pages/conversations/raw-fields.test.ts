import { describe, expect, it } from "vitest";
import { findFields } from "./raw-fields";

const RECORD = {
  channel: "Voice",
  destinations: [{ queueName: "Sales", agent: { name: "Ann", skills: [] } }, { queueName: "Billing" }],
  unheardOf: null,
  count: 7,
};

describe("the fields of a raw record", () => {
  it("are found by their name or their value, in any case, each with the way to it", () => {
    expect(findFields(RECORD, "queuename")).toEqual([
      { path: "destinations[0].queueName", value: "Sales" },
      { path: "destinations[1].queueName", value: "Billing" },
    ]);
    expect(findFields(RECORD, " SALE ")).toEqual([{ path: "destinations[0].queueName", value: "Sales" }]);
    expect(findFields(RECORD, "7")).toEqual([{ path: "count", value: 7 }]);
  });

  it("are found where they are empty, too", () => {
    expect(findFields(RECORD, "unheard")).toEqual([{ path: "unheardOf", value: null }]);
    expect(findFields(RECORD, "skills")).toEqual([{ path: "destinations[0].agent.skills", value: [] }]);
  });

  it("are none where nothing holds the text", () => {
    expect(findFields(RECORD, "zzz")).toEqual([]);
  });
});
