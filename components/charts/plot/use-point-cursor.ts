"use client";

import { type KeyboardEvent, useState } from "react";

/** Where a chart's cursor stands: a point, and in it a series from 1 on, or 0 for the point as a whole. */
export interface PointCursor {
  point: number;
  level: number;
  /** Where a stretch of points begins that is being chosen; it ends at `point`. */
  anchor?: number;
}

interface Options {
  points: number;
  /** Series that can be reached one by one with the arrows up and down. */
  levels?: number;
  onSelect?: (cursor: PointCursor) => void;
  /** Several points were chosen together, with Shift and the arrows: the first and the last of them. */
  onZoom?: (first: number, last: number) => void;
}

/** Points that Page Up and Page Down go by. */
const PAGE = 10;

/** The cursor that pointer and keyboard share in a drawn chart: one tab stop, arrows within. */
export function usePointCursor({ points, levels = 0, onSelect, onZoom }: Options) {
  const [cursor, setCursor] = useState<PointCursor | null>(null);
  const isIn = cursor !== null && cursor.point < points;
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      setCursor(null);
    } else if ((event.key === "Enter" || event.key === " ") && isIn) {
      event.preventDefault();
      const { point, anchor = point } = cursor;
      if (onZoom && anchor !== point) {
        setCursor(null);
        onZoom(Math.min(anchor, point), Math.max(anchor, point));
      } else {
        onSelect?.(cursor);
      }
    } else if (!event.altKey && !event.ctrlKey && !event.metaKey) {
      const next = moveCursor(isIn ? cursor : null, event.key, points, levels);
      if (next) {
        event.preventDefault();
        event.stopPropagation();
        setCursor(event.shiftKey && onZoom && isIn ? { ...next, anchor: cursor.anchor ?? cursor.point } : next);
      }
    }
  };
  return { cursor: isIn ? cursor : null, setCursor, handleKey };
}

/** The cursor after a key, or nothing where the key does not move it. */
export function moveCursor(
  cursor: PointCursor | null,
  key: string,
  points: number,
  levels: number,
): PointCursor | undefined {
  const { point, level } = cursor ?? { point: -1, level: 0 };
  const last = points - 1;
  const toPoint: Record<string, number> = {
    ArrowRight: point + 1,
    ArrowLeft: cursor ? point - 1 : last,
    Home: 0,
    End: last,
    PageUp: point - PAGE,
    PageDown: point + PAGE,
  };
  const toLevel: Record<string, number> = levels > 0 ? { ArrowUp: level + 1, ArrowDown: level - 1 } : {};
  const isMove = key in toPoint || key in toLevel;
  return isMove && points > 0
    ? { point: clamp(toPoint[key] ?? point, last), level: clamp(toLevel[key] ?? level, levels) }
    : undefined;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
