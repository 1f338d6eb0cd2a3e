"use client";

import { type DotItemDotProps, Line, LineChart, XAxis, YAxis } from "recharts";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { Legend } from "@/components/charts/frame/legend";
import { TooltipBox } from "@/components/charts/frame/tooltip-box";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { ChartPlot } from "@/components/charts/plot/chart-plot";
import { numberOf, textOf } from "@/components/charts/plot/chart-rows";
import { marginOf, PlotAxes } from "@/components/charts/plot/plot-axes";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks } from "@/components/charts/plot/scale";
import { usePointCursor, zoomTo } from "@/components/charts/plot/use-point-cursor";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import type { Unit } from "@/lib/shared/units";
import {
  AGENT_DURATIONS,
  announceTrend,
  openKey,
  splitOpenBucket,
  summarizeTrend,
  type TrendSeries,
  withCompared,
} from "./trend-series";

export interface TrendChartProps extends ChartProps {
  rows: readonly Row[];
  interval: string;
  /** Lines in one unit, on one axis; by default those of the dataset `agent-durations`. */
  series?: readonly TrendSeries[];
  unit?: Unit;
  lastBucketIsOpen?: boolean;
  onSelect?: (point: { bucket: string }) => void;
  /** The first and the last of several buckets that were chosen together. */
  onZoom?: (range: { from: string; to: string }) => void;
  /** The compared range's rows of the same dataset, laid over bucket by bucket, and its name. */
  comparison?: { label: string; rows: readonly Row[] };
  height?: number;
}

const MOST_DOTS = 31;

/** Lines over time from a zero baseline; a missing value is a gap, never a zero. */
export function TrendChart(props: TrendChartProps) {
  const { label, isTable, interval, comparison, unit = "seconds", lastBucketIsOpen = false } = props;
  const { rows, series } = withCompared(props.rows, props.series ?? AGENT_DURATIONS, comparison);
  const plot: Plot = {
    height: usePlotHeight(props.height ?? 232),
    left: unit === "ratio" ? 48 : 40,
    right: 8,
    top: 10,
    bottom: 24,
  };
  const { onSelect } = props;
  const select = onSelect && (({ point }: { point: number }) => onSelect({ bucket: textOf(rows[point], "bucket") }));
  const zoom = zoomTo(rows, props.onZoom);
  const pointer = usePointCursor({ points: rows.length, onSelect: select, onZoom: zoom });
  const row = rows[pointer.cursor?.point ?? 0];
  const values = rows.flatMap((each) => series.map(({ key }) => numberOf(each, key) ?? 0));
  const ticks = axisTicks(Math.max(...values, 0) || 1, unit);
  const data = splitOpenBucket(rows, series, lastBucketIsOpen);
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeTrend(rows, series, unit, interval)}
      columns={[
        { id: "bucket", label: "Start", unit: "bucket" },
        ...series.map(({ key, label: name }) => ({ id: key, label: name, unit })),
      ]}
      rows={rows.map((each) => ({ ...each, bucket: nameBucket(textOf(each, "bucket"), interval) }))}
      legend={<Legend items={series.map((line) => ({ ...line, mark: line.isDashed ? "dashed" : "line" }))} />}
    >
      <ChartPlot
        label={label}
        plot={plot}
        points={rows.length}
        pointer={pointer}
        onSelect={select}
        onZoom={zoom}
        nameOf={(point) => nameBucket(textOf(rows[point], "bucket"), interval)}
        announcement={announceTrend(row, series, unit, interval)}
        tooltip={
          <TooltipBox
            title={nameBucket(textOf(row, "bucket"), interval)}
            rows={series.map(({ key, label: name, colour, isDashed }) => ({
              label: name,
              value: formatValue(numberOf(row, key), unit),
              colour,
              mark: isDashed ? "dashed" : "line",
            }))}
          />
        }
      >
        {(width) => (
          <PlotAxes
            plot={plot}
            width={width}
            ticks={ticks}
            unit={unit}
            hasBaseline
            buckets={rows.map((each) => textOf(each, "bucket"))}
            interval={interval}
          >
            <LineChart
              width={width}
              height={plot.height}
              data={data}
              margin={marginOf(plot)}
              accessibilityLayer={false}
            >
              <XAxis dataKey="bucket" scale="band" hide />
              <YAxis domain={[0, ticks.at(-1) ?? 1]} hide />
              {series.flatMap(({ key, colour, isDashed }) =>
                [key, openKey(key)].map((dataKey) => (
                  <Line
                    key={dataKey}
                    dataKey={dataKey}
                    type="linear"
                    stroke={colour}
                    strokeWidth={1.5}
                    strokeDasharray={dataKey === key ? (isDashed ? "5 3" : undefined) : "1.5 3"}
                    dot={(dot) => <TrendDot key={dot.key} {...dot} dataKey={dataKey} data={data} />}
                    activeDot={false}
                    isAnimationActive={false}
                  />
                )),
              )}
            </LineChart>
          </PlotAxes>
        )}
      </ChartPlot>
    </ChartFrame>
  );
}

/** A dot at each point where there are few, and where there are many at those that no line reaches. */
function TrendDot({ cx, cy, index, stroke, dataKey, data }: DotItemDotProps & { dataKey: string; data: Row[] }) {
  const at = (position: number) => numberOf(data[position], dataKey);
  const isAlone = at(index - 1) === null && at(index + 1) === null;
  if (at(index) === null || cx === undefined || cy === undefined || (data.length > MOST_DOTS && !isAlone)) {
    return <g />;
  }
  return <circle cx={cx} cy={cy} r={2.4} fill={COLOURS.surface} stroke={stroke} strokeWidth={1.5} />;
}
