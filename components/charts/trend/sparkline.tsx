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

const INSET = 2;

type Point = { x: number; y: number } | null;

/** Where each value lies: the smallest at the foot, the largest at the top; a flat course runs through the middle. */
export function sparkPoints(values: readonly (number | null)[], width: number, height: number): Point[] {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => INSET + (index * (width - 2 * INSET)) / Math.max(1, values.length - 1);
  const y = (value: number) => (high === low ? 0.5 : (high - value) / (high - low)) * (height - 2 * INSET) + INSET;
  return values.map((value, index) => (value === null ? null : { x: x(index), y: y(value) }));
}

/** A path through the points that lifts the pen at each gap. */
export function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => (point ? `${points[index - 1] ? "L" : "M"}${point.x.toFixed(1)} ${point.y.toFixed(1)}` : ""))
    .join("");
}
