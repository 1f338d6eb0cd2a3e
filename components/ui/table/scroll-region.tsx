"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  label: string;
  maxHeight?: number;
  children: ReactNode;
}

/** Content that may scroll; where it does, it fades out at its end, and the keyboard reaches it as a named region. */
export function ScrollRegion({ label, maxHeight, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState({ across: false, down: false });
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const measure = () =>
      setScrolls({
        across: element.scrollWidth > element.clientWidth + 1,
        down: element.scrollHeight > element.clientHeight + 1,
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) {
      observer.observe(element.firstElementChild);
    }
    return () => observer.disconnect();
  }, []);
  const region = scrolls.across || scrolls.down ? { role: "region", "aria-label": `${label}, rows`, tabIndex: 0 } : {};
  return (
    <div
      ref={box}
      {...region}
      style={{ maxHeight }}
      className={`@container relative overflow-auto ${scrolls.across ? "scroll-hint" : ""}`}
    >
      {children}
    </div>
  );
}
