"use client";

import { Children, type ReactNode, use, useEffect, useRef, useState } from "react";
import { AskedAheadContext, LaterViewContext, ViewContext } from "@/components/data/view-provider";

/** The panels of a page of numbers, in the order of urgency. When the view changes, those in sight follow it first. */
export function PageGrid({ children }: { children: ReactNode }) {
  const isUnderWay = use(ViewContext) !== use(LaterViewContext);
  return (
    <main id="main" className="page-grid" aria-busy={isUnderWay || undefined}>
      {Children.map(children, (panel) => (
        <InSightFirst>{panel}</InSightFirst>
      ))}
    </main>
  );
}

function InSightFirst({ children }: { children: ReactNode }) {
  const [view, later, askedAhead] = [use(ViewContext), use(LaterViewContext), use(AskedAheadContext)];
  const holder = useRef<HTMLDivElement>(null);
  const [isInSight, setInSight] = useState(true);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setInSight(entries.some((entry) => entry.isIntersecting)));
    // The holder itself has no box, so that the panel lies in the page's grid.
    for (const panel of holder.current?.children ?? []) {
      observer.observe(panel);
    }
    return () => observer.disconnect();
  }, []);
  return (
    <ViewContext value={isInSight ? view : later}>
      <AskedAheadContext value={isInSight ? askedAhead : null}>
        <div ref={holder} className="contents">
          {children}
        </div>
      </AskedAheadContext>
    </ViewContext>
  );
}
