import type { ReactNode } from "react";
import { COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import type { Unit } from "@/lib/shared/units";
import { bucketTicks } from "./bucket-ticks";
import { formatTick } from "./scale";

interface Props {
  plot: Plot;
  width: number;
  /** Values from zero to the top, in this unit. */
  ticks: readonly number[];
  unit: Unit;
  /** Whether the zero line is stronger than the others. */
  hasBaseline?: boolean;
  /** What stands side by side, where it is to be named under the plot. */
  buckets?: readonly string[];
  interval?: string;
  /** What is drawn over the lines. */
  children: ReactNode;
}

/** Recharts' own room between a plot and its labels. */
const ROOM = 8;

/**
 * A plot's lines and its axes' labels. Recharts' own take as long as its marks, and are drawn twice with every change
 * of the rows.
 */
export function PlotAxes({ plot, width, ticks, unit, hasBaseline, buckets = [], interval = "", children }: Props) {
  const [right, foot] = [width - plot.right, plot.height - plot.bottom];
  const slot = (right - plot.left) / Math.max(1, buckets.length);
  const yOf = (tick: number) => foot - (tick / (ticks.at(-1) || 1)) * (foot - plot.top);
  return (
    <div className="relative">
      <svg aria-hidden="true" width={width} height={plot.height} className="absolute inset-0 overflow-visible">
        {ticks.map((tick) => (
          <g key={tick}>
            <path
              d={`M${plot.left} ${yOf(tick)}H${right}`}
              stroke={tick === 0 && hasBaseline ? COLOURS.baseline : COLOURS.grid}
            />
            <text x={plot.left - ROOM} y={yOf(tick)} dy="0.355em" textAnchor="end">
              {formatTick(tick, unit)}
            </text>
          </g>
        ))}
        {bucketTicks(buckets, interval, right - plot.left).map(({ bucket, label }) => (
          <text
            key={bucket}
            x={plot.left + (buckets.indexOf(bucket) + 0.5) * slot}
            y={foot + ROOM}
            dy="0.71em"
            textAnchor="middle"
          >
            {label}
          </text>
        ))}
      </svg>
      {children}
    </div>
  );
}
