import { describe, expect, it } from "vitest";
import sample from "@/e2e/simulator/fixtures/sample-response.json";
import type { ConversationRow } from "@/lib/store/schema/schema";
import { answeredBy, conversation, type Fields, missedBy, queueEntry, rowsOf, STARTED_AT } from "./test-records";

function conversationOf(fields: Fields, timeZoneOffset = 0): ConversationRow | undefined {
  return rowsOf(fields, timeZoneOffset).conversations[0];
}

describe("the row of a conversation", () => {
  it("has its instants in UTC, whatever offset was asked for", () => {
    const fields = conversation("c-1", {
      sessionStartTime: "2025-10-01T10:00:00",
      sessionEndTime: "2025-10-01T10:01:30",
    });
    expect(conversationOf(fields, 0)).toMatchObject({ startedAt: STARTED_AT, endedAt: STARTED_AT + 90_000 });
    const inIndia = Date.parse("2025-10-01T04:30:00Z");
    expect(conversationOf(fields, -330)).toMatchObject({ startedAt: inIndia, durationSeconds: 90 });
  });

  it("keeps a session that ends before it starts, as a negative duration that can be counted", () => {
    expect(conversationOf(conversation("c-1", { sessionEndTime: "2025-10-01T09:59:50" }))).toMatchObject({
      durationSeconds: -10,
    });
  });

  it("has no duration where the end is missing or no time", () => {
    expect(conversationOf(conversation("c-1"))).toMatchObject({ endedAt: null, durationSeconds: null });
    expect(conversationOf(conversation("c-1", { sessionEndTime: "-" }))).toMatchObject({ durationSeconds: null });
  });

  it("is keyed by its session where it is the bot's alone", () => {
    const rows = rowsOf({ sessionId: "s-1", sessionStartTime: "2025-10-01T10:00:00", finalStatus: "BotResolved" });
    expect(rows.conversations[0]).toMatchObject({ conversationId: "s-1", sessionId: "s-1", outcome: "contained" });
    expect(rows.rawRecords[0]).toMatchObject({ conversationId: "s-1" });
  });

  it("says Not given where the source gives nothing, be it absent, null or blank", () => {
    const bare = { conversationId: "c-1", sessionStartTime: "2025-10-01T10:00:00" };
    const missing = {
      channel: "Not given",
      direction: "Not given",
      finalStatus: "Not given",
      disconnectingEvent: "Not given",
      lastIntent: "Not given",
      outcome: "unanswered",
    };
    expect(conversationOf(bare)).toMatchObject(missing);
    const blank = { channel: " ", finalStatus: "", disconnectingEvent: null, customerinfo: { Direction: "" } };
    expect(conversationOf({ ...bare, ...blank })).toMatchObject(missing);
  });

  it.each([
    ["Inbound", true],
    ["Outbound", false],
    ["", true],
    ["Internal", true],
  ])("of direction %j is inbound: %s", (Direction, isInbound) => {
    expect(conversationOf(conversation("c-1", { customerinfo: { Direction } }))).toMatchObject({ isInbound });
  });

  it("is CLOSED and yet unanswered, where it ended by DROP-OFF without a responding agent", () => {
    const destinations = [queueEntry("qu-1", missedBy("u-1"))];
    expect(conversationOf(conversation("c-1", { dispositions: ["DROP-OFF"], destinations }))).toMatchObject({
      finalStatus: "CLOSED",
      outcome: "unanswered",
    });
  });

  it("is USER ABANDONED and yet answered, where an agent answered before", () => {
    const destinations = [queueEntry("qu-1", answeredBy("u-1"))];
    expect(conversationOf(conversation("c-1", { finalStatus: "USER ABANDONED", destinations }))).toMatchObject({
      outcome: "answered",
    });
  });

  it("names the customer by what is there", () => {
    const named = (customerinfo: Fields) => conversationOf(conversation("c-1", { customerinfo }))?.customerName;
    expect(named({ CustomerFirstName: "Jane", CustomerLastName: "Doe" })).toBe("Jane Doe");
    expect(named({ CustomerFirstName: "", CustomerLastName: "Doe" })).toBe("Doe");
    expect(named({ CustomerPhone: "+15550109999" })).toBeNull();
  });

  it("keeps the scores of a survey, 0 too", () => {
    const scores = { csatScore: 5, npsScore: "0", likeDislikeScore: 0 };
    expect(conversationOf(conversation("c-1", scores))).toMatchObject({ csatScore: 5, npsScore: 0, likeScore: 0 });
  });
});

describe("the rows beside it", () => {
  it("count a disposition once, though it is listed twice", () => {
    const rows = rowsOf(conversation("c-1", { dispositions: ["Resolved", "Own", "Resolved", "", null] }));
    expect(rows.conversationDispositions.map((row) => row.disposition)).toEqual(["Resolved", "Own"]);
  });

  it("count a tag once for each level and value, an empty value too, and none without a name", () => {
    const rows = rowsOf(
      conversation("c-1", {
        sessionleveltags: [
          { name: "a", value: "1" },
          { name: "a", value: 1 },
          { name: "a", value: "2" },
          { name: "b", value: "" },
          { name: "b" },
          { value: "3" },
        ],
        userleveltags: [{ name: "a", value: "1" }],
      }),
    );
    expect(rows.conversationTags.map(({ level, name, value }) => [level, name, value])).toEqual([
      ["session", "a", "1"],
      ["session", "a", "2"],
      ["session", "b", ""],
      ["user", "a", "1"],
    ]);
  });

  it("name queues and agents, whether they responded or not, at the conversation's start", () => {
    const destinations = [
      queueEntry("qu-1", {
        queueName: "Sales",
        respondingAgent: { agentId: "u-1", name: "Ann" },
        nonRespondingAgents: [{ agentId: "u-2", name: "Bob" }, { agentId: "u-3" }],
      }),
      { destinationType: "AgentSegment", agentId: "u-4", name: "Cid" },
      queueEntry("qu-2"),
    ];
    const { names } = rowsOf(conversation("c-1", { destinations }));
    expect(names.map(({ kind, id, name }) => [kind, id, name])).toEqual([
      ["queue", "qu-1", "Sales"],
      ["agent", "u-1", "Ann"],
      ["agent", "u-2", "Bob"],
      ["agent", "u-4", "Cid"],
    ]);
    expect(new Set(names.map(({ namedAt }) => namedAt))).toEqual(new Set([STARTED_AT]));
  });

  it("carry the conversation's key and start, every one of them", () => {
    const destinations = [queueEntry("qu-1", { ...answeredBy("u-1"), ...missedBy("u-2") })];
    const tags = { sessionleveltags: [{ name: "a" }], dispositions: ["Resolved"] };
    const metaInfo = { dialog_tone: [{ tone_name: "joy", level: -3 }] };
    const { names, unreadFields, ...families } = rowsOf(conversation("c-1", { destinations, metaInfo, ...tags }));
    for (const [family, rows] of Object.entries(families)) {
      expect(rows, family).toMatchObject([{ conversationId: "c-1", startedAt: STARTED_AT }]);
    }
    expect([names, unreadFields]).toEqual([[], []]);
  });

  it("repeat what filters compare of the conversation, in every family whose rows metrics count", () => {
    const destinations = [queueEntry("qu-1", missedBy("u-2")), queueEntry("qu-2", answeredBy("u-1"))];
    const metaInfo = { dialog_tone: [{ tone_name: "joy" }], agentTransferConfig: { lastIntentName: "Billing" } };
    const fields = { destinations, metaInfo, userleveltags: [{ name: "a" }], channel: "rtm", finalStatus: "OPEN" };
    const rows = rowsOf(conversation("c-1", { ...fields, customerinfo: { Direction: "Outbound" } }));
    const facts = {
      channel: "rtm",
      direction: "Outbound",
      finalStatus: "OPEN",
      disconnectingEvent: "System Hangup",
      conversationOutcome: "answered",
      lastIntent: "Billing",
      conversationQueues: "\u001fqu-1\u001fqu-2\u001f",
      conversationAgents: "\u001fu-1\u001fu-2\u001f",
    };
    expect(rows.destinations).toMatchObject([facts, facts]);
    for (const family of ["agentSegments", "missedAssignments", "conversationTags", "conversationTones"] as const) {
      expect(rows[family], family).toMatchObject([facts]);
    }
  });

  it("hold the record as it came, and a hash that changes with any part of it", () => {
    const fields = conversation("c-1", { somethingNew: 1 });
    const raw = rowsOf(fields).rawRecords[0];
    expect(JSON.parse(raw?.record ?? "")).toEqual(fields);
    expect(rowsOf({ ...fields }).rawRecords[0]?.contentHash).toBe(raw?.contentHash);
    expect(rowsOf({ ...fields, somethingNew: 2 }).rawRecords[0]?.contentHash).not.toBe(raw?.contentHash);
  });
});

describe("the vendor's sample, at -330", () => {
  it("starts each conversation in the very second that its session id begins with", () => {
    for (const fields of sample.data) {
      const second = Number.parseInt(fields.sessionId.slice(0, 8), 16);
      expect(conversationOf(fields, -330)?.startedAt).toBe(second * 1000);
    }
  });

  it("has the outcomes of the worked example", () => {
    const outcomes = sample.data.map((fields) => conversationOf(fields, -330)?.outcome);
    const count = (outcome: string) => outcomes.filter((value) => value === outcome).length;
    expect([count("answered"), count("contained"), count("abandoned"), count("unanswered")]).toEqual([3, 2, 1, 1]);
  });
});
