"use client";

import { useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { useRoving } from "@/components/charts/plot/use-roving";
import { useWidth } from "@/components/charts/plot/use-width";
import { distinctKeys } from "@/lib/shared/distinct-keys";
import { shareOn, timeScale } from "./time-scale";
import { axisTicks, TimelineAxis, TimelineGrid } from "./timeline-axis";
import { clusterBars, clusterEvents } from "./timeline-clusters";
import { TimelineEvents } from "./timeline-events";
import { TimelineLaneRow } from "./timeline-lane";
import {
  describeBar,
  instantsOf,
  summarizeTimeline,
  type TimelineEvent,
  type TimelineLane,
  type TimelineMark,
} from "./timeline-model";
import { TIMELINE_COLUMNS, TimelineLegend, timelineRows } from "./timeline-table";
import { MARK_COLOURS } from "./timeline-theme";
import { type ActivePart, TimelineTooltip } from "./timeline-tooltip";

export interface TimelineProps extends ChartProps {
  lanes: readonly TimelineLane[];
  /** Instants that concern every lane, drawn through all of them: who hung up. */
  marks?: readonly TimelineMark[];
  /** What happened, told above the lanes in the order of time. */
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
