"use client";

import { useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { Legend } from "@/components/charts/frame/legend";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks } from "@/components/charts/plot/scale";
import { useRoving } from "@/components/charts/plot/use-roving";
import { formatSeconds } from "@/lib/shared/format";
import { HistogramAxis } from "./histogram-axis";
import { HistogramColumn } from "./histogram-column";
import {
  columnsOf,
  describeBin,
  type HistogramBin,
  type HistogramPart,
  summarizeBins,
  totalOf,
} from "./histogram-model";

export interface HistogramProps extends ChartProps {
  bins: readonly HistogramBin[];
  /** What a column is stacked of, from its foot up. */
  parts: readonly HistogramPart[];
  /** Seconds at which a line is drawn, where one value holds for all that is counted. */
  threshold?: number | null;
  onSelect?: (key: string) => void;
  height?: number;
}

/** Room for the counts on the columns, and under the plot for the edges. */
const HEAD = 18;

/**
 * How many by how long: one column a band, HTML alone, so that it stands before any script runs. Bands are not equally
 * wide: their edges stand under the gaps between the columns, and no column is broader than another, so that a wide band
 * does not look larger than its count.
 */
export function Histogram({ label, isTable, bins, parts, threshold = null, onSelect, height }: HistogramProps) {
  const [pointed, setPointed] = useState<string | null>(null);
  const [list, handleKey] = useRoving<HTMLUListElement>();
  const plotHeight = usePlotHeight(height ?? 232);
  const ticks = axisTicks(Math.max(1, ...bins.map(totalOf)), "count");
  const shown = bins.find(({ key }) => key === pointed);
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeBins(bins, parts)}
      columns={columnsOf(parts)}
      rows={bins.map((bin) => ({ band: bin.label, ...bin.values }))}
      legend={<Legend items={parts} />}
    >
      <div className="@container relative mt-1 pl-9" style={{ height: plotHeight }}>
        <HistogramAxis bins={bins} ticks={ticks} head={HEAD} threshold={threshold} />
        <ul
          ref={list}
          onKeyDown={handleKey}
          onPointerLeave={() => setPointed(null)}
          aria-label={label}
          className="relative flex h-[calc(100%-22px)]"
        >
          {bins.map((bin) => (
            <HistogramColumn
              key={bin.key}
              bin={bin}
              parts={parts}
              words={describeBin(bin, parts)}
              most={ticks.at(-1) ?? 1}
              head={HEAD}
              onPoint={() => setPointed(bin.key)}
              onSelect={onSelect && totalOf(bin) > 0 ? () => onSelect(bin.key) : undefined}
            />
          ))}
        </ul>
      </div>
      <p className="min-h-5 pt-1 text-ink-3 text-s">
        {shown ? (
          <span className="font-medium text-ink">{describeBin(shown, parts)}</span>
        ) : (
          `Bands widen to the right${threshold === null ? "" : `; dashed: in time up to ${formatSeconds(threshold)}`}.`
        )}
      </p>
    </ChartFrame>
  );
}
