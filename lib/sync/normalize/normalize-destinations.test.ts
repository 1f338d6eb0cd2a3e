import { describe, expect, it } from "vitest";
import sample from "@/e2e/simulator/fixtures/sample-response.json";
import { secondsBetween } from "./normalize-destinations";
import { agent, answeredBy, conversation, type Fields, missedBy, queueEntry, rowsOf, STARTED_AT } from "./test-records";

function rowsWith(destinations: readonly Fields[], fields: Fields = {}) {
  return rowsOf(conversation("c-1", { destinations, ...fields }));
}

function sampleRows(conversationId: string) {
  const fields = sample.data.find((row) => row.conversationId?.startsWith(conversationId)) ?? {};
  return rowsOf(fields, -330);
}

describe("a queue entry", () => {
  it("waits from entering until the agent accepts", () => {
    expect(rowsWith([queueEntry("qu-1", answeredBy("u-1"))]).destinations).toMatchObject([
      { position: 0, isEntry: true, queueId: "qu-1", outcome: "answered", enteredAt: STARTED_AT, waitSeconds: 10 },
    ]);
  });

  it("has no wait without EnterTime, without an acceptance, or without an agent", () => {
    const { destinations } = rowsWith([
      queueEntry("qu-1", { ...answeredBy("u-1"), EnterTime: undefined }),
      queueEntry("qu-1", answeredBy("u-1", { acceptedTime: undefined })),
      queueEntry("qu-1"),
    ]);
    expect(destinations.map(({ outcome, waitSeconds }) => [outcome, waitSeconds])).toEqual([
      ["answered", null],
      ["answered", null],
      ["unanswered", null],
    ]);
  });

  it("keeps a wait that runs backwards, so that it can be counted", () => {
    const [entry] = rowsWith([
      queueEntry("qu-1", { ...answeredBy("u-1"), EnterTime: "2025-10-01T10:00:12" }),
    ]).destinations;
    expect(entry?.waitSeconds).toBe(-2);
  });

  it("is transferred where another destination follows, and abandoned where it is the last the customer left", () => {
    const { destinations } = rowsWith([queueEntry("qu-1"), queueEntry("qu-2")], { disconnectingEvent: "User Hangup" });
    expect(destinations.map(({ position, queueId, outcome }) => [position, queueId, outcome])).toEqual([
      [0, "qu-1", "transferred"],
      [1, "qu-2", "abandoned"],
    ]);
  });

  it("of an outbound conversation has no EnterTime, and no wait", () => {
    const entry = queueEntry("qu-1", { ...answeredBy("u-1"), EnterTime: undefined });
    const rows = rowsWith([entry], { customerinfo: { Direction: "Outbound" } });
    expect(rows.destinations).toMatchObject([{ isInbound: false, outcome: "answered", waitSeconds: null }]);
  });

  it("without a queue's id is of the queue Not given", () => {
    expect(rowsWith([{ destinationType: "QueueEntry" }]).destinations).toMatchObject([{ queueId: "Not given" }]);
  });
});

describe("a callback", () => {
  const callback = {
    CallbackOpted: "True",
    CallbackOptedTime: "2025-10-01T02:10:57.780Z",
    userCallbackAcceptTime: "2025-10-01T02:11:24.591Z",
  };

  it("has its times in UTC, though all others are at the offset", () => {
    const rows = rowsOf(conversation("c-1", { destinations: [queueEntry("qu-1", callback)] }), -330);
    const [entry] = rows.destinations;
    expect(entry).toMatchObject({
      outcome: "callback",
      isCallbackOpted: true,
      enteredAt: Date.parse("2025-10-01T04:30:00Z"),
      callbackOptedAt: Date.parse("2025-10-01T02:10:57.780Z"),
    });
    expect(entry?.callbackWaitSeconds).toBeCloseTo(26.811, 9);
  });

  it("has them in UTC also where the Z was left out", () => {
    const withoutZone = { ...callback, CallbackOptedTime: "2025-10-01T02:10:57.780" };
    const rows = rowsOf(conversation("c-1", { destinations: [queueEntry("qu-1", withoutZone)] }), -330);
    expect(rows.destinations[0]?.callbackOptedAt).toBe(Date.parse("2025-10-01T02:10:57.780Z"));
  });

  it("was opted for where its time is given, whatever the flag says, and not where that cannot be", () => {
    const opted = (fields: Fields) =>
      rowsWith([queueEntry("qu-1", fields)]).destinations.map(({ isCallbackOpted, outcome }) => [
        isCallbackOpted,
        outcome,
      ]);
    const { CallbackOptedTime } = callback;
    expect(opted({ CallbackOptedTime })).toEqual([[true, "callback"]]);
    expect(opted({ CallbackOptedTime, CallbackOpted: false })).toEqual([[true, "callback"]]);
    expect(opted({ CallbackOptedTime: "0001-01-01T00:00:00Z" })).toEqual([[false, "unanswered"]]);
    expect(opted({ userCallbackAcceptTime: callback.userCallbackAcceptTime })).toEqual([[false, "unanswered"]]);
  });

  it("that nobody accepted has no wait", () => {
    const { destinations } = rowsWith([queueEntry("qu-1", { ...callback, userCallbackAcceptTime: undefined })]);
    expect(destinations).toMatchObject([
      { isCallbackOpted: true, callbackAcceptedAt: null, callbackWaitSeconds: null },
    ]);
  });

  it("that an agent answered is answered", () => {
    const { destinations } = rowsWith([queueEntry("qu-1", { ...callback, ...answeredBy("u-1") })]);
    expect(destinations).toMatchObject([{ outcome: "answered", isCallbackOpted: true }]);
  });
});

describe("an agent's segment", () => {
  it("is read with its times and durations", () => {
    const durations = { firstResponseDuration: 4, interactionDuration: 30, afterCallWorkDuration: 12 };
    const times = { firstResponseTime: "2025-10-01T10:00:14", interactionEndTime: "2025-10-01T10:00:40" };
    const responder = answeredBy("u-1", { ...durations, ...times, email: "a@example.com", agentNotes: ["hello", ""] });
    expect(rowsWith([queueEntry("qu-1", responder)]).agentSegments).toEqual([
      {
        conversationId: "c-1",
        startedAt: STARTED_AT,
        channel: "Voice",
        direction: "Inbound",
        finalStatus: "CLOSED",
        disconnectingEvent: "System Hangup",
        conversationOutcome: "answered",
        lastIntent: "Not given",
        conversationQueues: "\u001fqu-1\u001f",
        conversationAgents: "\u001fu-1\u001f",
        position: 0,
        queueId: "qu-1",
        agentId: "u-1",
        agentEmail: "a@example.com",
        isAnswered: true,
        assignedAt: STARTED_AT + 5000,
        acceptedAt: STARTED_AT + 10_000,
        firstResponseAt: STARTED_AT + 14_000,
        interactionEndedAt: STARTED_AT + 40_000,
        afterCallWorkEndedAt: null,
        pickupSeconds: 5,
        firstResponseSeconds: 4,
        interactionSeconds: 30,
        afterCallWorkSeconds: 12,
        handleSeconds: 42,
        notes: '["hello"]',
      },
    ]);
  });

  it.each([
    ["the agent's fields itself", { destinationType: "AgentSegment", ...agent("u-1") }],
    ["them inside respondingAgent", { destinationType: "AgentSegment", respondingAgent: agent("u-1") }],
  ])("that stands directly among the destinations, without a queue, carries %s", (_, direct) => {
    const rows = rowsWith([queueEntry("qu-1"), direct]);
    expect(rows.agentSegments).toMatchObject([{ position: 1, agentId: "u-1", queueId: "", isAnswered: true }]);
    expect(rows.destinations.map(({ isEntry, outcome }) => [isEntry, outcome])).toEqual([
      [true, "transferred"],
      [false, ""],
    ]);
    expect(rows.conversations[0]?.outcome).toBe("answered");
  });

  it.each([
    ["accepted, whatever its status", { acceptedTime: "2025-10-01T10:00:10", status: "Missed" }, true],
    ["has the status Answered, without a time", { status: "Answered" }, true],
    ["has the status answered in small letters", { status: "answered" }, true],
    ["neither accepted nor has the status", { assignedAt: "2025-10-01T10:00:05" }, false],
    ["accepted at no time", { acceptedTime: "-", status: "Ringing" }, false],
  ])("is answered where its agent %s", (_, respondingAgent, expected) => {
    const rows = rowsWith([queueEntry("qu-1", { respondingAgent: { agentId: "u-1", ...respondingAgent } })]);
    expect(rows.agentSegments[0]?.isAnswered).toBe(expected);
    expect(rows.conversations[0]?.outcome).toBe(expected ? "answered" : "unanswered");
  });

  it.each([
    ["both", { interactionDuration: 30, afterCallWorkDuration: 12 }, 42],
    ["a missing after-call work counts 0", { interactionDuration: 30 }, 30],
    ["a negative after-call work is missing", { interactionDuration: 30, afterCallWorkDuration: -4 }, 30],
    ["no interaction, no handle time", { afterCallWorkDuration: 12 }, null],
    ["a negative interaction is missing", { interactionDuration: -1, afterCallWorkDuration: 12 }, null],
  ])("is handled for its interaction and its after-call work: %s", (_, durations, expected) => {
    expect(rowsWith([queueEntry("qu-1", answeredBy("u-1", durations))]).agentSegments[0]?.handleSeconds).toBe(expected);
  });

  it("is not made of a destination without an agent", () => {
    const rows = rowsWith([queueEntry("qu-1"), { destinationType: "AgentSegment" }, {}]);
    expect(rows.agentSegments).toEqual([]);
    expect(rows.destinations.map(({ destinationType }) => destinationType)).toEqual([
      "QueueEntry",
      "AgentSegment",
      "Not given",
    ]);
  });
});

describe("missed assignments", () => {
  it("count an agent once for one assignment, though it is listed twice", () => {
    const rows = rowsWith([queueEntry("qu-1", missedBy("u-1", "u-1", "u-2"))]);
    expect(rows.missedAssignments.map(({ agentId }) => agentId)).toEqual(["u-1", "u-2"]);
  });

  it("count an agent twice who was assigned twice", () => {
    const again = { agentId: "u-1", assignedAt: "2025-10-01T10:01:00", nonResponseEvent: "Ignored" };
    const first = { agentId: "u-1", assignedAt: "2025-10-01T10:00:05" };
    const rows = rowsWith([queueEntry("qu-1", { nonRespondingAgents: [first, again] })]);
    expect(rows.missedAssignments.map(({ assignedAt, reason }) => [assignedAt, reason])).toEqual([
      [STARTED_AT + 5000, null],
      [STARTED_AT + 60_000, "Ignored"],
    ]);
  });

  it("leave out the assignment that the agent did respond to, wherever it did", () => {
    const rows = rowsWith([
      queueEntry("qu-1", missedBy("u-1", "u-2")),
      queueEntry("qu-2", { ...answeredBy("u-1"), ...missedBy("u-1") }),
    ]);
    expect(rows.missedAssignments.map(({ agentId, position }) => [agentId, position])).toEqual([["u-2", 0]]);
  });

  it("keep what an agent missed before it responded to a later assignment", () => {
    const rows = rowsWith([
      queueEntry("qu-1", missedBy("u-1")),
      queueEntry("qu-1", answeredBy("u-1", { assignedAt: "2025-10-01T10:02:00" })),
    ]);
    expect(rows.missedAssignments).toHaveLength(1);
  });

  it("have the same key in two destinations, so that they are counted once in a conversation and never across two", () => {
    const destinations = [queueEntry("qu-1", missedBy("u-1")), queueEntry("qu-2", missedBy("u-1"))];
    const keys = rowsWith(destinations).missedAssignments.map(({ assignmentKey }) => assignmentKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    const other = rowsOf(conversation("c-2", { destinations })).missedAssignments[0]?.assignmentKey;
    expect(keys).not.toContain(other);
    expect(keys).not.toContain("");
  });

  it("need no key where one destination lists them", () => {
    const { missedAssignments } = rowsWith([queueEntry("qu-1", missedBy("u-1", "u-2"))]);
    expect(missedAssignments.map(({ assignmentKey }) => assignmentKey)).toEqual(["", ""]);
  });

  it("need no time: of one agent without a time there is one", () => {
    const nonRespondingAgents = [{ agentId: "u-1" }, { agentId: "u-1", assignedAt: "-" }];
    expect(rowsWith([queueEntry("qu-1", { nonRespondingAgents })]).missedAssignments).toMatchObject([
      { agentId: "u-1", assignedAt: null },
    ]);
  });

  it("need no agent's id: the name tells the agent, and of those without a name the time", () => {
    const at = (second: string) => ({ assignedAt: `2025-10-01T10:00:${second}` });
    const nonRespondingAgents = [
      { name: "Ann", ...at("05") },
      { name: "Ann ", ...at("05") },
      { name: "Ann", ...at("06") },
      { agentNotes: "busy", name: "\u200b ", ...at("05") },
      { ...at("07") },
      { ...at("07") },
      {},
      null,
    ];
    const { missedAssignments, conversations } = rowsWith([queueEntry("qu-1", { nonRespondingAgents })]);
    expect(
      missedAssignments.map(({ agentId, assignedAt }) => [agentId, ((assignedAt ?? 0) - STARTED_AT) / 1000]),
    ).toEqual([
      ["Ann", 5],
      ["Ann", 6],
      ["Unknown agent", 5],
      ["Unknown agent", 7],
    ]);
    expect(conversations[0]?.conversationAgents).toBe("\u001fAnn\u001fUnknown agent\u001f");
  });

  it("are not a responder's own, who is listed with the name alone", () => {
    const listed = { nonRespondingAgents: [{ name: "Ann", assignedAt: "2025-10-01T10:00:05" }] };
    expect(
      rowsWith([queueEntry("qu-1", { ...answeredBy("u-1", { name: "Ann" }), ...listed })]).missedAssignments,
    ).toEqual([]);
    const nameless = { ...answeredBy("u-1", { agentId: null, name: "Ann" }), ...listed };
    const rows = rowsWith([queueEntry("qu-1", nameless)]);
    expect(rows.missedAssignments).toEqual([]);
    expect(rows.agentSegments).toMatchObject([{ agentId: "Ann", isAnswered: true }]);
  });
});

describe("the vendor's sample", () => {
  it("has a direct agent's conversation with a pick-up of one second, outbound and without a wait", () => {
    const rows = sampleRows("c-ebb8b71");
    expect(rows.destinations).toMatchObject([{ isInbound: false, enteredAt: null, waitSeconds: null }]);
    expect(rows.agentSegments).toMatchObject([{ pickupSeconds: 1, interactionSeconds: 32, handleSeconds: 50 }]);
  });

  it("has one assignment that was missed", () => {
    expect(sampleRows("c-d33a57a").missedAssignments).toMatchObject([{ reason: null }]);
  });
});

describe("the seconds between two instants", () => {
  it.each([
    [1000, 3500, 2.5],
    [3000, 1000, -2],
    [null, 1000, null],
    [1000, null, null],
  ])("from %j to %j are %j", (from, to, expected) => {
    expect(secondsBetween(from, to)).toBe(expected);
  });
});
