"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

interface Props {
  label: string;
  maxHeight?: number;
  children: ReactNode;
}

/** Content that may scroll; where it does, the keyboard reaches it as a named region. */
export function ScrollRegion({ label, maxHeight, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
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
  const region = isScrollable ? { role: "region", "aria-label": `${label}, rows`, tabIndex: 0 } : {};
  return (
    <div ref={box} {...region} style={{ maxHeight }} className="@container relative overflow-auto">
      {children}
    </div>
  );
}
