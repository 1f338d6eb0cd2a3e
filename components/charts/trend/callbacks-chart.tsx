"use client";

import { Bar, Line } from "recharts";
import { COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { Legend } from "@/components/charts/frame/legend";
import { TooltipBox } from "@/components/charts/frame/tooltip-box";
import { BucketChart, type BucketChartProps, BucketPlot } from "@/components/charts/plot/bucket-chart";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { numberOf, sumOf, textOf } from "@/components/charts/plot/chart-rows";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks } from "@/components/charts/plot/scale";
import type { Column, Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import type { Unit } from "@/lib/shared/units";

/** `rows` are those of the dataset `callbacks`. */
export interface CallbacksChartProps extends BucketChartProps {
  /** The range's median wait in seconds, from `summary`: medians of buckets do not add up to it. */
  medianWait?: number | null;
}

/** Height, and how much of it the bars take. */
const HEIGHT = 224;
const BARS_SHARE = 0.535;
const ROOM = { left: 36, right: 8, top: 8, bottom: 24 };
const LOWER_TOP = 20;
const WIDEST = 18;

/** Callbacks asked for and accepted per bucket, and under them, on the same time axis, the median wait for one. */
export function CallbacksChart({ medianWait, ...props }: CallbacksChartProps) {
  const { rows, interval } = props;
  const plot: Plot = { ...ROOM, height: usePlotHeight(HEIGHT) };
  const bars = Math.round(plot.height * BARS_SHARE);
  const upper: Plot = { ...ROOM, height: bars, bottom: 0 };
  const lower: Plot = { ...ROOM, height: plot.height - bars, top: LOWER_TOP };
  const ticksOf = (key: string, unit: Unit) =>
    axisTicks(Math.max(1, ...rows.map((row) => numberOf(row, key) ?? 0)), unit, 2);
  const data = rows.map((row) => ({ ...row }));
  return (
    <BucketChart
      {...props}
      plot={plot}
      summary={summarizeCallbacks(rows, medianWait)}
      columns={TABLE_COLUMNS}
      legendAt="bottom"
      legend={<CallbacksLegend rows={rows} medianWait={medianWait} />}
      announce={(row) => `${nameBucket(textOf(row, "bucket"), interval)}: ${describeCallbacks(row)}.`}
      tooltip={(row) => <CallbacksTooltip row={row} interval={interval} />}
    >
      {(width) => {
        const inner = width - ROOM.left - ROOM.right;
        const barSize = Math.max(1, Math.min(WIDEST, (inner / Math.max(1, rows.length)) * 0.3));
        const bar = { radius: 1.5, barSize, isAnimationActive: false };
        const counts = ticksOf("callbacksOpted", "count");
        return (
          <>
            <BucketPlot plot={upper} width={width} ticks={counts} unit="count" data={data} barGap={2}>
              <Bar dataKey="callbacksOpted" fill={COLOURS.asked} stroke={COLOURS.askedEdge} {...bar} />
              <Bar dataKey="callbacksAccepted" fill={COLOURS.callback} {...bar} />
            </BucketPlot>
            <BucketPlot
              plot={lower}
              width={width}
              ticks={ticksOf(WAIT, "seconds")}
              unit="seconds"
              data={data}
              interval={interval}
            >
              <Line
                dataKey={WAIT}
                type="linear"
                stroke={COLOURS.ink}
                strokeWidth={1.5}
                dot={{ r: 2.6, fill: COLOURS.surface, strokeWidth: 1.5 }}
                activeDot={false}
                isAnimationActive={false}
              />
            </BucketPlot>
          </>
        );
      }}
    </BucketChart>
  );
}

const WAIT = "callbackWaitSecondsMedian";

const TABLE_COLUMNS: Column[] = [
  { id: "callbacksOpted", label: "Asked for", unit: "count" },
  { id: "callbacksAccepted", label: "Accepted", unit: "count" },
  { id: WAIT, label: "Median wait", unit: "seconds" },
];

function describeCallbacks(row: Row | undefined): string {
  const [asked, accepted] = [numberOf(row, "callbacksOpted"), numberOf(row, "callbacksAccepted")];
  return `${formatValue(asked, "count")} asked for, ${formatValue(accepted, "count")} accepted, median wait ${formatValue(numberOf(row, WAIT), "seconds")}`;
}

/** `548 callbacks asked for, 388 accepted (70.8 %), median wait 5m 40s.` */
export function summarizeCallbacks(rows: readonly Row[], medianWait?: number | null): string {
  const [asked, accepted] = [sumOf(rows, "callbacksOpted"), sumOf(rows, "callbacksAccepted")];
  if (asked === 0) {
    return "No callbacks asked for in this range.";
  }
  const share = formatValue(accepted / asked, "ratio");
  const wait = typeof medianWait === "number" ? `, median wait ${formatValue(medianWait, "seconds")}` : "";
  return `${formatValue(asked, "count")} callbacks asked for, ${formatValue(accepted, "count")} accepted (${share})${wait}.`;
}

function CallbacksLegend({ rows, medianWait }: { rows: readonly Row[]; medianWait?: number | null }) {
  const wait = typeof medianWait === "number" ? ` ${formatValue(medianWait, "seconds")}` : "";
  return (
    <Legend
      className="mt-1.5 *:min-w-[7.5rem]"
      items={[
        {
          label: `Asked for ${formatValue(sumOf(rows, "callbacksOpted"), "count")}`,
          colour: COLOURS.asked,
          mark: "outline",
        },
        { label: `Accepted ${formatValue(sumOf(rows, "callbacksAccepted"), "count")}`, colour: COLOURS.callback },
        { label: `Median wait${wait}`, colour: COLOURS.ink, mark: "line" },
      ]}
    />
  );
}

function CallbacksTooltip({ row, interval }: { row: Row | undefined; interval: string }) {
  const count = (key: string) => formatValue(numberOf(row, key), "count");
  return (
    <TooltipBox
      title={nameBucket(textOf(row, "bucket"), interval)}
      rows={[
        { label: "Asked for", value: count("callbacksOpted"), colour: COLOURS.asked, mark: "outline" },
        { label: "Accepted", value: count("callbacksAccepted"), colour: COLOURS.callback },
        { label: "Median wait", value: formatValue(numberOf(row, WAIT), "seconds"), colour: COLOURS.ink, mark: "line" },
      ]}
    />
  );
}
