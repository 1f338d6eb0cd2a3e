"use client";

import { Bar, ComposedChart, Line, XAxis, YAxis } from "recharts";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { barWidth, COLOURS, OUTCOME_COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { Legend, type LegendItem } from "@/components/charts/frame/legend";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { ChartPlot } from "@/components/charts/plot/chart-plot";
import { numberOf, textOf } from "@/components/charts/plot/chart-rows";
import { marginOf, PlotAxes } from "@/components/charts/plot/plot-axes";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks } from "@/components/charts/plot/scale";
import { type PointCursor, usePointCursor, zoomTo } from "@/components/charts/plot/use-point-cursor";
import type { Column, Row } from "@/lib/shared/contract";
import { OUTCOME_LABELS, OUTCOMES, type Outcome } from "@/lib/shared/outcomes";
import { StackedBar, StackTotals } from "./volume-marks";
import { announceVolume, countsOf, levelOf, summarizeVolume } from "./volume-model";
import { VolumeStill } from "./volume-still";
import { VolumeTooltip } from "./volume-tooltip";

export interface VolumeChartProps extends ChartProps {
  /** Rows of the dataset `volume`. */
  rows: readonly Row[];
  interval: string;
  /** The compared range's rows of the same dataset, laid over bucket by bucket, and its name. */
  comparison?: { label: string; rows: readonly Row[] };
  /** Whether the last bucket is not over yet. */
  lastBucketIsOpen?: boolean;
  onSelect?: (point: { bucket: string; outcome?: Outcome }) => void;
  /** Dragging over several buckets: the first and the last of them. */
  onZoom?: (range: { from: string; to: string }) => void;
  height?: number;
}

const ROOM = { left: 40, right: 4, top: 30, bottom: 24 };

/** Conversations per bucket, stacked by outcome; the compared range's totals as a dashed line. */
export function VolumeChart(props: VolumeChartProps) {
  const { label, isTable, rows, interval, comparison, lastBucketIsOpen = false, onSelect, onZoom } = props;
  const plot: Plot = { ...ROOM, height: usePlotHeight(props.height ?? 264) };
  const data = rows.map((row, index) => ({ ...row, before: numberOf(comparison?.rows[index], "conversations") }));
  const ticks = axisTicks(
    Math.max(1, ...data.flatMap((row) => [numberOf(row, "conversations") ?? 0, row.before ?? 0])),
    "count",
  );
  const top = ticks.at(-1) ?? 1;
  const bucketOf = (point: number) => textOf(rows[point], "bucket");
  const select =
    onSelect &&
    (({ point, level }: PointCursor) => onSelect({ bucket: bucketOf(point), outcome: OUTCOMES[level - 1] }));
  const zoom = zoomTo(rows, onZoom);
  const pointer = usePointCursor({ points: rows.length, levels: OUTCOMES.length, onSelect: select, onZoom: zoom });
  const { point, level } = pointer.cursor ?? { point: 0, level: 0 };
  const before = numberOf(data[point], "before");
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeVolume(rows, interval)}
      columns={TABLE_COLUMNS}
      rows={rows.map((row) => ({ ...row, bucket: nameBucket(textOf(row, "bucket"), interval) }))}
      legend={<Legend items={legendOf(comparison?.label)} />}
    >
      <ChartPlot
        label={label}
        plot={plot}
        points={rows.length}
        pointer={pointer}
        onSelect={select}
        still={<VolumeStill rows={rows} plot={plot} top={top} lastBucketIsOpen={lastBucketIsOpen} />}
        onZoom={zoom}
        nameOf={(point) => nameBucket(bucketOf(point), interval)}
        levelAt={(at, height) =>
          levelOf(
            countsOf(rows[at]).map(({ count }) => count),
            height * top,
          )
        }
        announcement={announceVolume(rows[point], interval, level, before)}
        tooltip={
          <VolumeTooltip
            row={rows[point]}
            interval={interval}
            level={level}
            before={before}
            comparison={comparison?.label}
          />
        }
      >
        {(width) => {
          const slot = (width - ROOM.left - ROOM.right) / Math.max(1, rows.length);
          return (
            <PlotAxes
              plot={plot}
              width={width}
              ticks={ticks}
              unit="count"
              hasBaseline
              buckets={rows.map((row) => textOf(row, "bucket"))}
              interval={interval}
            >
              <ComposedChart
                width={width}
                height={plot.height}
                data={data}
                margin={marginOf(plot)}
                accessibilityLayer={false}
              >
                <XAxis dataKey="bucket" hide />
                <YAxis domain={[0, top]} hide />
                <Bar
                  dataKey="conversations"
                  barSize={barWidth(slot)}
                  isAnimationActive={false}
                  shape={(shape) => (
                    <StackedBar
                      {...shape}
                      row={rows[shape.index]}
                      isOpen={lastBucketIsOpen && shape.index === rows.length - 1}
                    />
                  )}
                />
                {comparison && (
                  <Line
                    dataKey="before"
                    type="linear"
                    stroke={COLOURS.quiet}
                    strokeWidth={1.5}
                    strokeDasharray="4 4"
                    dot={rows.length === 1}
                    activeDot={false}
                    isAnimationActive={false}
                  />
                )}
                <StackTotals rows={rows} slot={slot} lastBucketIsOpen={lastBucketIsOpen} />
              </ComposedChart>
            </PlotAxes>
          );
        }}
      </ChartPlot>
    </ChartFrame>
  );
}

const TABLE_COLUMNS: Column[] = [
  { id: "bucket", label: "Start", unit: "bucket" },
  { id: "conversations", label: "Conversations", unit: "count" },
  ...OUTCOMES.map((outcome) => ({ id: outcome, label: OUTCOME_LABELS[outcome], unit: "count" as const })),
];

/** All outcomes in the order of the stack, whatever the filters leave: none moves. */
function legendOf(comparison?: string): LegendItem[] {
  const items: LegendItem[] = OUTCOMES.map((outcome) => ({
    label: OUTCOME_LABELS[outcome],
    colour: OUTCOME_COLOURS[outcome],
  }));
  return comparison ? [...items, { label: `${comparison}, total`, colour: COLOURS.quiet, mark: "dashed" }] : items;
}
