const INSET = 2;

export type Point = { x: number; y: number } | null;

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
