"use client";

import { Bar, Line } from "recharts";
import { barWidth, COLOURS, OUTCOME_COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { Legend, type LegendItem } from "@/components/charts/frame/legend";
import { TooltipBox } from "@/components/charts/frame/tooltip-box";
import { BucketChart, type BucketChartProps, BucketPlot } from "@/components/charts/plot/bucket-chart";
import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { numberOf, textOf } from "@/components/charts/plot/chart-rows";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks } from "@/components/charts/plot/scale";
import type { Column, Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { OUTCOME_LABELS, OUTCOMES, type Outcome } from "@/lib/shared/outcomes";
import { StackedBar, StackTotals, VolumePlaceholder } from "./volume-marks";
import { announceVolume, countsOf, levelOf, summarizeVolume } from "./volume-model";

/** `rows` are those of the dataset `volume`. */
export interface VolumeChartProps extends Omit<BucketChartProps, "onSelect"> {
  /** The compared range's rows of the same dataset, laid over bucket by bucket, and its name. */
  comparison?: { label: string; rows: readonly Row[] };
  /** Whether the last bucket is not over yet. */
  lastBucketIsOpen?: boolean;
  onSelect?: (point: { bucket: string; outcome?: Outcome }) => void;
  height?: number;
}

const ROOM = { left: 40, right: 4, top: 30, bottom: 24 };

/** Conversations per bucket, stacked by outcome; the compared range's totals as a dashed line. */
export function VolumeChart(props: VolumeChartProps) {
  const { rows, interval, comparison, lastBucketIsOpen = false, onSelect } = props;
  const plot: Plot = { ...ROOM, height: usePlotHeight(props.height ?? 264) };
  const beforeOf = (point: number) => numberOf(comparison?.rows[point], "conversations");
  const data = rows.map((row, index) => ({ ...row, before: beforeOf(index) }));
  const values = data.flatMap((row) => [numberOf(row, "conversations") ?? 0, row.before ?? 0]);
  const ticks = axisTicks(Math.max(1, ...values), "count");
  const top = ticks.at(-1) ?? 1;
  return (
    <BucketChart
      {...props}
      plot={plot}
      summary={summarizeVolume(rows, interval)}
      columns={TABLE_COLUMNS}
      legend={<Legend items={legendOf(comparison?.label)} />}
      levels={OUTCOMES.length}
      levelAt={(at, height) =>
        levelOf(
          countsOf(rows[at]).map(({ count }) => count),
          height * top,
        )
      }
      onSelect={onSelect && (({ bucket, level }) => onSelect({ bucket, outcome: OUTCOMES[level - 1] }))}
      announce={(row, { point, level }) => announceVolume(row, interval, level, beforeOf(point))}
      tooltip={(row, { point, level }) => (
        <VolumeTooltip
          row={row}
          interval={interval}
          level={level}
          before={beforeOf(point)}
          comparison={comparison?.label}
        />
      )}
      placeholder={<VolumePlaceholder rows={rows} plot={plot} top={top} lastBucketIsOpen={lastBucketIsOpen} />}
    >
      {(width) => {
        const slot = (width - ROOM.left - ROOM.right) / Math.max(1, rows.length);
        return (
          <BucketPlot plot={plot} width={width} ticks={ticks} unit="count" data={data} interval={interval} hasBaseline>
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
            {comparison && <ComparisonLine isSinglePoint={rows.length === 1} />}
            <StackTotals rows={rows} slot={slot} lastBucketIsOpen={lastBucketIsOpen} />
          </BucketPlot>
        );
      }}
    </BucketChart>
  );
}

function ComparisonLine({ isSinglePoint }: { isSinglePoint: boolean }) {
  return (
    <Line
      dataKey="before"
      type="linear"
      stroke={COLOURS.quiet}
      strokeWidth={1.5}
      strokeDasharray="4 4"
      dot={isSinglePoint}
      activeDot={false}
      isAnimationActive={false}
    />
  );
}

const TABLE_COLUMNS: Column[] = [
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

interface TooltipProps {
  row: Row | undefined;
  interval: string;
  level: number;
  before: number | null;
  comparison?: string;
}

/** A bucket in exact numbers, in the order in which its bar is stacked. */
function VolumeTooltip({ row, interval, level, before, comparison }: TooltipProps) {
  const active = OUTCOMES[level - 1];
  const parts = countsOf(row)
    .filter(({ outcome, count }) => count > 0 || outcome === active)
    .reverse()
    .map(({ outcome, count }) => ({
      label: OUTCOME_LABELS[outcome],
      value: formatValue(count, "count"),
      colour: OUTCOME_COLOURS[outcome],
      isActive: outcome === active,
    }));
  const total = { label: "Total", value: formatValue(numberOf(row, "conversations"), "count"), isActive: level === 0 };
  const compared = {
    label: comparison ?? "",
    value: formatValue(before, "count"),
    colour: COLOURS.quiet,
    mark: "dashed" as const,
  };
  return (
    <TooltipBox
      title={nameBucket(textOf(row, "bucket"), interval)}
      rows={[...parts, total, ...(comparison ? [compared] : [])]}
    />
  );
}
