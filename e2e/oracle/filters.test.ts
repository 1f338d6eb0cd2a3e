import { expect, test } from "vitest";
import { createOracle, type OracleQuery } from "./oracle";
import { agent, ask, conversation, miss, queueEntry, summarizeRecords } from "./test-records";

const billing = queueEntry("billing", {
  respondingAgent: agent("ann", { interactionDuration: 60 }),
  nonRespondingAgents: [miss("bob")],
});
const sales = queueEntry("sales", {
  respondingAgent: agent("bob", { interactionDuration: 90, assignedAt: undefined }),
});
const direct = { destinationType: "AgentSegment", ...agent("cat", { interactionDuration: 10 }) };

const records = [
  conversation({
    conversationId: "1",
    destinations: [billing, sales, direct],
    dispositions: ["Resolved", "VIP", "Resolved", " "],
    sessionleveltags: [{ name: "plan", value: "gold" }],
  }),
  conversation({ conversationId: "2", destinations: [sales], userleveltags: [{ name: "plan", value: "a:b" }] }),
  conversation({ conversationId: "3", channel: "System Mail", finalStatus: "BotResolved", disconnectingEvent: "" }),
];

function keys(filters: OracleQuery["filters"]): string[] {
  return createOracle(records, 0).conversationKeys({ from: "2025-10-01", to: "2025-10-01", timeZone: "UTC", filters });
}

test("values of one parameter widen, several parameters narrow", () => {
  expect(keys({ channel: ["Voice", "System Mail"] })).toEqual(["1", "2", "3"]);
  expect(keys({ channel: ["Voice"], disposition: ["VIP"] })).toEqual(["1"]);
  expect(keys({ channel: ["System Mail"], disposition: ["VIP"] })).toEqual([]);
});

test("a value with an exclamation mark excludes, also beside a wanted one", () => {
  expect(keys({ queue: ["!billing"] })).toEqual(["2", "3"]);
  expect(keys({ queue: ["sales", "!billing"] })).toEqual(["2"]);
  expect(keys({ agent: ["!cat"] })).toEqual(["2", "3"]);
  expect(keys({ disposition: ["!Not given"] })).toEqual(["1"]);
});

test("status, event and outcome select by the words shown", () => {
  expect(keys({ status: ["BotResolved"] })).toEqual(["3"]);
  expect(keys({ event: ["Not given"] })).toEqual(["3"]);
  expect(keys({ outcome: ["answered"] })).toEqual(["1", "2"]);
});

test("a tag is selected by its name or by name and value, on either level", () => {
  expect(keys({ tag: ["plan"] })).toEqual(["1", "2"]);
  expect(keys({ tag: ["plan:gold"] })).toEqual(["1"]);
  expect(keys({ tag: ["plan:a:b"] })).toEqual(["2"]);
  expect(keys({ tag: ["!plan:gold"] })).toEqual(["2", "3"]);
  expect(keys({ tag: ["gold"] })).toEqual([]);
});

test("a value with an ampersand must be there besides the others", () => {
  expect(keys({ disposition: ["&VIP"] })).toEqual(["1"]);
  expect(keys({ queue: ["sales", "&billing"] })).toEqual(["1"]);
  expect(keys({ disposition: ["&VIP", "&Not given"] })).toEqual([]);
});

test("a backslash tells a value from a mark, and a tag's own colons and slashes from those between its parts", () => {
  const tag = (name: string, value: string) => ({ name, value });
  const odd = [
    conversation({ conversationId: "a", dispositions: ["!VIP"], sessionleveltags: [tag("order", "id:5")] }),
    conversation({ conversationId: "b", dispositions: ["VIP"], sessionleveltags: [tag("order:id", "5")] }),
    conversation({ conversationId: "c", dispositions: ["\\\\VIP"], sessionleveltags: [tag("user/order", "")] }),
    conversation({ conversationId: "d", dispositions: ["&VIP"], userleveltags: [tag("order", "")] }),
  ];
  const found = (filters: OracleQuery["filters"]) =>
    createOracle(odd, 0).conversationKeys({ from: "2025-10-01", to: "2025-10-01", timeZone: "UTC", filters });
  expect(found({ disposition: ["\\!VIP"] })).toEqual(["a"]);
  expect(found({ disposition: ["!VIP"] })).toEqual(["a", "c", "d"]);
  expect(found({ disposition: ["\\\\\\VIP"] })).toEqual(["c"]);
  expect(found({ disposition: ["&\\&VIP"] })).toEqual(["d"]);
  expect(found({ tag: ["session/order:id\\:5"] })).toEqual(["a"]);
  expect(found({ tag: ["session/order\\:id:5"] })).toEqual(["b"]);
  expect(found({ tag: ["order:id:5"] })).toEqual(["a", "b"]);
  expect(found({ tag: ["user\\/order"] })).toEqual(["c"]);
  expect(found({ tag: ["session/user\\/order"] })).toEqual(["c"]);
  expect(found({ tag: ["user/order"] })).toEqual(["d"]);
});

test("a queue selects conversations, and of their entries, segments and misses only its own", () => {
  const summary = summarizeRecords(records, { filters: { queue: ["sales"] } });
  expect(summary).toMatchObject({ conversations: 2, offered: 2, segmentsAnswered: 2, missed: 0 });
  expect(summary.interactionSecondsTotal).toBe(180);
  expect(ask(records, "queues", { filters: { queue: ["billing"] } })).toMatchObject([
    { queueId: "billing", offered: 1, handleSecondsAverage: 60 },
  ]);
});

test("an agent selects what he answered or missed", () => {
  // Bob answered sales in both conversations, and missed billing in the first.
  const summary = summarizeRecords(records, { filters: { agent: ["bob"] } });
  expect(summary).toMatchObject({ conversations: 2, offered: 3, segmentsAnswered: 2, missed: 1 });
  expect(ask(records, "agents", { filters: { agent: ["bob"] } })).toMatchObject([
    { agentId: "bob", agentName: "BOB", segmentsAnswered: 2, missed: 1, responseRate: 2 / 3 },
  ]);
});

test("an excluded queue leaves the other parts of what remains alone", () => {
  const summary = summarizeRecords(records, { filters: { agent: ["!nobody"], queue: ["!other"] } });
  expect(summary).toMatchObject({ conversations: 3, offered: 3, segmentsAnswered: 4 });
});

test("a pair that is the responder's own does not select", () => {
  const destinations = [queueEntry("q", { respondingAgent: agent("ann"), nonRespondingAgents: [miss("ann")] })];
  const own = [conversation({ destinations })];
  expect(summarizeRecords(own, { filters: { agent: ["ann"] } })).toMatchObject({ conversations: 1, missed: 0 });
  const unanswered = [queueEntry("q", { respondingAgent: undefined, nonRespondingAgents: [miss("ann")] })];
  expect(summarizeRecords([conversation({ destinations: unanswered })], { filters: { agent: ["ann"] } }).missed).toBe(
    1,
  );
});
