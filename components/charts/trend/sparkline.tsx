import { pathOf, sparkPoints } from "./spark-path";

interface Props {
  /** One value per bucket; a missing one leaves a gap. */
  values: readonly (number | null)[];
  /** Whether the last value is not over yet: its segment is dotted. */
  lastIsOpen: boolean;
  width?: number;
  height?: number;
}

/** The course of a metric in a tile, without axes: the tile's number says how much. */
export function Sparkline({ values, lastIsOpen, width = 64, height = 22 }: Props) {
  const points = sparkPoints(values, width, height);
  const split = lastIsOpen ? points.length - 1 : points.length;
  const last = points.slice(split - 1);
  return (
    <svg aria-hidden="true" width={width} height={height} className="max-w-full shrink-0 text-ink-3">
      <g fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" strokeLinecap="round">
        <path d={pathOf(points.slice(0, split))} />
        {lastIsOpen && points.length > 1 && <path d={pathOf(last)} strokeDasharray="0.5 3" />}
      </g>
    </svg>
  );
}
