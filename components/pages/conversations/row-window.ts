/** Of a row and of the head, in pixels; every row is as high as any other, so that a place can be counted. */
export const ROW_HEIGHT = 34;
export const HEAD_HEIGHT = 32;

/** Browsers lay out some 17 to 33 million pixels; a list that would be higher is scrolled in larger steps. */
export const MOST_PIXELS = 15_000_000;

/** Rows beside the visible ones that are drawn too. */
const OVERSCAN = 12;
const STEP = 6;

/** Where the list stands: how far it is scrolled, and how high the box that it is seen through. */
export interface ScrollView {
  top: number;
  height: number;
}

export interface RowWindow {
  /** Rows drawn: from the first up to, and without, the end. */
  first: number;
  end: number;
  /** Pixels that stand for the rows before and after. */
  before: number;
  after: number;
}

const rowsHeight = (total: number) => total * ROW_HEIGHT;
const drawnHeight = (total: number) => Math.min(rowsHeight(total), MOST_PIXELS);

/** How many pixels of rows one pixel of scrolling stands for: 1 unless the list is longer than browsers lay out. */
function scaleOf(total: number, height: number): number {
  const room = height - HEAD_HEIGHT;
  return rowsHeight(total) <= MOST_PIXELS ? 1 : (rowsHeight(total) - room) / (drawnHeight(total) - room);
}

/** The rows to draw. They change in steps, so that a scroll by a pixel draws nothing anew. */
export function windowOf(total: number, { top, height }: ScrollView): RowWindow {
  const scale = scaleOf(total, height);
  const offset = top * scale;
  const visible = Math.ceil(height / ROW_HEIGHT);
  const wanted = Math.floor(offset / ROW_HEIGHT) - OVERSCAN;
  // Where steps are large, rows that would lie beyond the list's own ends are left out.
  const least = Math.ceil((offset - top) / ROW_HEIGHT);
  const first = Math.max(0, least, Math.min(total, Math.floor(wanted / STEP) * STEP));
  const before = first * ROW_HEIGHT - (offset - top);
  const room = Math.ceil((drawnHeight(total) - before) / ROW_HEIGHT - 1e-6);
  const end = Math.min(total, first + Math.min(room, visible + 2 * OVERSCAN + STEP));
  const after = Math.max(0, drawnHeight(total) - before - (end - first) * ROW_HEIGHT);
  return { first, end, before, after };
}

/** How far to scroll so that a row can be seen: no further than needed, or to the middle. */
export function scrollTo(index: number, total: number, view: ScrollView, isCentred = false): number {
  const scale = scaleOf(total, view.height);
  const room = view.height - HEAD_HEIGHT;
  const [from, to] = [index * ROW_HEIGHT, (index + 1) * ROW_HEIGHT];
  const offset = view.top * scale;
  if (isCentred) {
    return Math.max(0, from - (room - ROW_HEIGHT) / 2) / scale;
  }
  return (from < offset ? from : to > offset + room ? to - room : offset) / scale;
}
