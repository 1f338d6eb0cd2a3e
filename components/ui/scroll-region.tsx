"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  label: string;
  maxHeight?: number;
  children: ReactNode;
}

/** Content that may scroll; where it does, the keyboard reaches it as a named region. */
export function ScrollRegion({ label, maxHeight, children }: Props) {
  const box = useRef<HTMLElement>(null);
  const [isScrollable, setIsScrollable] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const measure = () =>
      setIsScrollable(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) {
      observer.observe(element.firstElementChild);
    }
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={box}
      aria-label={label}
      // A region that scrolls must be reachable by keyboard.
      tabIndex={isScrollable ? 0 : undefined}
      style={{ maxHeight }}
      className="relative overflow-auto"
    >
      {children}
    </section>
  );
}
