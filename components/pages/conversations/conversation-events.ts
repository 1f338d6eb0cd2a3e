import type { ConversationDetail, Destination } from "@/lib/shared/conversation";
import { formatSeconds } from "@/lib/shared/format";
import { secondsBetween } from "@/lib/shared/instants";

/** One thing that happened, with the time that it took to come to it. */
export interface ConversationEvent {
  at: string | null;
  title: string;
  /** “after 21s”, “pick-up 25s” */
  aside?: string;
  text?: string;
  tone?: "neutral" | "good" | "bad";
}

/** What happened at one destination, in the order in which it happened; what has no time comes where it belongs. */
export function eventsOf(destination: Destination, conversation: ConversationDetail): ConversationEvent[] {
  const entered = destination.enteredAt;
  const after = (at: string | null) => (entered && at ? sinceEntry(secondsBetween(entered, at)) : undefined);
  const events: ConversationEvent[] = [
    ...(destination.type === "QueueEntry"
      ? [{ at: entered, title: `Entered ${destination.queueName ?? "a queue without a name"}` }]
      : []),
    ...(destination.isCallbackOpted
      ? [{ at: destination.callbackOptedAt, title: "Callback asked for", aside: after(destination.callbackOptedAt) }]
      : []),
    ...destination.missed.map(({ assignedAt, agentName, reason }) => ({
      at: assignedAt,
      title: `${agentName} did not respond`,
      aside: after(assignedAt),
      text: reason ?? undefined,
      tone: "bad" as const,
    })),
    ...segmentEvents(destination, after),
    ...(destination.callbackAcceptedAt
      ? [
          {
            at: destination.callbackAcceptedAt,
            title: "Customer accepted the callback",
            aside: labelled("callback wait", destination.callbackWaitSeconds),
          },
        ]
      : []),
  ];
  const sorted = inOrder(events);
  return sorted.map((event) => ({ ...event, text: event.text ?? looseEnd(event, conversation) }));
}

function segmentEvents(
  { segment }: Destination,
  after: (at: string | null) => string | undefined,
): ConversationEvent[] {
  if (!segment) {
    return [];
  }
  const isFirstResponseAtOnce = segment.firstResponseAt === segment.acceptedAt;
  return [
    { at: segment.assignedAt, title: `Assigned to ${segment.agentName}`, aside: after(segment.assignedAt) },
    ...(segment.isAnswered
      ? [
          {
            at: segment.acceptedAt,
            title: segment.firstResponseAt && isFirstResponseAtOnce ? "Accepted, first response" : "Accepted",
            aside: labelled("pick-up", segment.pickupSeconds),
            tone: "good" as const,
          },
        ]
      : []),
    ...(segment.firstResponseAt && !isFirstResponseAtOnce
      ? [
          {
            at: segment.firstResponseAt,
            title: "First response",
            aside: labelled("after", segment.firstResponseSeconds),
          },
        ]
      : []),
    ...(segment.interactionEndedAt
      ? [
          {
            at: segment.interactionEndedAt,
            title: "Interaction ended",
            aside: labelled("", segment.interactionSeconds),
          },
        ]
      : []),
    ...(segment.afterCallWorkEndedAt
      ? [
          {
            at: segment.afterCallWorkEndedAt,
            title: "After-call work done",
            aside: labelled("", segment.afterCallWorkSeconds),
          },
        ]
      : []),
  ];
}

/** The source's session end is loose (FACTS, "Traps"): where something comes after it, that is said. */
function looseEnd({ at, title }: ConversationEvent, { endedAt }: ConversationDetail): string | undefined {
  if (title !== "Interaction ended" || !at || !endedAt || at <= endedAt) {
    return undefined;
  }
  const late = formatSeconds(secondsBetween(endedAt, at));
  return `${late} after the session’s own end: the source’s session end is loose.`;
}

function labelled(label: string, seconds: number | null): string | undefined {
  return seconds === null ? undefined : `${label} ${formatSeconds(seconds)}`.trim();
}

/** Times can run backwards in the source: that is said, not hidden. */
function sinceEntry(seconds: number): string {
  return seconds < 0 ? `${formatSeconds(-seconds)} before the entry` : `after ${formatSeconds(seconds)}`;
}

/** By time; an event without one stays behind the one that it came after. */
function inOrder(events: readonly ConversationEvent[]): ConversationEvent[] {
  let last = Number.NEGATIVE_INFINITY;
  const keyed = events.map((event, index) => {
    last = event.at ? Date.parse(event.at) : last;
    return { event, key: last, index };
  });
  return keyed.sort((a, b) => a.key - b.key || a.index - b.index).map(({ event }) => event);
}
