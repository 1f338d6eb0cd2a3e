"use client";

import { Bar, ComposedChart, Line, XAxis, YAxis } from "recharts";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { Legend } from "@/components/charts/frame/legend";
import { TooltipBox } from "@/components/charts/frame/tooltip-box";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { ChartPlot } from "@/components/charts/plot/chart-plot";
import { numberOf, sumOf, textOf } from "@/components/charts/plot/chart-rows";
import { marginOf, PlotAxes } from "@/components/charts/plot/plot-axes";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks } from "@/components/charts/plot/scale";
import { usePointCursor, zoomTo } from "@/components/charts/plot/use-point-cursor";
import type { Column, Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";

export interface CallbacksChartProps extends ChartProps {
  /** Rows of the dataset `callbacks`. */
  rows: readonly Row[];
  interval: string;
  /** The range's median wait in seconds, from `summary`: medians of buckets do not add up to it. */
  medianWait?: number | null;
  onSelect?: (point: { bucket: string }) => void;
  /** The first and the last of several buckets that were chosen together. */
  onZoom?: (range: { from: string; to: string }) => void;
}

/** Height, and how much of it the bars take. */
const HEIGHT = 224;
const BARS_SHARE = 0.535;
const ROOM = { left: 36, right: 8, top: 8, bottom: 24 };
const LOWER_TOP = 20;
const WIDEST = 18;

/** Callbacks asked for and accepted per bucket, and under them, on the same time axis, the median wait for one. */
export function CallbacksChart({ label, isTable, rows, interval, medianWait, onSelect, onZoom }: CallbacksChartProps) {
  const plot: Plot = { ...ROOM, height: usePlotHeight(HEIGHT) };
  const bars = Math.round(plot.height * BARS_SHARE);
  const select = onSelect && (({ point }: { point: number }) => onSelect({ bucket: textOf(rows[point], "bucket") }));
  const zoom = zoomTo(rows, onZoom);
  const pointer = usePointCursor({ points: rows.length, onSelect: select, onZoom: zoom });
  const row = rows[pointer.cursor?.point ?? 0];
  const counts = axisTicks(Math.max(1, ...rows.map((each) => numberOf(each, "callbacksOpted") ?? 0)), "count", 2);
  const waits = axisTicks(Math.max(1, ...rows.map((each) => numberOf(each, WAIT) ?? 0)), "seconds", 2);
  const data = rows.map((each) => ({ ...each }));
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeCallbacks(rows, medianWait)}
      columns={TABLE_COLUMNS}
      rows={rows.map((each) => ({ ...each, bucket: nameBucket(textOf(each, "bucket"), interval) }))}
      legendAt="bottom"
      legend={<CallbacksLegend rows={rows} medianWait={medianWait} />}
    >
      <ChartPlot
        label={label}
        plot={plot}
        points={rows.length}
        pointer={pointer}
        onSelect={select}
        onZoom={zoom}
        nameOf={(point) => nameBucket(textOf(rows[point], "bucket"), interval)}
        announcement={`${nameBucket(textOf(row, "bucket"), interval)}: ${describeCallbacks(row)}.`}
        tooltip={<CallbacksTooltip row={row} interval={interval} />}
      >
        {(width) => {
          const inner = width - ROOM.left - ROOM.right;
          const barSize = Math.max(1, Math.min(WIDEST, (inner / Math.max(1, rows.length)) * 0.3));
          const upper: Plot = { ...ROOM, height: bars, bottom: 0 };
          const lower: Plot = { ...ROOM, height: plot.height - bars, top: LOWER_TOP };
          return (
            <>
              <PlotAxes plot={upper} width={width} ticks={counts} unit="count">
                <ComposedChart
                  width={width}
                  height={bars}
                  data={data}
                  margin={marginOf(upper)}
                  barGap={2}
                  accessibilityLayer={false}
                >
                  <XAxis dataKey="bucket" hide />
                  <YAxis domain={[0, counts.at(-1) ?? 1]} hide />
                  <Bar
                    dataKey="callbacksOpted"
                    fill={COLOURS.asked}
                    stroke={COLOURS.askedEdge}
                    radius={1.5}
                    barSize={barSize}
                    isAnimationActive={false}
                  />
                  <Bar
                    dataKey="callbacksAccepted"
                    fill={COLOURS.callback}
                    radius={1.5}
                    barSize={barSize}
                    isAnimationActive={false}
                  />
                </ComposedChart>
              </PlotAxes>
              <PlotAxes
                plot={lower}
                width={width}
                ticks={waits}
                unit="seconds"
                buckets={rows.map((each) => textOf(each, "bucket"))}
                interval={interval}
              >
                <ComposedChart
                  width={width}
                  height={lower.height}
                  data={data}
                  margin={marginOf(lower)}
                  accessibilityLayer={false}
                >
                  <XAxis dataKey="bucket" scale="band" hide />
                  <YAxis domain={[0, waits.at(-1) ?? 1]} hide />
                  <Line
                    dataKey={WAIT}
                    type="linear"
                    stroke={COLOURS.ink}
                    strokeWidth={1.5}
                    dot={{ r: 2.6, fill: COLOURS.surface, strokeWidth: 1.5 }}
                    activeDot={false}
                    isAnimationActive={false}
                  />
                </ComposedChart>
              </PlotAxes>
            </>
          );
        }}
      </ChartPlot>
    </ChartFrame>
  );
}

const WAIT = "callbackWaitSecondsMedian";

const TABLE_COLUMNS: Column[] = [
  { id: "bucket", label: "Start", unit: "bucket" },
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
