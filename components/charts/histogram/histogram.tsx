"use client";

import { useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { Legend } from "@/components/charts/frame/legend";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { axisTicks, formatTick } from "@/components/charts/plot/scale";
import { useRoving } from "@/components/charts/plot/use-roving";
import { formatSeconds, formatValue } from "@/lib/shared/format";
import {
  describeBin,
  type HistogramBin,
  type HistogramPart,
  histogramColumns,
  nameEdge,
  placeOf,
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
      columns={histogramColumns(parts)}
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

interface Props {
  bins: readonly HistogramBin[];
  ticks: readonly number[];
  head: number;
  threshold: number | null;
}

/** Behind the columns: counts at the left, the bands' edges under the gaps, and the threshold as a dashed line. */
function HistogramAxis({ bins, ticks, head, threshold }: Props) {
  const most = ticks.at(-1) ?? 1;
  const place = threshold === null ? null : placeOf(threshold, bins);
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 text-ink-3 text-xs">
      <div className="absolute inset-x-0 bottom-[22px]" style={{ top: head }}>
        {ticks.map((tick) => (
          <div
            key={`${tick} of ${most}`}
            className={`absolute right-0 left-9 border-t ${tick === 0 ? "border-line-strong" : "border-line"}`}
            style={{ bottom: percent(tick / most) }}
          >
            <span className="absolute right-full -translate-y-1/2 pr-2">{formatTick(tick, "count")}</span>
          </div>
        ))}
      </div>
      <div className="absolute right-0 bottom-0 left-9 h-[18px]">
        {bins.map(({ key, from }, index) => (
          <span
            key={key}
            className={`absolute whitespace-nowrap ${index === 0 ? "" : "-translate-x-1/2"}`}
            style={{ left: percent(index / bins.length) }}
          >
            {nameEdge(from)}
          </span>
        ))}
      </div>
      {place !== null && (
        <div
          className="absolute top-0 bottom-[22px] ml-9 border-ink border-l border-dashed"
          style={{ left: `calc((100% - 36px) * ${place})` }}
        />
      )}
    </div>
  );
}

interface HistogramColumnProps {
  bin: HistogramBin;
  parts: readonly HistogramPart[];
  /** The column in full. */
  words: string;
  /** The count at the plot's top. */
  most: number;
  /** Pixels above the plot's top, where the count of the highest column stands. */
  head: number;
  onPoint: () => void;
  onSelect?: () => void;
}

/** One band: its parts on each other, with the count on top. */
function HistogramColumn({ bin, parts, words, most, head, onPoint, onSelect }: HistogramColumnProps) {
  const total = totalOf(bin);
  return (
    <li className="flex min-w-0 flex-1">
      <button
        data-point=""
        type="button"
        aria-label={words}
        aria-disabled={onSelect ? undefined : true}
        onClick={onSelect}
        onFocus={onPoint}
        onPointerEnter={onPoint}
        style={{ paddingTop: head }}
        className={`flex w-full min-w-0 flex-col justify-end rounded-small px-[13%] hover:bg-sunken focus-visible:bg-sunken ${onSelect ? "cursor-pointer" : "cursor-default"}`}
      >
        <span aria-hidden className="flex min-h-0 w-full flex-1 flex-col justify-end">
          {/* Other numbers are other marks: none is the old one moved. */}
          <span
            key={total / most}
            className="relative z-1 -mx-[30%] text-center font-semibold text-ink-2 text-xs @max-[360px]:tracking-tighter"
          >
            {formatValue(total, "count")}
          </span>
          {parts.toReversed().map(({ key, colour }) => {
            const share = (bin.values[key] ?? 0) / most;
            return (
              share > 0 && (
                <i
                  key={`${key} ${share} of ${total}`}
                  className="min-h-px w-full shrink-0 rounded-bar border-surface border-t first-of-type:border-t-0"
                  style={{ height: `${share * 100}%`, background: colour }}
                />
              )
            );
          })}
        </span>
      </button>
    </li>
  );
}
