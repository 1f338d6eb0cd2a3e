import { expect, test } from "vitest";
import { createOracle } from "./oracle";
import { agent, ask, conversation, miss, OUTBOUND, queueEntry, summarizeRecords } from "./test-records";

test("CLOSED with DROP-OFF and no responding agent is unanswered", () => {
  const destinations = [queueEntry("q", { nonRespondingAgents: [miss("a")] })];
  const summary = summarizeRecords([conversation({ dispositions: ["DROP-OFF"], destinations })]);
  expect(summary).toMatchObject({ answered: 0, unanswered: 1, offered: 1, missed: 1, queueAbandonRate: 0 });
});

test("USER ABANDONED after an answered segment is answered", () => {
  const destinations = [queueEntry("q", { respondingAgent: agent("a") })];
  const summary = summarizeRecords([conversation({ finalStatus: "USER ABANDONED", destinations })]);
  expect(summary).toMatchObject({ answered: 1, abandoned: 0, offeredAnswered: 1, queueAbandonRate: 0 });
});

test("USER ABANDONED without a destination blames no queue", () => {
  const summary = summarizeRecords([conversation({ finalStatus: "USER ABANDONED" })]);
  expect(summary).toMatchObject({ abandoned: 1, conversationAbandonRate: 1, offered: 0, queueAbandonRate: null });
});

test("only the last destination of an abandoned conversation is abandoned, those before are transferred", () => {
  const destinations = [queueEntry("q"), queueEntry("r")];
  const records = [conversation({ disconnectingEvent: "User Hangup", destinations })];
  expect(summarizeRecords(records)).toMatchObject({ offered: 2, queueAbandonRate: 1 / 2 });
  expect(ask(records, "queues").map((row) => [row.queueId, row.queueAbandonRate])).toEqual([
    ["q", 0],
    ["r", 1],
  ]);
});

test("an entry before a direct agent segment is transferred, and the segment has no queue", () => {
  const direct = { destinationType: "AgentSegment", ...agent("a", { interactionDuration: 30 }) };
  const records = [conversation({ destinations: [queueEntry("q"), direct] })];
  expect(summarizeRecords(records)).toMatchObject({ answered: 1, offered: 1, offeredAnswered: 0, segmentsAnswered: 1 });
  expect(ask(records, "queues")).toMatchObject([{ queueId: "q", handleSecondsAverage: null }]);
});

test("a direct agent segment carries the agent's fields itself or inside", () => {
  const outside = { destinationType: "AgentSegment", ...agent("a") };
  const inside = { destinationType: "AgentSegment", respondingAgent: agent("b") };
  const rows = ask([conversation({ destinations: [outside, inside] })], "agents");
  expect(rows.map((row) => [row.agentId, row.segmentsAnswered])).toEqual([
    ["a", 1],
    ["b", 1],
  ]);
});

test("an agent who is listed twice for one assignment missed it once, for two assignments twice", () => {
  const entries = [
    queueEntry("q", { nonRespondingAgents: [miss("a"), miss("a"), miss("a", "2025-10-01T10:01:00")] }),
    queueEntry("r", { nonRespondingAgents: [miss("a")] }),
  ];
  const records = [conversation({ destinations: entries })];
  expect(summarizeRecords(records).missed).toBe(2);
  expect(summarizeRecords(records, { filters: { queue: ["r"] } }).missed).toBe(1);
});

test("the agent who did respond missed nothing, wherever in the conversation he is listed", () => {
  const entries = [
    queueEntry("q", { nonRespondingAgents: [miss("a"), miss("b")] }),
    queueEntry("r", { respondingAgent: agent("a") }),
  ];
  const records = [conversation({ destinations: entries })];
  expect(summarizeRecords(records)).toMatchObject({ segmentsAnswered: 1, missed: 1, responseRate: 1 / 2 });
  expect(summarizeRecords(records, { filters: { agent: ["a"] } })).toMatchObject({ offered: 1, offeredAnswered: 1 });
});

test("outbound conversations are neither offered nor in a rate, but their segments count", () => {
  const destinations = [queueEntry("q", { EnterTime: undefined, respondingAgent: agent("a") })];
  const summary = summarizeRecords([
    conversation({ ...OUTBOUND, destinations }),
    conversation({ ...OUTBOUND, finalStatus: "BotResolved" }),
    conversation({ finalStatus: "BotResolved" }),
    conversation({}),
  ]);
  expect(summary).toMatchObject({ conversations: 4, contained: 2, containmentRate: 1 / 2 });
  expect(summary).toMatchObject({ offered: 0, waitSecondsAverage: null, segmentsAnswered: 1, pickupSecondsAverage: 5 });
});

test("an entry without EnterTime is offered and answered, but not within any threshold", () => {
  const destinations = [queueEntry("q", { EnterTime: undefined, respondingAgent: agent("a") })];
  const summary = summarizeRecords([conversation({ destinations })]);
  expect(summary).toMatchObject({ offered: 1, offeredAnswered: 1, serviceLevel: 0, waitSecondsAverage: null });
});

test("within a threshold means at most", () => {
  const records = [conversation({ destinations: [queueEntry("q", { respondingAgent: agent("a") })] })];
  expect(summarizeRecords(records, { thresholdSeconds: 10 }).serviceLevel).toBe(1);
  expect(summarizeRecords(records, { thresholdSeconds: 9 }).serviceLevel).toBe(0);
});

test("CallbackOpted can be a word, and its times are UTC whatever the offset", () => {
  const callback = {
    CallbackOptedTime: "2025-10-01T02:10:57.780Z",
    userCallbackAcceptTime: "2025-10-01T02:11:24.591Z",
  };
  const opted = ["True", "true", true].map((CallbackOpted) => ({ CallbackOpted, ...callback }));
  const declined = ["False", false].map((CallbackOpted) => ({ CallbackOpted }));
  const records = [...opted, ...declined].map((fields) => conversation({ destinations: [queueEntry("q", fields)] }));
  const query = { from: "2025-10-01", to: "2025-10-01", timeZone: "Asia/Kolkata" };
  const [summary] = createOracle(records, -330).dataset("summary", query);
  expect(summary).toMatchObject({ callbacksOpted: 3, callbacksAccepted: 3 });
  expect(summary?.callbackWaitSecondsAverage).toBeCloseTo(26.811, 6);
  expect(summary).toMatchObject({ callbackOptRate: 3 / 5, offered: 2 });
});

test("a callback's time tells that it was opted for, whatever the flag says", () => {
  const records = [false, "False", undefined].map((CallbackOpted) => {
    const fields = { CallbackOpted, CallbackOptedTime: "2025-10-01T02:10:57.780Z" };
    return conversation({ destinations: [queueEntry("q", fields)] });
  });
  expect(summarizeRecords(records)).toMatchObject({ callbacksOpted: 3, callbacksAccepted: 0, offered: 0 });
});

test("missing and negative durations are missing, a missing after-call work counts 0 in the handle time", () => {
  const segments = [
    { interactionDuration: 100, afterCallWorkDuration: 20, firstResponseDuration: 4 },
    { interactionDuration: 50, afterCallWorkDuration: 0 },
    { interactionDuration: 30 },
    { interactionDuration: -5, afterCallWorkDuration: -1, firstResponseDuration: -2 },
  ];
  const records = segments.map((fields) =>
    conversation({ destinations: [queueEntry("q", { respondingAgent: agent("a", fields) })] }),
  );
  expect(summarizeRecords(records)).toMatchObject({
    segmentsAnswered: 4,
    interactionSecondsTotal: 180,
    interactionSecondsAverage: 60,
    afterCallWorkSecondsTotal: 20,
    afterCallWorkSecondsAverage: 10,
    afterCallWorkSecondsAverageNonZero: 20,
    handleSecondsTotal: 200,
    handleSecondsMedian: 50,
    firstResponseSecondsAverage: 4,
  });
});

test("an end before the start is no duration", () => {
  const records = ["2025-10-01T09:59:00", "2025-10-01T10:00:30", undefined].map((sessionEndTime) =>
    conversation({ sessionEndTime }),
  );
  expect(summarizeRecords(records).durationSecondsAverage).toBe(30);
});

test("every TRANSIENT status is open, and open conversations are in no rate", () => {
  const statuses = ["TRANSIENT_OPEN", "TRANSIENT_DROPOFF", "BotResolved", "Dropped"];
  const summary = summarizeRecords(
    statuses.map((finalStatus) => conversation({ finalStatus, disconnectingEvent: "User Hangup" })),
  );
  expect(summary).toMatchObject({ open: 2, contained: 1, abandoned: 1, containmentRate: 1 / 2 });
});

test("empty, absent and blank-padded texts are one value", () => {
  const records = [
    conversation({ channel: "Voice ", disconnectingEvent: "", customerinfo: undefined }),
    conversation({ channel: "Voice", disconnectingEvent: undefined, customerinfo: { Direction: " " } }),
  ];
  expect(ask(records, "channels")).toEqual([{ channel: "Voice", conversations: 2, share: 1 }]);
  expect(ask(records, "disconnecting-events")).toMatchObject([{ disconnectingEvent: "Not given", conversations: 2 }]);
  expect(summarizeRecords(records, { filters: { direction: ["Not given"] } }).conversations).toBe(2);
});

test("one session can hold several conversations, and one conversation can come twice: the later counts", () => {
  const records = [
    conversation({ sessionId: "s", conversationId: "c-x", finalStatus: "TRANSIENT_OPEN" }),
    conversation({ sessionId: "s", conversationId: "c-y" }),
    conversation({ sessionId: "s", conversationId: undefined }),
    conversation({ sessionId: "s", conversationId: "c-x", finalStatus: "CLOSED" }),
  ];
  const oracle = createOracle(records, 0);
  const query = { from: "2025-10-01", to: "2025-10-01", timeZone: "UTC" };
  expect(oracle.conversationKeys(query)).toEqual(["c-x", "c-y", "s"]);
  expect(oracle.dataset("summary", query)[0]).toMatchObject({ conversations: 3, open: 0 });
});

test("surveys average over the records that carry them", () => {
  const records = [
    conversation({ csatScore: 5, npsScore: 10, likeDislikeScore: 1 }),
    conversation({ csatScore: 2, npsScore: 6, likeDislikeScore: 0 }),
    conversation({ npsScore: 9 }),
    conversation({ npsScore: 8 }),
    conversation({ csatScore: null }),
  ];
  // Promoters 10 and 9, detractor 6, of four.
  expect(summarizeRecords(records)).toMatchObject({ csatAverage: 3.5, npsScore: 25, likeRate: 1 / 2 });
});
