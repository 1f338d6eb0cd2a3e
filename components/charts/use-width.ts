"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { FIRST_WIDTH } from "./chart-theme";

/** An element's width in pixels, kept up to date; a guess until it is measured. */
export function useWidth<E extends HTMLElement>(firstWidth = FIRST_WIDTH): [RefObject<E | null>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(firstWidth);
  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? firstWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [firstWidth]);
  return [ref, width];
}
