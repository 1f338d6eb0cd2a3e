import { Legend, type LegendItem } from "@/components/charts/frame/legend";
import type { Column, Row } from "@/lib/shared/contract";
import { formatShortDay, formatTime, formatValue } from "@/lib/shared/format";
import { isoOf } from "@/lib/shared/instants";
import {
  type BarKind,
  KIND_LABELS,
  secondsOf,
  spanOf,
  type TimelineEvent,
  type TimelineLane,
  type TimelineMark,
} from "./timeline-model";
import { KIND_LOOKS, MARK_COLOURS } from "./timeline-theme";

/** Kinds whose look needs no key: their bars say what they are. */
const SELF_EVIDENT: readonly BarKind[] = ["session"];

interface Props {
  lanes: readonly TimelineLane[];
  marks: readonly TimelineMark[];
  events?: readonly TimelineEvent[];
  timeZone: string;
}

/** The kinds that occur, and each mark with its time. */
export function TimelineLegend({ lanes, marks, events = [], timeZone }: Props) {
  const kinds = new Set(lanes.flatMap((lane) => lane.bars.map((bar) => bar.kind)));
  const items: LegendItem[] = [...kinds]
    .filter((kind) => !SELF_EVIDENT.includes(kind))
    .map((kind) => ({
      label: KIND_LABELS[kind],
      colour: KIND_LOOKS[kind].colour,
      mark: kind === "ringing" ? "outline" : "square",
    }));
  // What stands among the events has its label and its time there.
  const listed = new Set(events.map(({ at, label }) => at + label));
  const all = [...marks, ...lanes.flatMap((lane) => lane.marks ?? [])].filter(
    ({ at, label }) => !listed.has(at + label),
  );
  const keys = all.map((mark) => ({
    label: `${mark.label} ${formatTime(mark.at, timeZone, true)}`,
    colour: MARK_COLOURS[mark.tone],
    mark: "tick" as const,
  }));
  return <Legend className="mt-1" items={[...items, ...keys]} />;
}

export const TIMELINE_COLUMNS: Column[] = [
  { id: "lane", label: "Lane", unit: "text" },
  { id: "what", label: "What", unit: "text" },
  { id: "from", label: "From", unit: "text" },
  { id: "to", label: "To", unit: "text" },
  { id: "seconds", label: "Duration", unit: "seconds" },
];

/** Bars and marks in the order in which they began. */
export function timelineRows({ lanes, marks, events = [], timeZone }: Props): Row[] {
  const { start, end } = spanOf(lanes, [...marks, ...events]);
  const dayOf = (instant: number) => formatShortDay(isoOf(instant), timeZone);
  const hasDays = dayOf(start) !== dayOf(end);
  const time = (instant: string) =>
    `${hasDays ? `${dayOf(Date.parse(instant))} ` : ""}${formatTime(instant, timeZone, true)}`;
  const bars = lanes.flatMap((lane) =>
    lane.bars.map((bar) => ({
      at: Date.parse(bar.startAt),
      row: {
        lane: lane.label,
        what: bar.label || KIND_LABELS[bar.kind],
        from: time(bar.startAt),
        to: time(bar.endAt),
        seconds: secondsOf(bar),
      },
    })),
  );
  const listed = new Set(events.map(({ at, label }) => at + label));
  const marked = [{ label: "All", marks }, ...lanes].flatMap((lane) =>
    (lane.marks ?? [])
      .filter(({ at, label }) => !listed.has(at + label))
      .map((mark) => ({ lane: lane.label, at: mark.at, what: mark.label })),
  );
  const happened = events.map(({ at, label, aside }) => ({
    lane: "Events",
    at,
    what: aside ? `${label}, ${aside}` : label,
  }));
  const points = [...happened, ...marked].map(({ lane, at, what }) => ({
    at: Date.parse(at),
    row: { lane, what, from: time(at), to: formatValue(null, "text"), seconds: null },
  }));
  return [...bars, ...points].sort((a, b) => a.at - b.at).map(({ row }) => row);
}
