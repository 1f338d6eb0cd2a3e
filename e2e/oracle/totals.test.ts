import fc from "fast-check";
import { expect, test } from "vitest";
import { createOracle, type OracleQuery, type OracleRow } from "./oracle";

const text = fc.constantFrom("a", "b ", "", "Not given", undefined, null, 7);
const time = fc.oneof(
  fc.integer({ min: 0, max: 4 * 1440 }).map((minutes) => {
    return new Date(Date.UTC(2025, 10, 1) + minutes * 60_000).toISOString().slice(0, 19);
  }),
  fc.constantFrom("", undefined, "soon"),
);
const seconds = fc.constantFrom(-3, 0, 12, 600, "40", null, undefined);
const agent = fc.record({
  agentId: fc.constantFrom("a", "b ", "", undefined, 7),
  name: text,
  status: fc.constantFrom("Answered", "answered ", "Ringing", undefined),
  assignedAt: time,
  acceptedTime: time,
  interactionDuration: seconds,
  afterCallWorkDuration: seconds,
});
const destination = fc.record({
  destinationType: fc.constantFrom("QueueEntry", "QueueEntry", "AgentSegment", "Other", undefined),
  queueId: text,
  queueName: text,
  EnterTime: time,
  CallbackOpted: fc.constantFrom(true, "True", false, undefined),
  CallbackOptedTime: time,
  userCallbackAcceptTime: time,
  respondingAgent: fc.option(agent),
  nonRespondingAgents: fc.option(fc.array(agent, { maxLength: 3 })),
});
const record = fc.record({
  conversationId: fc.option(fc.uuid()),
  sessionId: fc.uuid(),
  sessionStartTime: time,
  finalStatus: fc.constantFrom("CLOSED", "BotResolved", "USER ABANDONED", "TRANSIENT_OPEN", ""),
  disconnectingEvent: fc.constantFrom("User Hangup", "Agent Closed", undefined),
  channel: text,
  customerinfo: fc.record({ Direction: fc.constantFrom("Inbound", "Outbound", undefined) }),
  destinations: fc.option(fc.array(destination, { maxLength: 4 })),
});
const query: OracleQuery = { from: "2025-11-01", to: "2025-11-04", timeZone: "America/New_York" };

function total(rows: readonly OracleRow[], key: string): number {
  return rows.reduce((sum, row) => sum + Number(row[key]), 0);
}

test("whatever the records are, the parts add up to the wholes", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(record, fc.anything()), { maxLength: 30 }), (records) => {
      const oracle = createOracle(records, 0);
      const [summary = {}] = oracle.dataset("summary", query);
      const { conversations, answered, open, contained, abandoned, unanswered, offered, callbacksOpted } = summary;

      expect(oracle.conversationKeys(query)).toHaveLength(Number(conversations));
      expect(Number(answered) + Number(open) + Number(contained) + Number(abandoned) + Number(unanswered)).toBe(
        conversations,
      );
      for (const name of ["final-status", "disconnecting-events", "channels", "status-by-event"] as const) {
        expect(total(oracle.dataset(name, query), "conversations")).toBe(conversations);
      }
      for (const interval of ["hour", "day", "week"] as const) {
        expect(total(oracle.dataset("volume", { ...query, interval }), "conversations")).toBe(conversations);
        expect(total(oracle.dataset("callbacks", { ...query, interval }), "callbacksOpted")).toBe(callbacksOpted);
      }
      expect(total(oracle.dataset("heatmap", query), "offered")).toBe(offered);
      expect(total(oracle.dataset("queues", query), "offered")).toBe(offered);
      expect(total(oracle.dataset("queues", query), "callbacksOpted")).toBe(callbacksOpted);
      expect(total(oracle.dataset("flow", query), "conversations")).toBe(3 * Number(conversations));
      expect(total(oracle.dataset("agents", query), "missed")).toBe(summary.missed);
    }),
    { numRuns: 25 },
  );
});

test("a filter and its exclusion share out the conversations", () => {
  fc.assert(
    fc.property(
      fc.array(record, { maxLength: 30 }),
      fc.constantFrom("queue", "agent", "channel"),
      (records, filter) => {
        const oracle = createOracle(records, 0);
        const wanted = oracle.conversationKeys({ ...query, filters: { [filter]: ["a"] } });
        const unwanted = oracle.conversationKeys({ ...query, filters: { [filter]: ["!a"] } });
        expect([...wanted, ...unwanted].sort()).toEqual(oracle.conversationKeys(query).sort());
      },
    ),
  );
});
