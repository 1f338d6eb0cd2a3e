"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { createContext, type ReactNode, startTransition, useEffect, useMemo, useState } from "react";
import { type View, viewParsers } from "@/lib/shared/view";
import { prefetchDeferred, prefetchVisible, type ViewQuery } from "./prefetch-view";

/** What is to be changed, or a function of the view as it will be once earlier changes are drawn. */
type Change = Partial<View> | ((view: View) => Partial<View>);

export type ViewState = readonly [View, (change: Change) => void];

export const ViewContext = createContext<ViewState | null>(null);
/** The view of the panels out of sight: a step behind, so that those in sight are fetched and drawn first. */
export const DeferredViewContext = createContext<ViewState | null>(null);

/** How long the panels out of sight wait at most for the answers of those in sight. */
const HOLD_MS = 1000;

/** The queries of the panels in sight. */
export const VisibleQueriesContext = createContext<Set<ViewQuery> | null>(null);
/** The queries of the panels out of sight. */
export const DeferredQueriesContext = createContext<Set<ViewQuery> | null>(null);

/**
 * Reads the view from the URL once for all that is below it: a change then renders them once, not again when the URL
 * has followed. Each page has its own, since one that outlives a navigation learns of it only after the first render.
 */
export function ViewProvider({ children }: { children: ReactNode }) {
  const [view, setView] = useQueryStates(viewParsers, { history: "push", scroll: false });
  const state = useMemo<ViewState>(() => {
    // A press is answered at once, and the panels are drawn anew without keeping the next one waiting.
    const set = (change: Change) => startTransition(() => void setView(change as Parameters<typeof setView>[0]));
    return [view, set];
  }, [view, setView]);
  const client = useQueryClient();
  const [visible] = useState(() => new Set<ViewQuery>());
  const [deferred] = useState(() => new Set<ViewQuery>());
  // While rendering, as TanStack's usePrefetchQuery does: to draw the page for the new view takes as long as to answer it.
  const answered = useMemo(() => prefetchVisible(client, visible, view), [client, visible, view]);
  const [deferredState, setDeferredState] = useState(state);
  useEffect(() => {
    let isCurrent = true;
    const hold = new Promise((free) => setTimeout(free, HOLD_MS));
    const follow = async () => {
      const isAnyNew = await Promise.race([answered, hold]);
      if (isCurrent && isAnyNew) {
        prefetchDeferred(client, deferred, state[0]);
        await nextPaint();
      }
      if (isCurrent) {
        startTransition(() => setDeferredState(state));
      }
    };
    void follow();
    return () => {
      isCurrent = false;
    };
  }, [client, deferred, answered, state]);
  return (
    <ViewContext value={state}>
      <DeferredViewContext value={deferredState}>
        <VisibleQueriesContext value={visible}>
          <DeferredQueriesContext value={deferred}>{children}</DeferredQueriesContext>
        </VisibleQueriesContext>
      </DeferredViewContext>
    </ViewContext>
  );
}

/** Resolves once what has come by now is painted. */
async function nextPaint(): Promise<void> {
  // A frame's callbacks run before its paint, and what came may be drawn only for the frame after.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
