"use client";

import { useState } from "react";
import { formatTime, formatValue } from "@/lib/shared/format";
import { ChartFrame, type ChartProps } from "./chart-frame";
import { type ActiveBar, TimelineLaneRow } from "./timeline-lane";
import {
  describeBar,
  KIND_LABELS,
  type Span,
  secondsOf,
  shareAt,
  spanOf,
  summarizeTimeline,
  type TimelineLane,
  type TimelineMark,
  timeTicks,
} from "./timeline-model";
import { KIND_LOOKS, MARK_COLOURS } from "./timeline-theme";
import { TIMELINE_COLUMNS, TimelineLegend, timelineRows } from "./timeline-twin";
import { TooltipBox } from "./tooltip-box";
import { useRoving } from "./use-roving";
import { useWidth } from "./use-width";

export interface TimelineProps extends ChartProps {
  lanes: readonly TimelineLane[];
  /** Instants that concern every lane, drawn through all of them: who hung up. */
  marks?: readonly TimelineMark[];
  timeZone: string;
}

const FIRST_PLOT_WIDTH = 900;
const TICK_WIDTH = 84;
const NO_MARKS: readonly TimelineMark[] = [];

/** One conversation on a real time axis: a lane for each party, a bar for each stretch, a mark for each instant. */
export function Timeline({ label, isTable, lanes, marks = NO_MARKS, timeZone }: TimelineProps) {
  const [plot, width] = useWidth<HTMLDivElement>(FIRST_PLOT_WIDTH);
  const [box, handleKey] = useRoving<HTMLDivElement>();
  const [active, setActive] = useState<ActiveBar | null>(null);
  const span = spanOf(lanes, marks);
  const ticks = timeTicks(span, timeZone, Math.max(2, Math.floor(width / TICK_WIDTH)));
  const left = (instant: number) => `${shareAt(span, instant) * 100}%`;
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeTimeline(lanes, marks, timeZone)}
      columns={TIMELINE_COLUMNS}
      rows={timelineRows({ lanes, marks, timeZone })}
      legendAt="bottom"
      legend={<TimelineLegend lanes={lanes} marks={marks} timeZone={timeZone} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the bars, which take focus themselves */}
      <div ref={box} onKeyDown={handleKey} className="relative grid grid-cols-[64px_1fr] pr-6 sm:grid-cols-[92px_1fr]">
        <div aria-hidden ref={plot} className="relative col-start-2" style={{ gridRow: `1 / ${lanes.length + 1}` }}>
          {ticks.map((tick) => (
            <i key={tick} className="absolute inset-y-0 w-px bg-line" style={{ left: left(tick) }} />
          ))}
        </div>
        {lanes.map((lane, index) => (
          <TimelineLaneRow
            key={lane.label}
            row={index + 1}
            lane={lane}
            span={span}
            width={width}
            describeBar={(bar) => describeBar(lane.label, bar, timeZone)}
            onActive={setActive}
          />
        ))}
        <div
          aria-hidden
          className="pointer-events-none relative col-start-2"
          style={{ gridRow: `1 / ${lanes.length + 1}` }}
        >
          {marks.map((mark) => (
            <i
              key={mark.label + mark.at}
              className="absolute inset-y-0 -ml-px w-0.5"
              style={{ left: left(Date.parse(mark.at)), background: MARK_COLOURS[mark.tone] }}
            />
          ))}
        </div>
        <div aria-hidden className="relative col-start-2 h-6 text-ink-3 text-xs" style={{ gridRow: lanes.length + 1 }}>
          {ticks.map((tick) => (
            <span
              key={tick}
              className={`absolute top-1.5 whitespace-nowrap ${shareAt(span, tick) > 0.02 ? "-translate-x-1/2" : ""}`}
              style={{ left: left(tick) }}
            >
              {formatTime(new Date(tick).toISOString(), timeZone, true)}
            </span>
          ))}
        </div>
        {active && <BarTooltip active={active} span={span} timeZone={timeZone} />}
      </div>
    </ChartFrame>
  );
}

/** Under the bar, from its start, or from its end where it stands far to the right. */
function BarTooltip({ active: { bar, row }, span, timeZone }: { active: ActiveBar; span: Span; timeZone: string }) {
  const isRight = shareAt(span, Date.parse(bar.startAt)) > 0.5;
  const edge = shareAt(span, Date.parse(isRight ? bar.endAt : bar.startAt));
  const kind = KIND_LABELS[bar.kind];
  const { colour } = KIND_LOOKS[bar.kind];
  return (
    <div aria-hidden className="pointer-events-none relative col-start-2 h-0 self-end" style={{ gridRow: row }}>
      <div className={`absolute top-1 z-20 ${isRight ? "-translate-x-full" : ""}`} style={{ left: `${edge * 100}%` }}>
        <TooltipBox
          title={bar.label || kind}
          rows={[
            { label: kind, value: formatValue(secondsOf(bar), "seconds"), colour, isActive: true },
            { label: "From", value: formatTime(bar.startAt, timeZone, true) },
            { label: "To", value: formatTime(bar.endAt, timeZone, true) },
          ]}
        />
      </div>
    </div>
  );
}
