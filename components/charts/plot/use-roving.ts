"use client";

import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

const POINT = "[data-point]";

/** Where a key leads from the point at `index`; itself where there is nothing further. */
export type FindStep = (key: string, index: number, points: readonly HTMLElement[]) => number;

/**
 * Makes the points of an HTML chart one tab stop: arrow keys move between its `[data-point]` elements, Home and End jump.
 * Without JavaScript every point is a stop of its own.
 * @param way points in a row, for grids: up and down go by so many; or where a key leads, for other shapes.
 */
export function useRoving<E extends HTMLElement>(
  way: number | FindStep = 1,
): [RefObject<E | null>, (event: KeyboardEvent) => void] {
  const ref = useRef<E>(null);
  useEffect(() => {
    // Rows come and go, so after every render: one point, and only one, is in the tab order.
    const points = pointsIn(ref.current);
    const current =
      points.find((point) => point === document.activeElement) ?? points.find((point) => point.tabIndex === 0);
    for (const point of points) {
      point.tabIndex = point === (current ?? points[0]) ? 0 : -1;
    }
  });
  const handleKey = (event: KeyboardEvent) => {
    const points = pointsIn(ref.current);
    const index = points.indexOf(document.activeElement as HTMLElement);
    const findStep: FindStep = typeof way === "function" ? way : (key) => stepTo(key, index, points.length, way);
    const next = index < 0 ? undefined : points[findStep(event.key, index, points)];
    if (next && isStep(event.key)) {
      event.preventDefault();
      for (const point of points) {
        point.tabIndex = point === next ? 0 : -1;
      }
      next.focus();
    }
  };
  return [ref, handleKey];
}

function pointsIn(element: HTMLElement | null): HTMLElement[] {
  return element ? [...element.querySelectorAll<HTMLElement>(POINT)] : [];
}

function isStep(key: string): boolean {
  return ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(key);
}

/** Where a key leads from a point among `count`, in rows of `columns`; it stays where there is nothing further. */
export function stepTo(key: string, index: number, count: number, columns: number): number {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  if (key === "Home" || key === "End") {
    return key === "Home" ? 0 : count - 1;
  }
  const next = index + (steps[key] ?? 0);
  return next < 0 || next >= count ? index : next;
}
