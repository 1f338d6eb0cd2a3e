import { TooltipBox, type TooltipRow } from "@/components/charts/frame/tooltip-box";
import { formatTime, formatValue } from "@/lib/shared/format";
import { shareOn, type TimeScale } from "./time-scale";
import { KIND_LABELS, secondsOf, type TimelineBar, type TimelineEvent } from "./timeline-model";
import { KIND_LOOKS, MARK_COLOURS } from "./timeline-theme";

/** The bar or the event that pointer or keyboard is on, and the grid row that it stands in. */
export type ActivePart = { row: number } & ({ bar: TimelineBar } | { event: TimelineEvent });

interface Props {
  active: ActivePart;
  scale: TimeScale;
  timeZone: string;
}

/** Under the part, from its start, or from its end where it stands far to the right. */
export function TimelineTooltip({ active, scale, timeZone }: Props) {
  const [startAt, endAt] =
    "bar" in active ? [active.bar.startAt, active.bar.endAt] : [active.event.at, active.event.at];
  const isRight = shareOn(scale, Date.parse(startAt)) > 0.5;
  const edge = shareOn(scale, Date.parse(isRight ? endAt : startAt));
  const title = "bar" in active ? active.bar.label || KIND_LABELS[active.bar.kind] : active.event.label;
  return (
    <div aria-hidden className="pointer-events-none relative col-start-2 h-0 self-end" style={{ gridRow: active.row }}>
      <div className={`absolute top-1 z-20 ${isRight ? "-translate-x-full" : ""}`} style={{ left: `${edge * 100}%` }}>
        <TooltipBox title={title} rows={rowsOf(active, timeZone)} />
      </div>
    </div>
  );
}

function rowsOf(active: ActivePart, timeZone: string): TooltipRow[] {
  if ("event" in active) {
    const { at, aside, tone } = active.event;
    return [
      { label: "At", value: formatTime(at, timeZone, true), colour: MARK_COLOURS[tone], isActive: true },
      ...(aside ? [{ label: aside, value: "" }] : []),
    ];
  }
  const { bar } = active;
  return [
    {
      label: KIND_LABELS[bar.kind],
      value: formatValue(secondsOf(bar), "seconds"),
      colour: KIND_LOOKS[bar.kind].colour,
      isActive: true,
    },
    { label: "From", value: formatTime(bar.startAt, timeZone, true) },
    { label: "To", value: formatTime(bar.endAt, timeZone, true) },
  ];
}
