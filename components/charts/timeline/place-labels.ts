/** A label and the pixel that it belongs to. */
export interface Labelled {
  x: number;
  text: string;
}

export interface PlacedLabel {
  /** Counted from the bottom, next to the marker; null where no row has room. */
  row: number | null;
  /** The label's left edge, in pixels. */
  left: number;
}

const LETTER_WIDTH = 6.1;
const PADDING = 14;
const GAP = 6;

/**
 * Rows in which labels stand without touching: each right of its pixel, or left of it where the plot ends; what fits in
 * none of `mostRows` is left out.
 */
export function placeLabels(labels: readonly Labelled[], width: number, mostRows: number): PlacedLabel[] {
  const taken: [number, number][][] = Array.from({ length: mostRows }, () => []);
  return labels.map(({ x, text }) => {
    const length = text.length * LETTER_WIDTH + PADDING;
    const left = Math.max(0, x + length > width ? Math.min(x, width) - length : x);
    const row = taken.findIndex((spans) =>
      spans.every(([from, to]) => left >= to + GAP || left + length + GAP <= from),
    );
    if (row < 0 || left + length > Math.max(width, length)) {
      return { row: null, left };
    }
    taken[row]?.push([left, left + length]);
    return { row, left };
  });
}
