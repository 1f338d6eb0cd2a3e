import { fromAbsolute } from "@internationalized/date";
import { formatTime, formatValue } from "@/lib/shared/format";
import { compareInstants, isoOf, SECOND_MS, secondsBetween } from "@/lib/shared/instants";

export type BarKind =
  | "session"
  | "waiting"
  | "callback"
  | "ringing"
  | "missed"
  | "interaction"
  | "after-call-work"
  | "bot";

/** Instants are ISO 8601. */
export interface TimelineBar {
  startAt: string;
  endAt: string;
  kind: BarKind;
  label: string;
}

export interface TimelineMark {
  at: string;
  label: string;
  tone: "neutral" | "good" | "bad";
}

/** Something that happened, with what is to be known of it: “pick-up 25s”. */
export interface TimelineEvent extends TimelineMark {
  aside?: string;
}

export interface TimelineLane {
  label: string;
  bars: readonly TimelineBar[];
  marks?: readonly TimelineMark[];
}

/** First and last instant drawn, Unix milliseconds. */
export interface Span {
  start: number;
  end: number;
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

/** Every instant that is drawn, Unix milliseconds. */
export function instantsOf(lanes: readonly TimelineLane[], marks: readonly TimelineMark[] = []): number[] {
  return [
    ...lanes.flatMap((lane) => lane.bars.flatMap((bar) => [Date.parse(bar.startAt), Date.parse(bar.endAt)])),
    ...[...marks, ...lanes.flatMap((lane) => lane.marks ?? [])].map((mark) => Date.parse(mark.at)),
  ].filter(Number.isFinite);
}

/** From the first instant to the last; one second at least, so that there is an axis. */
export function spanOf(lanes: readonly TimelineLane[], marks: readonly TimelineMark[] = []): Span {
  const instants = instantsOf(lanes, marks);
  // Not by spreading: there can be more of them than a function takes arguments.
  const start = instants.reduce((least, instant) => Math.min(least, instant), instants[0] ?? 0);
  return { start, end: instants.reduce((most, instant) => Math.max(most, instant), start + SECOND_MS) };
}

/** Instants at round local times, `most` at most, evenly apart. */
export function timeTicks({ start, end }: Span, timeZone: string, most: number): number[] {
  const seconds = (end - start) / SECOND_MS;
  const step = STEPS.find((size) => seconds / size <= most) ?? Math.ceil(seconds / most / 86_400) * 86_400;
  const size = step * SECOND_MS;
  const { offset } = fromAbsolute(start, timeZone);
  const first = Math.ceil((start + offset) / size) * size - offset;
  return Array.from({ length: Math.max(0, Math.floor((end - first) / size) + 1) }, (_, index) => first + index * size);
}

/** Bars of a lane in as few rows as keep them from covering each other. */
export function packBars(bars: readonly TimelineBar[]): TimelineBar[][] {
  const rows: TimelineBar[][] = [];
  const byStart = [...bars].sort((a, b) => compareInstants(a.startAt, b.startAt));
  for (const bar of byStart) {
    const free = rows.find((row) => Date.parse(row.at(-1)?.endAt ?? "") <= Date.parse(bar.startAt));
    if (free) {
      free.push(bar);
    } else {
      rows.push([bar]);
    }
  }
  return rows.length > 0 ? rows : [[]];
}

export function secondsOf(bar: TimelineBar): number {
  return secondsBetween(bar.startAt, bar.endAt);
}

/** `Queue, Waiting, Default Queue, 07:40:36 to 07:41:23, 47s`; what is called alike is said once. */
export function describeBar(lane: string, bar: TimelineBar, timeZone: string): string {
  const [from, to] = [formatTime(bar.startAt, timeZone, true), formatTime(bar.endAt, timeZone, true)];
  const names = [...new Set([lane, KIND_LABELS[bar.kind], bar.label])].join(", ");
  return `${names}, ${from} to ${to}, ${formatValue(secondsOf(bar), "seconds")}`;
}

export const KIND_LABELS: Record<BarKind, string> = {
  session: "Session",
  waiting: "Waiting",
  callback: "Callback",
  ringing: "Ringing",
  missed: "Missed",
  interaction: "Interaction",
  "after-call-work": "After-call work",
  bot: "Bot",
};

/** `From 07:40:36 to 07:42:04, 1m 28s; 6 parts in 4 lanes; User Hangup at 07:41:56.` */
export function summarizeTimeline(
  lanes: readonly TimelineLane[],
  marks: readonly TimelineMark[],
  timeZone: string,
): string {
  const span = spanOf(lanes, marks);
  const time = (instant: number) => formatTime(isoOf(instant), timeZone, true);
  const parts = lanes.reduce((sum, lane) => sum + lane.bars.length, 0);
  const ends = marks.map((mark) => `; ${mark.label} at ${formatTime(mark.at, timeZone, true)}`).join("");
  const length = formatValue((span.end - span.start) / SECOND_MS, "seconds");
  return `From ${time(span.start)} to ${time(span.end)}, ${length}; ${count(parts, "part")} in ${count(lanes.length, "lane")}${ends}.`;
}

function count(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? "" : "s"}`;
}
