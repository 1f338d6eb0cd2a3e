import { describe, expect, it } from "vitest";
import { readContext } from "./context";
import { conversation, type Fields } from "./test-records";

const contextOf = (fields: Fields) =>
  readContext(JSON.stringify(conversation("c-1", { customerinfo: null, ...fields })));

describe("what only the page of one conversation shows", () => {
  it("is empty for a record that carries none of it", () => {
    expect(contextOf({})).toEqual({ dispositionRemarks: [], skills: [], tones: [], profile: {} });
    expect(contextOf({ metaInfo: null, skills: null })).toEqual(contextOf({}));
  });

  it("has the remarks as they are", () => {
    expect(contextOf({ dispositionRemarks: ["-", "Call again", ""] })?.dispositionRemarks).toEqual(["-", "Call again"]);
  });

  it("has skills by their names, whether they come as texts or as objects", () => {
    const skills = ["Spanish", { name: "Billing", id: "sk-1" }, { id: "sk-2" }, 7];
    expect(contextOf({ skills })?.skills).toEqual(["Spanish", "Billing", '{"id":"sk-2"}', "7"]);
  });

  it("has the tones, wherever they stand, and none without a name", () => {
    const joy = { tone_name: "joy", level: -3, count: 2, totalLevel: -6 };
    const metaInfo = {
      agentTransferConfig: { dialog_tone: [joy, { level: 1 }] },
      dialog_tone: [{ tone_name: "sad" }],
    };
    expect(contextOf({ metaInfo })?.tones).toEqual([
      { name: "joy", level: -3, count: 2 },
      { name: "sad", level: null, count: null },
    ]);
  });

  it("has the first two thousand parts of a profile of very many, and does not look through the rest", () => {
    const metaInfo = Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`part${index}`, index]));
    const context = contextOf({ metaInfo });
    expect(Object.keys(context?.profile ?? {})).toHaveLength(2000);
    expect(context?.profile.part1999).toBe("1999");
  });

  it("has the profile by the paths of its parts, without the empty ones and those shown elsewhere", () => {
    const context = contextOf({
      customerinfo: { CustomerEmail: "jane@example.com", CustomerLastName: "" },
      metaInfo: {
        workinghours: { workstart: "8:00 AM" },
        identities: [{ val: "cs-1", type: "mapped" }],
        agentTransferConfig: { lastIntentName: "Pay", overrideAgents: false, dialog_tone: [{ tone_name: "joy" }] },
        jTitle: "",
        dept: null,
        age: 0,
      },
    });
    expect(context?.profile).toEqual({
      CustomerEmail: "jane@example.com",
      "workinghours.workstart": "8:00 AM",
      "identities.0.val": "cs-1",
      "identities.0.type": "mapped",
      "agentTransferConfig.overrideAgents": "false",
      age: "0",
    });
  });

  it("is nothing for a record that cannot be read", () => {
    expect(readContext('{"channel":"Voice"}')).toBeNull();
  });
});
