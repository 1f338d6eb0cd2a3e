"use client";

import { type DotItemDotProps, Line } from "recharts";
import { COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { Legend } from "@/components/charts/frame/legend";
import { TooltipBox } from "@/components/charts/frame/tooltip-box";
import { BucketChart, type BucketChartProps, BucketPlot } from "@/components/charts/plot/bucket-chart";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { numberOf, textOf } from "@/components/charts/plot/chart-rows";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks } from "@/components/charts/plot/scale";
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

export interface TrendChartProps extends BucketChartProps {
  /** Lines in one unit, on one axis; by default those of the dataset `agent-durations`. */
  series?: readonly TrendSeries[];
  unit?: Unit;
  lastBucketIsOpen?: boolean;
  /** The compared range's rows of the same dataset, laid over bucket by bucket, and its name. */
  comparison?: { label: string; rows: readonly Row[] };
  height?: number;
}

const MOST_DOTS = 31;

/** Lines over time from a zero baseline; a missing value is a gap, never a zero. */
export function TrendChart(props: TrendChartProps) {
  const { interval, comparison, unit = "seconds", lastBucketIsOpen = false } = props;
  const { rows, series } = withCompared(props.rows, props.series ?? AGENT_DURATIONS, comparison);
  const height = usePlotHeight(props.height ?? 232);
  const plot: Plot = { height, left: unit === "ratio" ? 48 : 40, right: 8, top: 10, bottom: 24 };
  const values = rows.flatMap((row) => series.map(({ key }) => numberOf(row, key) ?? 0));
  const ticks = axisTicks(Math.max(...values, 0) || 1, unit);
  const data = splitOpenBucket(rows, series, lastBucketIsOpen);
  return (
    <BucketChart
      {...props}
      rows={rows}
      plot={plot}
      summary={summarizeTrend(rows, series, unit, interval)}
      columns={series.map(({ key, label }) => ({ id: key, label, unit }))}
      legend={<Legend items={series.map((line) => ({ ...line, mark: line.isDashed ? "dashed" : "line" }))} />}
      announce={(row) => announceTrend(row, series, unit, interval)}
      tooltip={(row) => (
        <TooltipBox
          title={nameBucket(textOf(row, "bucket"), interval)}
          rows={series.map(({ key, label, colour, isDashed }) => ({
            label,
            value: formatValue(numberOf(row, key), unit),
            colour,
            mark: isDashed ? "dashed" : "line",
          }))}
        />
      )}
    >
      {(width) => (
        <BucketPlot plot={plot} width={width} ticks={ticks} unit={unit} data={data} interval={interval} hasBaseline>
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
        </BucketPlot>
      )}
    </BucketChart>
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
