"use client";

import { Children, type ReactNode, use, useEffect, useRef, useState } from "react";
import { AskedAfterContext, AskedAheadContext, LaterViewContext, ViewContext } from "@/components/data/view-provider";

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
  const [view, later] = [use(ViewContext), use(LaterViewContext)];
  const [ahead, after] = [use(AskedAheadContext), use(AskedAfterContext)];
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
      <AskedAheadContext value={isInSight ? ahead : after}>
        <div ref={holder} className="contents">
          {children}
        </div>
      </AskedAheadContext>
    </ViewContext>
  );
}
