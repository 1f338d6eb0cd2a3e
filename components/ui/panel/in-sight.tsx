"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

interface ChunksProps<Item> {
  items: readonly Item[];
  /** Items that are drawn together. */
  size: number;
  /** About how high one is, in pixels, until it has been drawn. */
  heightOf: (item: Item) => number;
  children: (items: readonly Item[]) => ReactNode;
}

/**
 * A list of any length, of items of any height, of which only those near what is in sight are drawn. Where all rows are
 * equally high, `useRowWindow` places them exactly.
 */
export function Chunks<Item>({ items, size, heightOf, children }: ChunksProps<Item>) {
  if (items.length <= size) {
    return children(items);
  }
  const firsts = Array.from({ length: Math.ceil(items.length / size) }, (_, index) => index * size);
  return firsts.map((first) => {
    const chunk = items.slice(first, first + size);
    const height = chunk.reduce((sum, item) => sum + heightOf(item), 0);
    return (
      <InSight key={first} height={height} isFirst={first === 0}>
        {() => children(chunk)}
      </InSight>
    );
  });
}

interface Props {
  height: number;
  /** Drawn at once, by the server too. */
  isFirst: boolean;
  children: () => ReactNode;
}

/** Margin around the box within which content is drawn. */
const MARGIN = "800px 0px";

/** Draws its content while it is near; else a placeholder of its last known or estimated height. */
function InSight({ height, isFirst, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(isFirst);
  const [known, setKnown] = useState(height);
  useEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const isNear = entries.at(-1)?.isIntersecting ?? false;
        // What has the focus stays, else the keyboard would fall out of the list; and what somebody has opened.
        if (!isNear && (element.contains(document.activeElement) || element.querySelector("details[open]"))) {
          return;
        }
        if (!isNear && element.firstChild) {
          setKnown(element.offsetHeight);
        }
        setDrawn(isNear);
      },
      { root: element.closest("[data-scroll-box]"), rootMargin: MARGIN },
    );
    observer.observe(element);
    // Printing shows everything.
    const drawForPaper = () => flushSync(() => setDrawn(true));
    window.addEventListener("beforeprint", drawForPaper);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", drawForPaper);
    };
  }, []);
  return (
    <div ref={box} style={isDrawn ? undefined : { height: known }}>
      {isDrawn && children()}
    </div>
  );
}

/** The box that `Chunks` in it scroll in; the keyboard reaches it by its name. */
export function ScrollBox({
  label,
  isScrolling,
  className = "",
  children,
}: {
  label: string;
  isScrolling: boolean;
  className?: string;
  children: ReactNode;
}) {
  return isScrolling ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section aria-label={`${label}, scrolling`} tabIndex={0} data-scroll-box className={`overflow-y-auto ${className}`}>
      {children}
    </section>
  ) : (
    children
  );
}
