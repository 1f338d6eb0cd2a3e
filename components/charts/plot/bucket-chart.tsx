"use client";

import type { ReactNode } from "react";
import { ComposedChart, XAxis, YAxis } from "recharts";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import type { Plot } from "@/components/charts/frame/chart-theme";
import type { Column, Row } from "@/lib/shared/contract";
import type { Unit } from "@/lib/shared/units";
import { nameBucket } from "./bucket-ticks";
import { ChartPlot } from "./chart-plot";
import { textOf } from "./chart-rows";
import { PlotAxes } from "./plot-axes";
import { type PointCursor, usePointCursor } from "./use-point-cursor";

/** What every chart over buckets of time takes. */
export interface BucketChartProps extends ChartProps {
  rows: readonly Row[];
  interval: string;
  onSelect?: (point: { bucket: string }) => void;
  /** The first and the last of several buckets that were chosen together. */
  onZoom?: (range: { from: string; to: string }) => void;
}

interface Props extends Omit<BucketChartProps, "onSelect"> {
  plot: Plot;
  /** The chart in one sentence. */
  summary: string;
  /** The columns of its table, after the bucket's start. */
  columns: readonly Column[];
  legend: ReactNode;
  legendAt?: "top" | "bottom";
  /** Series that the cursor reaches one by one, and the one at a height of the plot. */
  levels?: number;
  levelAt?: (point: number, height: number) => number;
  /** `level`: the series, counted from 1; 0 for the bucket as a whole. */
  onSelect?: (point: { bucket: string; level: number }) => void;
  /** What a bucket holds, as it is said. */
  announce: (row: Row | undefined, at: PointCursor) => string;
  tooltip: (row: Row | undefined, at: PointCursor) => ReactNode;
  placeholder?: ReactNode;
  /** Draws the chart at the width that it has. */
  children: (width: number) => ReactNode;
}

/** A chart over buckets of time: rows become a plot with a cursor, a tooltip, selection and zoom, or their table. */
export function BucketChart({ label, isTable, rows, interval, plot, columns, onSelect, onZoom, ...props }: Props) {
  const bucketOf = (point: number) => textOf(rows[point], "bucket");
  const nameOf = (bucket: string) => nameBucket(bucket, interval);
  const select = onSelect && (({ point, level }: PointCursor) => onSelect({ bucket: bucketOf(point), level }));
  const zoom = onZoom && ((first: number, last: number) => onZoom({ from: bucketOf(first), to: bucketOf(last) }));
  const pointer = usePointCursor({ points: rows.length, levels: props.levels, onSelect: select, onZoom: zoom });
  const at = pointer.cursor ?? { point: 0, level: 0 };
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={props.summary}
      columns={[{ id: "bucket", label: "Start", unit: "bucket" }, ...columns]}
      rows={rows.map((row) => ({ ...row, bucket: nameOf(textOf(row, "bucket")) }))}
      legend={props.legend}
      legendAt={props.legendAt}
    >
      <ChartPlot
        label={label}
        plot={plot}
        points={rows.length}
        pointer={pointer}
        onSelect={select}
        onZoom={zoom}
        nameOf={(point) => nameOf(bucketOf(point))}
        levelAt={props.levelAt}
        announcement={props.announce(rows[at.point], at)}
        tooltip={props.tooltip(rows[at.point], at)}
        placeholder={props.placeholder}
      >
        {props.children}
      </ChartPlot>
    </ChartFrame>
  );
}

interface BucketPlotProps {
  plot: Plot;
  width: number;
  /** Values from zero to the top, in this unit. */
  ticks: readonly number[];
  unit: Unit;
  data: Row[];
  /** Names the buckets under the plot. */
  interval?: string;
  hasBaseline?: boolean;
  barGap?: number;
  /** Recharts' marks. */
  children: ReactNode;
}

/** Axes, and on their scales the marks: buckets side by side, values from zero. */
export function BucketPlot({ plot, width, ticks, data, interval, barGap, children, ...axes }: BucketPlotProps) {
  const { left, right, top, bottom, height } = plot;
  const buckets = interval === undefined ? undefined : data.map((row) => textOf(row, "bucket"));
  return (
    <PlotAxes plot={plot} width={width} ticks={ticks} buckets={buckets} interval={interval} {...axes}>
      <ComposedChart
        width={width}
        height={height}
        data={data}
        margin={{ left, right, top, bottom }}
        barGap={barGap}
        accessibilityLayer={false}
      >
        <XAxis dataKey="bucket" scale="band" hide />
        <YAxis domain={[0, ticks.at(-1) ?? 1]} hide />
        {children}
      </ComposedChart>
    </PlotAxes>
  );
}
