"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { ROW_HEIGHT, type RowWindow, scrollTo, windowOf } from "./row-window";

/** Rows that the server takes to be in sight, before any box is measured: with those beside them its first page. */
const FIRST_ROWS = 70;
const useIsomorphicLayoutEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

export interface Rows extends RowWindow {
  box: RefObject<HTMLDivElement | null>;
  /** Scrolls until a row can be seen, no further than needed or to the middle. */
  reveal: (index: number, isCentred?: boolean) => void;
}

/** Draws of a list of any length only the rows that its scrolling box shows. */
export function useRowWindow(total: number): Rows {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: FIRST_ROWS * ROW_HEIGHT });
  useIsomorphicLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const measure = () => {
      const next = { top: element.scrollTop, height: element.clientHeight };
      setView((last) => (isSame(windowOf(total, last), windowOf(total, next)) ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [total]);
  const reveal = useCallback(
    (index: number, isCentred?: boolean) => {
      const element = box.current;
      if (element) {
        const seen = { top: element.scrollTop, height: element.clientHeight };
        element.scrollTop = scrollTo(index, total, seen, isCentred);
      }
    },
    [total],
  );
  return { box, reveal, ...windowOf(total, view) };
}

function isSame(a: RowWindow, b: RowWindow): boolean {
  return a.first === b.first && a.end === b.end && Math.abs(a.before - b.before) < 1;
}
