import { expect, test } from "vitest";
import sample from "./fixtures/sample-response.json";
import { createOracle, type OracleDataset } from "./oracle";

const oracle = createOracle(sample.data, -330);
const query = { from: "2025-10-01", to: "2025-11-30", timeZone: "Asia/Kolkata" };
const QUEUE = "qu-e30b539-dd3c-4e10-90a9-354a3e72xxxx";

const rows = (name: OracleDataset) => oracle.dataset(name, query);
const summary = rows("summary")[0] ?? {};

test("the sample holds seven conversations, of which three answered, two contained, one abandoned, one unanswered", () => {
  expect(summary).toMatchObject({
    conversations: 7,
    answered: 3,
    contained: 2,
    abandoned: 1,
    unanswered: 1,
    open: 0,
  });
});

test("its rates run over the six inbound conversations", () => {
  expect(summary.containmentRate).toBeCloseTo(2 / 6, 10);
  expect(summary.conversationAbandonRate).toBeCloseTo(1 / 6, 10);
});

test("its final statuses and disconnecting events come with their shares", () => {
  expect(rows("final-status")).toEqual([
    { finalStatus: "CLOSED", conversations: 4, share: 4 / 7 },
    { finalStatus: "BotResolved", conversations: 2, share: 2 / 7 },
    { finalStatus: "USER ABANDONED", conversations: 1, share: 1 / 7 },
  ]);
  expect(rows("disconnecting-events")).toEqual([
    { disconnectingEvent: "Bot Hangup", conversations: 3, share: 3 / 7 },
    { disconnectingEvent: "Agent Closed", conversations: 2, share: 2 / 7 },
    { disconnectingEvent: "User Hangup", conversations: 2, share: 2 / 7 },
  ]);
});

test("two entries are offered, one of them answered after five seconds, none abandoned", () => {
  expect(summary).toMatchObject({ offered: 2, offeredAnswered: 1, serviceLevel: 1 / 2, queueAbandonRate: 0 });
  expect(summary).toMatchObject({
    waitSecondsAverage: 5,
    waitSecondsMedian: 5,
    waitSecondsP90: 5,
    waitSecondsLongest: 5,
  });
});

test("its three answered segments and one missed give the durations of the agents", () => {
  expect(summary).toMatchObject({ segmentsAnswered: 3, missed: 1, responseRate: 3 / 4 });
  expect(summary).toMatchObject({ interactionSecondsTotal: 104, interactionSecondsMedian: 36 });
  expect(summary.interactionSecondsAverage).toBeCloseTo(34.667, 3);
  expect(summary).toMatchObject({ afterCallWorkSecondsTotal: 29, handleSecondsTotal: 133 });
  expect(summary.afterCallWorkSecondsAverage).toBeCloseTo(9.667, 3);
  expect(summary.handleSecondsAverage).toBeCloseTo(44.333, 3);
  expect(summary.firstResponseSecondsAverage).toBe(4);
  expect(summary.pickupSecondsAverage).toBe(10);
});

test("one of three inbound entries opted for a callback and took it 26.811 seconds later", () => {
  expect(summary).toMatchObject({ callbacksOpted: 1, callbacksAccepted: 1, callbackAcceptRate: 1 });
  expect(summary.callbackOptRate).toBeCloseTo(1 / 3, 10);
  expect(summary).toMatchObject({ callbackWaitSecondsAverage: 26.811, callbacksOutstanding: 0 });
});

test("its conversations last 73.286 seconds on average", () => {
  expect(summary.durationSecondsAverage).toBeCloseTo(73.286, 3);
});

test("it carries no survey, which is not a survey of 0", () => {
  expect(summary).toMatchObject({ csatAverage: null, npsScore: null, likeRate: null });
});

test("its session tags count by name as in the worked example", () => {
  const counts: Record<string, number> = {};
  for (const { level, name, conversations } of rows("tags")) {
    expect(level).toBe("session");
    counts[String(name)] = (counts[String(name)] ?? 0) + Number(conversations);
  }
  expect(counts).toEqual({
    audioCodesCallDisconnect: 5,
    callerNumber: 5,
    welcomeMessageTwilio: 5,
    voiceAgentTransferStart: 3,
  });
});

test("its one queue has the name that the outbound record lacks, and the handle time of all three segments", () => {
  const [queue, ...others] = rows("queues");
  expect(others).toEqual([]);
  expect(queue).toMatchObject({ queueId: QUEUE, queueName: "Default Queue", offered: 2, waitSecondsAverage: 5 });
  expect(queue?.handleSecondsAverage).toBeCloseTo(44.333, 3);
});

test("the sample's two ids that end in cc23xxxx and cc237xxxx are two agents", () => {
  const counts = rows("agents").map((row) => [row.agentName, row.segmentsAnswered, row.missed]);
  expect(counts).toEqual([
    ["John Doe", 2, 0],
    ["uatxouser2", 1, 0],
    ["John", 0, 1],
  ]);
});

test("its six conversations of 1 October stand in their local hours", () => {
  const day = oracle.dataset("volume", { ...query, to: "2025-10-01" });
  expect(day).toHaveLength(24);
  const filled = day.filter((row) => row.conversations !== 0).map((row) => [row.bucket, row.conversations]);
  expect(filled).toEqual([
    ["2025-10-01T02:00", 1],
    ["2025-10-01T04:00", 4],
    ["2025-10-01T07:00", 1],
  ]);
});

test("the key is the conversation's id, or the session's where the bot alone was in it", () => {
  const keys = oracle.conversationKeys({ ...query, filters: { outcome: ["contained", "abandoned"] } });
  expect(keys).toEqual([
    "68dc602b4afb07c72ac5xxxx",
    "68dc633561a7c9a92909xxxx",
    "c-12052b7-a438-4275-809c-c6de663axxxx",
  ]);
});
