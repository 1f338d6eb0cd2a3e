import { expect, test } from "vitest";
import { agent, ask, conversation, OUTBOUND, queueEntry } from "./test-records";

/** Bands with somebody in them, and how many were answered and gave up. */
function counted(records: unknown[]): Record<string, unknown[]> {
  const rows = ask(records, "waits").filter((row) => row.offeredAnswered !== 0 || row.offeredAbandoned !== 0);
  return Object.fromEntries(rows.map((row) => [String(row.wait), [row.offeredAnswered, row.offeredAbandoned]]));
}

/** Answered so many seconds after entering the queue. */
const answeredAfter = (seconds: number, fields: Record<string, unknown> = {}) => {
  const acceptedTime = new Date(Date.parse("2025-10-01T10:00:00Z") + seconds * 1000).toISOString();
  const assignedAt = "2025-10-01T10:00:00";
  return conversation({
    destinations: [queueEntry("q", { respondingAgent: agent("a", { acceptedTime, assignedAt }) })],
    ...fields,
  });
};

test("an edge belongs to the band below it, and no wait at all to the first", () => {
  const waits = [0, 5, 6, 20, 21, 600, 601].map((seconds) => answeredAfter(seconds));
  expect(counted(waits)).toEqual({
    "0-5": [2, 0],
    "5-10": [1, 0],
    "10-20": [1, 0],
    "20-30": [1, 0],
    "300-600": [1, 0],
    "600-": [1, 0],
  });
});

test("who gave up counts by the time from entering the queue to the end", () => {
  const given = {
    finalStatus: "USER ABANDONED",
    sessionEndTime: "2025-10-01T10:01:10",
    destinations: [queueEntry("q")],
  };
  expect(counted([conversation(given)])).toEqual({ "60-120": [0, 1] });
});

test("neither outbound entries, nor callbacks, nor an entry without EnterTime have a band", () => {
  const callback = queueEntry("q", { CallbackOpted: true, respondingAgent: agent("a") });
  const timeless = queueEntry("q", { EnterTime: undefined, respondingAgent: agent("a") });
  const others = [
    answeredAfter(3, OUTBOUND),
    ...[callback, timeless].map((one) => conversation({ destinations: [one] })),
  ];
  expect(counted(others)).toEqual({});
});
