"use client";

import { type BarShapeProps, DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { barWidth, COLOURS, OUTCOME_COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { numberOf, textOf } from "@/components/charts/plot/chart-rows";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { countsOf } from "./volume-model";

const GAP = 1.5;
const NARROWEST_WITH_GAPS = 6;
/** Under it, snapping to whole pixels would swallow bars. */
const NARROWEST_CRISP = 1.5;
const DIGIT_WIDTH = 6.8;

/**
 * The bar of one bucket, whose parts are set off from each other by gaps in which the panel shows through. One mark of
 * Recharts' for all of them: five stacked ones take five times as long.
 */
export function StackedBar({ x, y, width, height, row, isOpen }: BarShapeProps & { row?: Row; isOpen: boolean }) {
  const gap = width > NARROWEST_WITH_GAPS ? GAP : 0;
  const parts = countsOf(row).filter(({ count }) => count > 0);
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  let foot = y + height;
  return (
    <g opacity={isOpen ? 0.55 : 1}>
      {parts.map(({ outcome, count }) => {
        const tall = (height * count) / whole;
        foot -= tall;
        return (
          <rect
            key={outcome}
            x={x}
            y={foot + gap / 2}
            width={width}
            height={Math.max(1, tall - gap)}
            rx={gap}
            fill={OUTCOME_COLOURS[outcome]}
            shapeRendering={width >= NARROWEST_CRISP && gap === 0 ? "crispEdges" : undefined}
          />
        );
      })}
    </g>
  );
}

interface Props {
  rows: readonly Row[];
  /** Room that a bucket has, in pixels. */
  slot: number;
  lastBucketIsOpen: boolean;
}

/** Totals over the bars where they fit, and the frame of a bucket that is not over yet. */
export function StackTotals({ rows, slot, lastBucketIsOpen }: Props) {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (!xScale || !yScale) {
    return null;
  }
  const width = barWidth(slot);
  const texts = rows.map((row) => formatValue(numberOf(row, "conversations"), "count"));
  const isRoomy = slot >= Math.max(...texts.map((text) => text.length)) * DIGIT_WIDTH + 4;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {rows.map((row, index) => {
        const x = xScale(textOf(row, "bucket"), { position: "middle" });
        const y = yScale(numberOf(row, "conversations") ?? 0);
        const isOpen = lastBucketIsOpen && index === rows.length - 1;
        if (x === undefined || y === undefined || !(isRoomy || isOpen)) {
          return null;
        }
        return (
          <g
            key={textOf(row, "bucket")}
            textAnchor="middle"
            stroke={COLOURS.surface}
            strokeWidth={3}
            paintOrder="stroke"
          >
            {isOpen && <OpenFrame x={x} y={y} foot={yScale(0) ?? y} width={Math.max(4, width + 4)} />}
            {isRoomy && (
              <text x={x} y={y - 6} style={{ fill: COLOURS.ink, fontWeight: 600 }}>
                {texts[index]}
              </text>
            )}
            {isOpen && (
              <text x={x} y={y - (isRoomy ? 20 : 6)} textAnchor={isRoomy ? "middle" : "end"}>
                so far
              </text>
            )}
          </g>
        );
      })}
    </ZIndexLayer>
  );
}

function OpenFrame({ x, y, foot, width }: { x: number; y: number; foot: number; width: number }) {
  return (
    <rect
      x={x - width / 2}
      y={y - 1}
      width={width}
      height={Math.max(0, foot - y + 1)}
      rx={3}
      fill="none"
      stroke={COLOURS.quiet}
      strokeWidth={1}
      strokeDasharray="2 3"
    />
  );
}

interface PlaceholderProps {
  rows: readonly Row[];
  plot: Plot;
  /** Value at the top of the axis. */
  top: number;
  lastBucketIsOpen: boolean;
}

const MOST_TOTALS = 16;
const MOST_WITH_GAPS = 60;

/** The bars as HTML in their final places: Recharts draws nothing on the server, and the first paint holds the numbers. */
export function VolumePlaceholder({ rows, plot, top, lastBucketIsOpen }: PlaceholderProps) {
  return (
    <div
      aria-hidden
      className="absolute flex border-line-strong border-b"
      style={{ left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom }}
    >
      {rows.map((row, index) => (
        <div key={textOf(row, "bucket")} className="flex min-w-0 flex-1 flex-col items-center justify-end">
          {rows.length <= MOST_TOTALS && (
            <span className="font-semibold text-ink-2 text-xs">
              {formatValue(numberOf(row, "conversations"), "count")}
            </span>
          )}
          <div
            className={`flex w-[62%] max-w-16 shrink-0 flex-col-reverse ${lastBucketIsOpen && index === rows.length - 1 ? "opacity-55" : ""}`}
            style={{ height: `${((numberOf(row, "conversations") ?? 0) / top) * 100}%` }}
          >
            {countsOf(row).map(({ outcome, count }) => (
              <i
                key={outcome}
                className={rows.length <= MOST_WITH_GAPS ? "rounded-bar border-surface border-y-[0.75px]" : ""}
                style={{
                  flex: `${count} 0 0`,
                  display: count > 0 ? undefined : "none",
                  background: OUTCOME_COLOURS[outcome],
                }}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
