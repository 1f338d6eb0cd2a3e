/** Records as JSON texts, as an API would send them: of a size or a form that few have, but some do. */

/** When they begin unless said otherwise, Unix milliseconds; their times are in UTC. */
export const BEGINNING = Date.parse("2026-03-10T08:00:00Z");

const timeAfter = (startAt: number, seconds: number) => new Date(startAt + seconds * 1000).toISOString().slice(0, 19);

/** An answered inbound conversation of one queue; `id` is JSON. */
export function plainRecord(id: string, more = "", startAt = BEGINNING): string {
  const time = (second: number) => timeAfter(startAt, second);
  return `{"conversationId":${id},"sessionId":"s","channel":"Voice","sessionStartTime":"${time(0)}","sessionEndTime":"${time(120)}","finalStatus":"CLOSED","disconnectingEvent":"Agent Hangup","destinations":[${JSON.stringify(destination(0, time))}]${more}}`;
}

/** The same with `levels` objects in each other. */
export function deepRecord(id: string, levels: number, field = "metaInfo", startAt = BEGINNING): string {
  return plainRecord(id, `,"${field}":${'{"a":'.repeat(levels)}"the bottom"${"}".repeat(levels)}`, startAt);
}

export const LARGE = { destinations: 500, tags: 5000, megabytes: 5 };

/** A conversation of five megabytes: 500 destinations, 5,000 tags, and a text of three megabytes that nobody expects. */
export function largeRecord(id: string, startAt = BEGINNING): string {
  const time = (second: number) => timeAfter(startAt, second);
  const record = {
    ...JSON.parse(plainRecord(JSON.stringify(id), "", startAt)),
    sessionEndTime: time(500 * 120),
    destinations: Array.from({ length: LARGE.destinations }, (_, index) => destination(index, time)),
    sessionleveltags: Array.from({ length: LARGE.tags }, (_, index) => ({
      name: `step ${index % 50}`,
      value: `value ${index} ${"of a tag ".repeat(8)}`,
    })),
    dispositionRemarks: ["Long"],
    metaInfo: { transcript: "word ".repeat(600_000), fields: Array.from({ length: 3000 }, (_, index) => ({ index })) },
  };
  const text = JSON.stringify(record);
  return text.replace(/\}$/, `,"padding":"${"x".repeat(Math.max(0, LARGE.megabytes * 1024 * 1024 - text.length))}"}`);
}

function destination(index: number, time: (second: number) => string) {
  const at = index * 120;
  return {
    destinationType: "QueueEntry",
    queueId: `q-${index % 7}`,
    queueName: `Queue ${index % 7}`,
    EnterTime: time(at + 10),
    respondingAgent: {
      agentId: `a-${index % 40}`,
      name: `Agent ${index % 40}`,
      status: "Answered",
      assignedAt: time(at + 15),
      acceptedTime: time(at + 20),
      interactionDuration: 80,
      interactionEndTime: time(at + 100),
      afterCallWorkDuration: 10,
      afterCallWorkEndTime: time(at + 110),
      agentNotes: [`Note ${index}`],
    },
    nonRespondingAgents: [{ agentId: "a-99", name: "Agent 99", assignedAt: time(at + 11), agentNotes: [] }],
  };
}
