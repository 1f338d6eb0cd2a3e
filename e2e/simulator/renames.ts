import type { VendorDestination, VendorRecord } from "./record";
import type { CentreSettings } from "./settings";

const HOUR_MS = 3_600_000;
/** A record keeps the names that were in force a day after its session began. */
const NAMED_FOR_MS = 24 * HOUR_MS;

/** The record with the names that its queues and agents bear now. */
export function renamed(
  record: VendorRecord,
  startMs: number,
  nowMs: number,
  { renameHours = 0 }: CentreSettings,
): VendorRecord {
  if (renameHours <= 0 || record.destinations === undefined) return record;
  const times = Math.floor(Math.min(nowMs, startMs + NAMED_FOR_MS) / (renameHours * HOUR_MS));
  const rename = (name: string) => `${name} ${times % 1000}`;
  return { ...record, destinations: record.destinations.map((destination) => renamedDestination(destination, rename)) };
}

function renamedDestination(destination: VendorDestination, rename: (name: string) => string): VendorDestination {
  const { queueName, name, respondingAgent, nonRespondingAgents } = destination;
  return {
    ...destination,
    ...(queueName !== undefined && { queueName: rename(queueName) }),
    ...(name !== undefined && { name: rename(name) }),
    ...(respondingAgent && { respondingAgent: { ...respondingAgent, name: rename(respondingAgent.name) } }),
    ...(nonRespondingAgents && {
      nonRespondingAgents: nonRespondingAgents.map((agent) => ({ ...agent, name: rename(agent.name) })),
    }),
  };
}
