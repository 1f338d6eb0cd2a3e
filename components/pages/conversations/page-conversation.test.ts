import { describe, expect, it } from "vitest";
import { trimForPage } from "./page-conversation";
import { conversationWith } from "./test-conversation";

describe("what the page of a conversation is sent", () => {
  it("is all of a usual one", () => {
    const usual = { ...conversationWith(2), raw: { csatScore: 5 }, profile: { city: "Berlin" } };
    expect(trimForPage(usual)).toEqual({ conversation: usual, rawLength: null });
  });

  it("is little of a record of megabytes: long texts cut as they are shown, the raw record told by its length", () => {
    const long = "x".repeat(5_000_000);
    const whole = { ...conversationWith(1), profile: { note: long }, raw: { note: long } };
    const { conversation, rawLength } = trimForPage(whole);
    expect(rawLength).toBe('{"note":""}'.length + 5_000_000);
    expect(conversation.raw).toBeUndefined();
    expect(conversation.profile).toEqual({ note: `${"x".repeat(2000)}…` });
    expect(JSON.stringify(conversation).length).toBeLessThan(10_000);
  });

  it("says that there is no raw record to see where there is none to see", () => {
    expect(trimForPage(conversationWith(0))).toMatchObject({ conversation: { raw: null }, rawLength: null });
  });
});
