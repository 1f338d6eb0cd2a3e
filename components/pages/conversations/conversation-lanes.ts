import type {
  TimelineBar,
  TimelineEvent,
  TimelineLane,
  TimelineMark,
} from "@/components/charts/timeline/timeline-model";
import type { ConversationDetail, Destination, Segment } from "@/lib/shared/conversation";
import { compareInstants } from "@/lib/shared/instants";
import { eventsOf } from "./conversation-events";

type BarKind = TimelineBar["kind"];

/** A stretch between two instants; none where either is missing or they run backwards. */
function bar(startAt: string | null, endAt: string | null, kind: BarKind, label: string): TimelineBar[] {
  return startAt && endAt && startAt < endAt ? [{ startAt, endAt, kind, label }] : [];
}

/**
 * The lanes of a conversation's timeline: its session, the bot, the queues, callbacks, those who missed it, the agents.
 * What of a conversation is still open lasts until `through`, up to which it is synced.
 */
export function lanesOf(conversation: ConversationDetail, through: string | null = null): TimelineLane[] {
  const { startedAt, endedAt, destinations } = conversation;
  const openUntil = isOpen(conversation) ? through : null;
  const lastAt = endedAt ?? openUntil ?? lastInstantOf(conversation);
  const session = bar(startedAt, lastAt, "session", sessionLabel(endedAt, openUntil));
  const bot = bar(startedAt, destinations.length === 0 ? lastAt : firstInstantOf(destinations), "bot", "Bot");
  const of = (barsOf: (destination: Destination, leftAt: string | null) => TimelineBar[]) =>
    destinations.flatMap((destination, index) => {
      const next = destinations[index + 1];
      const leftAt = next?.enteredAt ?? next?.segment?.assignedAt ?? endedAt;
      return barsOf(destination, next ? leftAt : (leftAt ?? openUntil));
    });
  const lanes = [
    { label: "Session", bars: session },
    { label: "Bot", bars: bot },
    { label: "Queue", bars: of(queueBars) },
    { label: "Callback", bars: of(callbackBars) },
    { label: "Missed", bars: of(missedBars) },
    { label: "Agent", bars: of((destination) => segmentBars(destination, openUntil)) },
  ];
  return lanes.filter((lane) => lane.bars.length > 0);
}

/** Whether it goes on: the source has not given its end. */
export function isOpen({ endedAt, finalStatus }: ConversationDetail): boolean {
  return endedAt === null && finalStatus.startsWith("TRANSIENT");
}

function sessionLabel(endedAt: string | null, openUntil: string | null): string {
  return endedAt ? "Session" : openUntil ? "Session, still open" : "Session, without an end";
}

/** The wait lasts until an agent took it, or until it was left; where one took it and no one knows when, none is drawn. */
function queueBars({ enteredAt, segment, queueName }: Destination, leftAt: string | null): TimelineBar[] {
  const endAt = segment?.isAnswered ? acceptedAtOf(segment) : (segment?.acceptedAt ?? leftAt);
  const mark = segment?.isAnswered ? computedMark(segment, "end") : "";
  return bar(enteredAt, endAt, "waiting", `${queueName ?? "Queue"}${mark}`);
}

/** Said of a bar that starts or ends where an agent accepted, where the source does not say when that was. */
function computedMark({ acceptedAt }: Segment, edge: "start" | "end"): string {
  return acceptedAt === null ? `, ${edge} computed` : "";
}

/** When an agent took it: where the source does not say, so long before the end as the interaction lasted. */
function acceptedAtOf({ acceptedAt, interactionEndedAt, interactionSeconds }: Segment): string | null {
  if (acceptedAt !== null || interactionEndedAt === null || interactionSeconds === null) {
    return acceptedAt;
  }
  return new Date(Date.parse(interactionEndedAt) - interactionSeconds * 1000).toISOString();
}

function callbackBars({ callbackOptedAt, callbackAcceptedAt }: Destination): TimelineBar[] {
  return bar(callbackOptedAt, callbackAcceptedAt, "callback", "Callback");
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

function segmentBars({ segment }: Destination, openUntil: string | null): TimelineBar[] {
  if (!segment) {
    return [];
  }
  const { agentName, assignedAt, interactionEndedAt, afterCallWorkEndedAt } = segment;
  const acceptedAt = acceptedAtOf(segment);
  return [
    ...bar(assignedAt, acceptedAt, "ringing", `${agentName}, ringing${computedMark(segment, "end")}`),
    ...bar(acceptedAt, interactionEndedAt ?? openUntil, "interaction", `${agentName}${computedMark(segment, "start")}`),
    ...bar(interactionEndedAt, afterCallWorkEndedAt, "after-call-work", "After-call work"),
  ];
}

/** Who ended it, at the session's end. */
export function marksOf({ endedAt, disconnectingEvent }: ConversationDetail): TimelineMark[] {
  return endedAt ? [{ at: endedAt, label: disconnectingEvent, tone: "bad" }] : [];
}

/** Everything that has a time, in its order: start, each event of each destination, end. */
export function timelineEventsOf(conversation: ConversationDetail): TimelineEvent[] {
  const happened = conversation.destinations.flatMap((destination) =>
    eventsOf(destination, conversation).flatMap(({ at, title, aside, tone = "neutral" }): TimelineEvent[] =>
      at ? [{ at, label: title, aside, tone }] : [],
    ),
  );
  const events: TimelineEvent[] = [
    { at: conversation.startedAt, label: "Session started", tone: "neutral" },
    ...happened,
    ...marksOf(conversation),
  ];
  return events.sort((a, b) => compareInstants(a.at, b.at));
}

/** Stretches that the record has, but backwards: they cannot be drawn. */
export function countBackwards({ startedAt, endedAt, destinations }: ConversationDetail): number {
  const pairs = [
    [startedAt, endedAt],
    ...destinations.flatMap(({ enteredAt, segment, callbackOptedAt, callbackAcceptedAt }) => [
      [enteredAt, segment?.acceptedAt],
      [callbackOptedAt, callbackAcceptedAt],
      [segment?.assignedAt, segment?.acceptedAt],
      [segment?.acceptedAt, segment?.interactionEndedAt],
      [segment?.interactionEndedAt, segment?.afterCallWorkEndedAt],
    ]),
  ];
  return pairs.filter(([from, to]) => from && to && from > to).length;
}

function firstInstantOf(destinations: readonly Destination[]): string | null {
  return destinations.flatMap(({ enteredAt, segment }) => enteredAt ?? segment?.assignedAt ?? []).sort()[0] ?? null;
}

function lastInstantOf({ destinations, startedAt }: ConversationDetail): string {
  const instants = destinations.flatMap(({ enteredAt, callbackAcceptedAt, missed, segment }) => [
    enteredAt,
    callbackAcceptedAt,
    ...missed.map(({ assignedAt }) => assignedAt),
    ...(segment
      ? [segment.assignedAt, segment.acceptedAt, segment.interactionEndedAt, segment.afterCallWorkEndedAt]
      : []),
  ]);
  return [startedAt, ...instants.filter((at) => at !== null)].sort().at(-1) ?? startedAt;
}
