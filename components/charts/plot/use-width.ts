"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** An element's width in pixels, kept up to date; `firstWidth` until it is measured, as on the server. */
export function useWidth<E extends HTMLElement>(firstWidth: number): [RefObject<E | null>, number] {
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
