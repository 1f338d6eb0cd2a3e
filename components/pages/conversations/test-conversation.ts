import type { ConversationDetail, Destination } from "@/lib/shared/conversation";

/** So many seconds after the start. */
export const at = (second: number) => new Date(Date.parse("2026-03-10T08:00:00Z") + second * 1000).toISOString();

function destinationAt(position: number): Destination {
  const start = position * 120;
  return {
    position,
    type: "QueueEntry",
    queueId: "q-1",
    queueName: "Sales",
    outcome: "answered",
    enteredAt: at(start + 10),
    isCallbackOpted: false,
    callbackOptedAt: null,
    callbackAcceptedAt: null,
    waitSeconds: 10,
    callbackWaitSeconds: null,
    segment: {
      agentId: "a-1",
      agentName: "Anita",
      agentEmail: null,
      isAnswered: true,
      assignedAt: at(start + 15),
      acceptedAt: at(start + 20),
      firstResponseAt: null,
      interactionEndedAt: at(start + 100),
      afterCallWorkEndedAt: at(start + 110),
      pickupSeconds: 5,
      firstResponseSeconds: null,
      interactionSeconds: 80,
      afterCallWorkSeconds: 10,
      notes: [`Note ${position}`, `Note ${position}`],
    },
    missed: [{ agentId: "a-2", agentName: "Bob", assignedAt: at(start + 11), reason: null }],
  };
}

/** A conversation with so many destinations, each answered, one after the other. */
export function conversationWith(destinations: number): ConversationDetail {
  return {
    id: "large",
    sessionId: null,
    startedAt: at(0),
    endedAt: at(destinations * 120),
    channel: "Voice",
    direction: "Inbound",
    finalStatus: "CLOSED",
    disconnectingEvent: "Agent Hangup",
    outcome: "answered",
    durationSeconds: destinations * 120,
    queues: [],
    agents: [],
    customer: null,
    dispositions: [],
    callbackDue: null,
    timeZone: "UTC",
    lastIntent: "",
    botId: null,
    userId: null,
    destinations: Array.from({ length: destinations }, (_, position) => destinationAt(position)),
    tags: { session: [], user: [] },
    dispositionRemarks: [],
    skills: [],
    tones: [],
    profile: {},
    unreadFields: [],
    isStale: false,
    raw: null,
  };
}
