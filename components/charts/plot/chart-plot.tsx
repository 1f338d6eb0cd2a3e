"use client";

import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import type { Plot } from "@/components/charts/frame/chart-theme";
import { usePlotGaps } from "./plot-context";
import type { PointCursor, usePointCursor } from "./use-point-cursor";
import { useWidth } from "./use-width";

interface Props {
  label: string;
  plot: Plot;
  points: number;
  pointer: ReturnType<typeof usePointCursor>;
  /** Screen-reader text for the point under the cursor. */
  announcement: string;
  tooltip: ReactNode;
  /** The series at a height of the plot, 0 at its foot and 1 at its top. */
  levelAt?: (point: number, height: number) => number;
  onSelect?: (cursor: PointCursor) => void;
  /** Dragging over several points; first and last of them. */
  onZoom?: (first: number, last: number) => void;
  /** A point's name, for the announcement of several. */
  nameOf?: (point: number) => string;
  /** Stands for the chart until it is measured: what the server sends. */
  placeholder?: ReactNode;
  /** Draws the chart at the width that it has. */
  children: (width: number) => ReactNode;
}

/** The stage of a drawn chart: measures, finds the point under the pointer, and is the chart's one tab stop. */
export function ChartPlot(props: Props) {
  const { label, plot, points, pointer, announcement, tooltip, levelAt, onSelect, onZoom, placeholder, children } =
    props;
  const gaps = usePlotGaps();
  const { cursor, setCursor, handleKey } = pointer;
  const [box, width] = useWidth<HTMLDivElement>(0);
  const [dragged, setDragged] = useState<{ from: number; to: number } | null>(null);
  const hasZoomed = useRef(false);
  const find = (event: { clientX: number; clientY: number; currentTarget: Element }): PointCursor | null => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - bounds.left - plot.left) / (bounds.width - plot.left - plot.right);
    const y = 1 - (event.clientY - bounds.top - plot.top) / (plot.height - plot.top - plot.bottom);
    const point = Math.floor(x * points);
    return point < 0 || point >= points ? null : { point, level: levelAt?.(point, y) ?? 0 };
  };
  const move = (event: PointerEvent) => {
    const found = find(event);
    setCursor(found);
    if (dragged && found) {
      setDragged({ from: dragged.from, to: found.point });
    }
  };
  const release = () => {
    hasZoomed.current = dragged !== null && dragged.from !== dragged.to;
    if (dragged && hasZoomed.current) {
      onZoom?.(Math.min(dragged.from, dragged.to), Math.max(dragged.from, dragged.to));
    }
    setDragged(null);
  };
  const chosen = stretchOf(dragged, cursor);
  const said =
    chosen && props.nameOf
      ? `${props.nameOf(chosen.from)} to ${props.nameOf(chosen.to)} chosen: Enter zooms in.`
      : announcement;
  return (
    // An application with a roledescription is what reads as a chart and takes the arrow keys.
    <div
      ref={box}
      role="application"
      aria-roledescription="chart"
      aria-label={`${label}. Arrow keys move between points${onSelect ? ", Enter opens one" : ""}${onZoom ? ", Shift and arrows choose several, Enter then zooms in" : ""}.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart's one tab stop
      tabIndex={0}
      onKeyDown={handleKey}
      onBlur={() => setCursor(null)}
      onPointerMove={move}
      onPointerLeave={() => setCursor(null)}
      onPointerDown={(event) => {
        const found = onZoom && event.pointerType === "mouse" && event.button === 0 ? find(event) : null;
        setDragged(found && { from: found.point, to: found.point });
      }}
      onPointerUp={release}
      onPointerCancel={() => setDragged(null)}
      onClick={(event) => {
        const found = hasZoomed.current ? null : find(event);
        if (found) {
          onSelect?.(found);
        }
      }}
      style={{ height: plot.height }}
      className={`relative isolate select-none rounded-small ${onSelect && cursor ? "cursor-pointer" : ""} [&_.recharts-surface]:overflow-visible [&_.recharts-wrapper]:pointer-events-none [&_svg]:outline-none`}
    >
      {gaps.map(({ from, to }) => (
        <Band key={from} plot={plot} points={points} from={from} to={to} className="plot-gap" isInPlot />
      ))}
      {cursor && <Band plot={plot} points={points} from={cursor.point} to={cursor.point + 1} className="bg-sunken" />}
      {chosen && (
        <Band
          plot={plot}
          points={points}
          from={chosen.from}
          to={chosen.to + 1}
          className="border-focus border-x bg-answered-wash"
        />
      )}
      {width > 0 ? children(width) : placeholder}
      {cursor && !dragged && (
        <div className="pointer-events-none absolute top-0 z-10" style={tooltipPlace(plot, points, cursor.point)}>
          {tooltip}
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {cursor ? said : ""}
      </p>
    </div>
  );
}

/** Beside the point, on the side where there is more room. */
function tooltipPlace(plot: Plot, points: number, point: number) {
  const isLeft = (point + 0.5) / points > 0.5;
  return {
    left: leftOf(plot, isLeft ? point / points : (point + 1) / points),
    transform: isLeft ? "translateX(calc(-100% - 6px))" : "translateX(6px)",
  };
}

/** The points that are being chosen together, by drag or by keyboard; nothing while it is only one. */
function stretchOf(dragged: { from: number; to: number } | null, cursor: PointCursor | null) {
  const [a, b] = dragged
    ? [dragged.from, dragged.to]
    : [cursor?.anchor ?? 0, cursor?.anchor === undefined ? 0 : cursor.point];
  return a === b ? null : { from: Math.min(a, b), to: Math.max(a, b) };
}

interface PlotBandProps {
  plot: Plot;
  points: number;
  /** In points: from the left edge of one to the left edge of another. */
  from: number;
  to: number;
  className: string;
  /** Whether it leaves the axis' labels free. */
  isInPlot?: boolean;
}

/** A stretch of a plot's width, behind what is drawn. */
function Band({ plot, points, from, to, className, isInPlot = false }: PlotBandProps) {
  return (
    <i
      aria-hidden
      className={`absolute -z-10 rounded-small ${className}`}
      style={{
        left: leftOf(plot, from / points),
        width: `calc((100% - ${plot.left + plot.right}px) * ${(to - from) / points})`,
        top: isInPlot ? plot.top : plot.top - 4,
        bottom: isInPlot ? plot.bottom : 0,
      }}
    />
  );
}

/** How far from the left a share of the plot's width lies, in CSS. */
function leftOf(plot: Plot, share: number): string {
  return `calc(${plot.left}px + (100% - ${plot.left + plot.right}px) * ${share})`;
}
