"use client";

import { useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { TooltipBox, type TooltipRow } from "@/components/charts/frame/tooltip-box";
import { useRoving } from "@/components/charts/plot/use-roving";
import { useWidth } from "@/components/charts/plot/use-width";
import { distinctKeys } from "@/lib/shared/distinct-keys";
import { formatTime, formatValue } from "@/lib/shared/format";
import { shareOn, type TimeScale, timeScale } from "./time-scale";
import { axisTicks, TimelineAxis, TimelineGrid } from "./timeline-axis";
import { clusterBars, clusterEvents } from "./timeline-clusters";
import { TimelineEvents } from "./timeline-events";
import { TimelineLaneRow } from "./timeline-lane";
import {
  describeBar,
  instantsOf,
  KIND_LABELS,
  secondsOf,
  summarizeTimeline,
  type TimelineBar,
  type TimelineEvent,
  type TimelineLane,
  type TimelineMark,
} from "./timeline-model";
import { TIMELINE_COLUMNS, TimelineLegend, timelineRows } from "./timeline-table";
import { KIND_LOOKS, MARK_COLOURS } from "./timeline-theme";

export interface TimelineProps extends ChartProps {
  lanes: readonly TimelineLane[];
  /** Instants that concern every lane, drawn through all of them: who hung up. */
  marks?: readonly TimelineMark[];
  /** What happened, listed above the lanes in the order of time. */
  events?: readonly TimelineEvent[];
  timeZone: string;
  /** Draws long silences as long as they were, too. */
  isToScale?: boolean;
}

const FIRST_PLOT_WIDTH = 900;
const NONE: readonly never[] = [];

/** One conversation on a real time axis: events above, a lane for each party, a bar for each stretch. */
export function Timeline(props: TimelineProps) {
  const { label, isTable, lanes, marks = NONE, events = NONE, timeZone, isToScale } = props;
  const [plot, width] = useWidth<HTMLDivElement>(FIRST_PLOT_WIDTH);
  const [box, handleKey] = useRoving<HTMLDivElement>();
  const [active, setActive] = useState<ActivePart | null>(null);
  const scale = timeScale(instantsOf(lanes, [...marks, ...events]), isToScale);
  const markKeys = distinctKeys(marks.map(({ at, label }) => at + label));
  const ticks = axisTicks(scale, timeZone, width);
  const all = { gridRow: `1 / ${lanes.length + 2}` };
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeTimeline(lanes, marks, timeZone)}
      columns={TIMELINE_COLUMNS}
      rows={isTable ? timelineRows({ lanes, marks, events, timeZone }) : NONE}
      legendAt="bottom"
      legend={<TimelineLegend lanes={lanes} marks={marks} events={events} timeZone={timeZone} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the events and bars, which take focus themselves */}
      <div ref={box} onKeyDown={handleKey} className="relative grid grid-cols-[64px_1fr] pr-6 sm:grid-cols-[92px_1fr]">
        <div aria-hidden ref={plot} className="relative col-start-2" style={all}>
          <TimelineGrid ticks={ticks} scale={scale} width={width} />
        </div>
        {events.length > 0 && (
          <TimelineEvents
            events={clusterEvents(events, scale, width)}
            scale={scale}
            width={width}
            timeZone={timeZone}
            onActive={(event) => setActive(event && { event, row: 1 })}
          />
        )}
        {lanes.map((lane, index) => (
          <TimelineLaneRow
            key={lane.label}
            row={index + 2}
            lane={{ ...lane, bars: clusterBars(lane.bars, scale, width) }}
            scale={scale}
            width={width}
            describeBar={(bar) => describeBar(lane.label, bar, timeZone)}
            onActive={setActive}
          />
        ))}
        {/* Not over the events, whose labels it would cross. */}
        <div
          aria-hidden
          className="pointer-events-none relative col-start-2"
          style={{ gridRow: `${events.length > 0 ? 2 : 1} / ${lanes.length + 2}` }}
        >
          {marks.map((mark, index) => (
            <i
              key={markKeys[index]}
              className="absolute inset-y-0 -ml-px w-0.5"
              style={{ left: `${shareOn(scale, Date.parse(mark.at)) * 100}%`, background: MARK_COLOURS[mark.tone] }}
            />
          ))}
        </div>
        <div aria-hidden className="relative col-start-2 h-6 text-ink-3 text-xs" style={{ gridRow: lanes.length + 2 }}>
          <TimelineAxis ticks={ticks} />
        </div>
        {active && <TimelineTooltip active={active} scale={scale} timeZone={timeZone} />}
      </div>
    </ChartFrame>
  );
}

/** The bar or the event that pointer or keyboard is on, and the grid row that it stands in. */
type ActivePart = { row: number } & ({ bar: TimelineBar } | { event: TimelineEvent });

interface Props {
  active: ActivePart;
  scale: TimeScale;
  timeZone: string;
}

/** Under the part, from its start, or from its end where it stands far to the right. */
function TimelineTooltip({ active, scale, timeZone }: Props) {
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
