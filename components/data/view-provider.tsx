"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { createContext, type ReactNode, startTransition, useEffect, useMemo, useState } from "react";
import { type View, viewParsers } from "@/lib/shared/view";
import { type Ahead, askAfter, askAhead } from "./ask-ahead";
import { nextPaint } from "./next-paint";

/** What is to be changed, or a function of the view as it will be once earlier changes are drawn. */
type Change = Partial<View> | ((view: View) => Partial<View>);

export type ViewState = readonly [View, (change: Change) => void];

export const ViewContext = createContext<ViewState | null>(null);
/** The view as what is out of sight shows it: a step behind, so that what is in sight is asked for and drawn first. */
export const LaterViewContext = createContext<ViewState | null>(null);

/** What is out of sight follows so much later at most, where what is in sight takes longer to be answered. */
const HOLD_MS = 1000;

/** What is in sight asks for its next view here. */
export const AskedAheadContext = createContext<Set<Ahead> | null>(null);
/** And what is not, here. */
export const AskedAfterContext = createContext<Set<Ahead> | null>(null);

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
  const [ahead] = useState(() => new Set<Ahead>());
  const [after] = useState(() => new Set<Ahead>());
  // While rendering, as TanStack's usePrefetchQuery does: to draw the page for the new view takes as long as to answer it.
  const answered = useMemo(() => askAhead(client, ahead, view), [client, ahead, view]);
  const [later, setLater] = useState(state);
  useEffect(() => {
    let isCurrent = true;
    const hold = new Promise((free) => setTimeout(free, HOLD_MS));
    const follow = async () => {
      const isAnyNew = await Promise.race([answered, hold]);
      if (isCurrent && isAnyNew) {
        askAfter(client, after, state[0]);
        await nextPaint();
      }
      if (isCurrent) {
        startTransition(() => setLater(state));
      }
    };
    void follow();
    return () => {
      isCurrent = false;
    };
  }, [client, after, answered, state]);
  return (
    <ViewContext value={state}>
      <LaterViewContext value={later}>
        <AskedAheadContext value={ahead}>
          <AskedAfterContext value={after}>{children}</AskedAfterContext>
        </AskedAheadContext>
      </LaterViewContext>
    </ViewContext>
  );
}
