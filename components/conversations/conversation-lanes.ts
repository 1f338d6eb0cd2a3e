import type { TimelineBar, TimelineLane, TimelineMark } from "@/components/charts/timeline-model";
import type { ConversationDetail, Destination } from "@/lib/shared/conversation";

type BarKind = TimelineBar["kind"];

/** A stretch between two instants; none where either is missing or they run backwards. */
function bar(startAt: string | null, endAt: string | null, kind: BarKind, label: string): TimelineBar[] {
  return startAt && endAt && startAt < endAt ? [{ startAt, endAt, kind, label }] : [];
}

/** The lanes of a conversation's timeline: its session, and for each destination the queue, the callback, the agents. */
export function lanesOf(conversation: ConversationDetail): TimelineLane[] {
  const { startedAt, endedAt, destinations } = conversation;
  const session = bar(startedAt, endedAt, destinations.length === 0 ? "bot" : "session", "Session");
  const lanes = destinations.flatMap((destination, index) => {
    const leftAt = destinations[index + 1]?.enteredAt ?? destinations[index + 1]?.segment?.assignedAt ?? endedAt;
    return destinationLanes(destination, leftAt);
  });
  return [{ label: destinations.length === 0 ? "Bot" : "Session", bars: session }, ...lanes].filter(
    (lane) => lane.bars.length > 0 || (lane.marks?.length ?? 0) > 0,
  );
}

function destinationLanes(destination: Destination, leftAt: string | null): TimelineLane[] {
  const { segment, queueName, enteredAt, callbackOptedAt, callbackAcceptedAt } = destination;
  const waitEndsAt = segment?.acceptedAt ?? leftAt;
  return [
    { label: "Queue", bars: bar(enteredAt, waitEndsAt, "waiting", queueName ?? "Queue") },
    {
      label: "Callback",
      bars: bar(callbackOptedAt, callbackAcceptedAt, "callback", "Callback"),
      marks:
        callbackOptedAt && !callbackAcceptedAt
          ? [{ at: callbackOptedAt, label: "Callback asked for, not accepted", tone: "neutral" }]
          : [],
    },
    { label: "Missed", bars: missedBars(destination, leftAt) },
    { label: "Agent", bars: segment ? segmentBars(segment) : [] },
  ];
}

/** An assignment that nobody took lasts until the next one, or until the destination was left. */
function missedBars({ missed, segment }: Destination, leftAt: string | null): TimelineBar[] {
  const starts = [...missed.map(({ assignedAt }) => assignedAt), segment?.assignedAt ?? null]
    .filter((at) => at !== null)
    .sort();
  return missed.flatMap(({ assignedAt, agentName }) => {
    const next = starts.find((at) => assignedAt !== null && at > assignedAt) ?? leftAt;
    return bar(assignedAt, next, "missed", agentName);
  });
}

function segmentBars(segment: NonNullable<Destination["segment"]>): TimelineBar[] {
  const { agentName, assignedAt, acceptedAt, interactionEndedAt, afterCallWorkEndedAt } = segment;
  return [
    ...bar(assignedAt, acceptedAt, "ringing", `${agentName}, ringing`),
    ...bar(acceptedAt, interactionEndedAt, "interaction", agentName),
    ...bar(interactionEndedAt, afterCallWorkEndedAt, "after-call-work", "After-call work"),
  ];
}

/** Who ended it, at the session's end. */
export function marksOf({ endedAt, disconnectingEvent }: ConversationDetail): TimelineMark[] {
  return endedAt ? [{ at: endedAt, label: disconnectingEvent, tone: "bad" }] : [];
}
