import { expect, test } from "vitest";
import { agent, ask, conversation, miss, OUTBOUND, queueEntry } from "./test-records";

test("a conversation with two dispositions counts once under each", () => {
  const records = [
    conversation({ dispositions: ["B", "A", "A"] }),
    conversation({ dispositions: ["A"] }),
    conversation(),
  ];
  expect(ask(records, "dispositions")).toEqual([
    { disposition: "A", conversations: 2, share: 2 / 3 },
    { disposition: "B", conversations: 1, share: 1 / 3 },
    { disposition: "Not given", conversations: 1, share: 1 / 3 },
  ]);
});

test("equal counts stand in code-point order: capitals first, the basic plane before the rest", () => {
  const channels = ["a", "Z", "\u{1F600}", "\uFF21"].map((channel) => conversation({ channel }));
  expect(ask(channels, "channels").map((row) => row.channel)).toEqual(["Z", "a", "\uFF21", "\u{1F600}"]);
});

test("the intent is the bot's last", () => {
  const metaInfo = { agentTransferConfig: { lastIntentName: " Pay Bill " } };
  const outcomes = { answered: 0, contained: 0, containmentRate: 0, abandoned: 0, unanswered: 1, open: 0 };
  expect(ask([conversation({ metaInfo }), conversation()], "intents")).toEqual([
    { intent: "Not given", conversations: 1, share: 1 / 2, ...outcomes },
    { intent: "Pay Bill", conversations: 1, share: 1 / 2, ...outcomes },
  ]);
});

test("a tag that a conversation carries twice counts once", () => {
  const tag = { name: "plan", value: "gold" };
  const records = [conversation({ sessionleveltags: [tag, tag], userleveltags: [tag] })];
  expect(ask(records, "tags")).toEqual([
    { level: "session", name: "plan", value: "gold", conversations: 1 },
    { level: "user", name: "plan", value: "gold", conversations: 1 },
  ]);
});

test("statuses and events are counted in pairs", () => {
  const records = [conversation(), conversation(), conversation({ disconnectingEvent: "Bot Hangup" })];
  expect(ask(records, "status-by-event")).toEqual([
    { finalStatus: "CLOSED", disconnectingEvent: "Agent Closed", conversations: 2 },
    { finalStatus: "CLOSED", disconnectingEvent: "Bot Hangup", conversations: 1 },
  ]);
});

test("the flow runs from channel by bot or first queue and outcome to the event", () => {
  const destinations = [queueEntry("q", { queueName: "Sales" }), queueEntry("r", { queueName: "Billing" })];
  const records = [conversation({ destinations }), conversation({ finalStatus: "BotResolved" })];
  expect(ask(records, "flow")).toEqual([
    { source: "Bot", target: "contained", conversations: 1 },
    { source: "Sales", target: "unanswered", conversations: 1 },
    { source: "Voice", target: "Bot", conversations: 1 },
    { source: "Voice", target: "Sales", conversations: 1 },
    { source: "contained", target: "Agent Closed", conversations: 1 },
    { source: "unanswered", target: "Agent Closed", conversations: 1 },
  ]);
});

test("a queue bears its latest name, also from outside the range, else its id", () => {
  const records = [
    conversation({ destinations: [queueEntry("q", { queueName: "Old" }), queueEntry("r"), queueEntry("")] }),
    conversation({
      sessionStartTime: "2025-12-01T10:00:00",
      destinations: [queueEntry("q", { queueName: "New" })],
    }),
    conversation({
      sessionStartTime: "2025-11-01T10:00:00",
      destinations: [queueEntry("q", { queueName: "Between" }), queueEntry("", { queueName: "Lost" })],
    }),
  ];
  expect(ask(records, "queues").map((row) => [row.queueId, row.queueName])).toEqual([
    ["q", "New"],
    ["Not given", "Not given"],
    ["r", "r"],
  ]);
});

test("a queue with outbound entries alone has a row, its handle time, and nothing offered", () => {
  const destinations = [
    queueEntry("q", { respondingAgent: agent("a", { interactionDuration: 10, afterCallWorkDuration: 5 }) }),
  ];
  expect(ask([conversation({ ...OUTBOUND, destinations })], "queues")).toEqual([
    {
      queueId: "q",
      queueName: "q",
      offered: 0,
      offeredAnswered: 0,
      serviceLevel: null,
      queueAbandonRate: null,
      waitSecondsAverage: null,
      waitSecondsMedian: null,
      waitSecondsP90: null,
      handleSecondsAverage: 15,
      callbacksOpted: 0,
      callbacksAccepted: 0,
      callbacksOutstanding: 0,
      callbackOptRate: null,
      callbackAcceptRate: null,
      callbackWaitSecondsMedian: null,
      callbackWaitSecondsP90: null,
      notInTime: 0,
    },
  ]);
});

test("agents have a row for what they answered or missed, and so has nobody in particular for what was missed", () => {
  const records = [
    conversation({
      destinations: [
        queueEntry("q", { respondingAgent: agent("a"), nonRespondingAgents: [miss("b"), miss("")] }),
        queueEntry("q", { respondingAgent: { ...agent("c"), status: "Ringing", acceptedTime: undefined } }),
        queueEntry("q", { respondingAgent: agent("") }),
      ],
    }),
  ];
  expect(
    ask(records, "agents").map((row) => [row.agentId, row.segmentsAnswered, row.missed, row.responseRate]),
  ).toEqual([
    ["a", 1, 0, 1],
    ["b", 0, 1, 0],
    ["Unknown agent", 0, 1, 0],
  ]);
  expect(ask(records, "summary")).toMatchObject([{ segmentsAnswered: 2, missed: 2 }]);
});

test("the repeated hour of New York gathers both its halves in one bucket", () => {
  const starts = ["2025-11-02T05:30:00", "2025-11-02T06:30:00", "2025-11-02T07:30:00"];
  const records = starts.map((sessionStartTime) => conversation({ sessionStartTime }));
  const range = { from: "2025-11-02", to: "2025-11-02", timeZone: "America/New_York" };
  const filled = ask(records, "volume", range).filter((row) => row.conversations !== 0);
  expect(filled.map((row) => [row.bucket, row.conversations])).toEqual([
    ["2025-11-02T01:00", 2],
    ["2025-11-02T02:00", 1],
  ]);
});

test("empty buckets hold zeros, and null for an average", () => {
  const range = { from: "2025-10-02", to: "2025-10-04" };
  expect(ask([conversation()], "agent-durations", range)).toHaveLength(3);
  expect(ask([conversation()], "callbacks", range)[0]).toEqual({
    bucket: "2025-10-02",
    callbacksOpted: 0,
    callbacksAccepted: 0,
    callbacksOutstanding: 0,
    callbackWaitSecondsAverage: null,
    callbackWaitSecondsMedian: null,
    callbackWaitSecondsP90: null,
    callbackOptRate: null,
    callbackAcceptRate: null,
  });
});

test("the heat map has every hour of the week, from Monday", () => {
  const rows = ask([conversation()], "heatmap");
  expect(rows).toHaveLength(7 * 24);
  expect(rows[0]).toMatchObject({ weekday: 1, hour: 0, conversations: 0, serviceLevel: null });
  // 1 October 2025 is a Wednesday.
  expect(rows.filter((row) => row.conversations === 1)).toMatchObject([{ weekday: 3, hour: 10, unanswered: 1 }]);
});
