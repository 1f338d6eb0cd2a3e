"use client";

import { useState } from "react";
import type { Column, Row } from "@/lib/shared/contract";
import { formatTime } from "@/lib/shared/format";
import { ChartFrame, type ChartProps } from "./chart-frame";
import { Legend } from "./legend";
import { type ActiveBar, TimelineLaneRow } from "./timeline-lane";
import {
  describeBar,
  KIND_LABELS,
  secondsOf,
  shareAt,
  spanOf,
  summarizeTimeline,
  type TimelineLane,
  type TimelineMark,
  timeTicks,
} from "./timeline-model";
import { KIND_LOOKS, MARK_COLOURS } from "./timeline-theme";
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

/** One conversation on a real time axis: a lane for each party, a bar for each stretch, a mark for each instant. */
export function Timeline({ label, isTable, lanes, marks = [], timeZone }: TimelineProps) {
  const [plot, width] = useWidth<HTMLDivElement>(FIRST_PLOT_WIDTH);
  const [box, handleKey] = useRoving<HTMLDivElement>();
  const [active, setActive] = useState<ActiveBar | null>(null);
  const span = spanOf(lanes, marks);
  const ticks = timeTicks(span, timeZone, Math.max(2, Math.floor(width / TICK_WIDTH)));
  const left = (instant: number) => `${shareAt(span, instant) * 100}%`;
  const time = (instant: number) => formatTime(new Date(instant).toISOString(), timeZone, true);
  const isRight = active !== null && shareAt(span, Date.parse(active.bar.startAt)) > 0.6;
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeTimeline(lanes, marks, timeZone)}
      columns={TABLE_COLUMNS}
      rows={tableRows(lanes, marks, timeZone)}
      legendAt="bottom"
      legend={<TimelineLegend lanes={lanes} marks={marks} timeZone={timeZone} />}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms */}
      <div
        ref={box}
        role="group"
        aria-label={label}
        onKeyDown={handleKey}
        className="relative grid grid-cols-[64px_1fr] pr-5 sm:grid-cols-[92px_1fr]"
      >
        <div aria-hidden ref={plot} className="relative col-start-2 row-start-1" style={{ gridRowEnd: lanes.length + 1 }}>
          {ticks.map((tick) => (
            <i key={tick} className="absolute inset-y-0 w-px bg-line" style={{ left: left(tick) }} />
          ))}
          {marks.map((mark) => (
            <i
              key={mark.label + mark.at}
              className="absolute inset-y-0 z-10 -ml-px w-0.5"
              style={{ left: left(Date.parse(mark.at)), background: MARK_COLOURS[mark.tone] }}
            />
          ))}
        </div>
        {lanes.map((lane, index) => (
          <TimelineLaneRow
            key={lane.label}
            row={index + 1}
            lane={lane}
            span={span}
            width={width}
            describe={(bar) => describeBar(lane.label, bar, timeZone)}
            onActive={setActive}
          />
        ))}
        <div aria-hidden className="relative col-start-2 h-6 text-ink-3 text-xs">
          {ticks.map((tick) => (
            <span key={tick} className="absolute top-1.5 -translate-x-1/2 whitespace-nowrap first:translate-x-[max(-50%,-2rem)]" style={{ left: left(tick) }}>
              {time(tick)}
            </span>
          ))}
        </div>
        {active && (
          <div className="pointer-events-none relative col-start-2 h-0" style={{ gridRow: active.row + 1 }}>
            <div
              className="absolute top-0 z-20"
              style={{ left: left(Date.parse(isRight ? active.bar.endAt : active.bar.startAt)), transform: isRight ? "translateX(-100%)" : undefined }}
            >
              <TooltipBox title={active.bar.label || KIND_LABELS[active.bar.kind]} rows={tooltipRows(active, timeZone)} />
            </div>
          </div>
        )}
      </div>
    </ChartFrame>
  );
}

function tooltipRows({ bar }: ActiveBar, timeZone: string) {
  return [
    { label: KIND_LABELS[bar.kind], value: formatDuration(bar), colour: KIND_LOOKS[bar.kind].colour, isActive: true },
    { label: "From", value: formatTime(bar.startAt, timeZone, true) },
    { label: "To", value: formatTime(bar.endAt, timeZone, true) },
  ];
}
