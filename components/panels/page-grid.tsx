"use client";

import { Children, type ReactNode, use, useEffect, useRef, useState } from "react";
import {
  DeferredQueriesContext,
  DeferredViewContext,
  ViewContext,
  VisibleQueriesContext,
} from "@/components/data/view-provider";

/** The panels of a page of numbers, in the order of urgency. When the view changes, those in sight follow it first. */
export function PageGrid({ children }: { children: ReactNode }) {
  const isBehind = use(ViewContext) !== use(DeferredViewContext);
  return (
    <main id="main" className="page-grid" aria-busy={isBehind || undefined}>
      {Children.map(children, (panel) => (
        <InSightFirst>{panel}</InSightFirst>
      ))}
    </main>
  );
}

function InSightFirst({ children }: { children: ReactNode }) {
  const [view, deferredView] = [use(ViewContext), use(DeferredViewContext)];
  const [visible, deferred] = [use(VisibleQueriesContext), use(DeferredQueriesContext)];
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
    <ViewContext value={isInSight ? view : deferredView}>
      <VisibleQueriesContext value={isInSight ? visible : deferred}>
        <div ref={holder} className="contents">
          {children}
        </div>
      </VisibleQueriesContext>
    </ViewContext>
  );
}
