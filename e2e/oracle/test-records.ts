import { createOracle, type OracleDataset, type OracleQuery, type OracleRow } from "./oracle";

/** Hand-written records for the tests, in UTC; each names only what its test is about. */
type Fields = Record<string, unknown>;

let count = 0;

export function conversation(fields: Fields = {}): Fields {
  count += 1;
  return {
    conversationId: `c-${count}`,
    channel: "Voice",
    sessionStartTime: "2025-10-01T10:00:00",
    finalStatus: "CLOSED",
    disconnectingEvent: "Agent Closed",
    customerinfo: { Direction: "Inbound" },
    destinations: [],
    ...fields,
  };
}

export function queueEntry(queueId: string, fields: Fields = {}): Fields {
  return { destinationType: "QueueEntry", queueId, EnterTime: "2025-10-01T10:00:00", ...fields };
}

/** An agent, assigned at 10:00:05 and answering at 10:00:10. */
export function agent(agentId: string, fields: Fields = {}): Fields {
  return {
    agentId,
    name: agentId.toUpperCase(),
    status: "Answered",
    assignedAt: "2025-10-01T10:00:05",
    acceptedTime: "2025-10-01T10:00:10",
    ...fields,
  };
}

export function miss(agentId: string, assignedAt = "2025-10-01T10:00:05"): Fields {
  return { agentId, name: agentId.toUpperCase(), assignedAt };
}

export const OUTBOUND = { customerinfo: { Direction: "Outbound" } };

/** A dataset of 1 October 2025 (UTC), or of the query given. */
export function ask(records: unknown[], name: OracleDataset, query: Partial<OracleQuery> = {}): OracleRow[] {
  const whole = { from: "2025-10-01", to: "2025-10-01", timeZone: "UTC", ...query };
  return createOracle(records, 0).dataset(name, whole);
}

export function summarizeRecords(records: unknown[], query: Partial<OracleQuery> = {}): OracleRow {
  return ask(records, "summary", query)[0] ?? {};
}
