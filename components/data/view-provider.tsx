"use client";

import { useQueryStates } from "nuqs";
import { createContext, type ReactNode, startTransition, useEffect, useMemo, useState } from "react";
import { type View, viewParsers } from "./view";

/** What is to be changed, or a function of the view as it will be once earlier changes are drawn. */
type Change = Partial<View> | ((view: View) => Partial<View>);

export type ViewState = readonly [View, (change: Change) => void];

export const ViewContext = createContext<ViewState | null>(null);
/** The view as what is out of sight shows it: a step behind, so that what is in sight is drawn and asked for first. */
export const LaterViewContext = createContext<ViewState | null>(null);

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
  const [later, setLater] = useState(state);
  useEffect(() => startTransition(() => setLater(state)), [state]);
  return (
    <ViewContext value={state}>
      <LaterViewContext value={later}>{children}</LaterViewContext>
    </ViewContext>
  );
}
