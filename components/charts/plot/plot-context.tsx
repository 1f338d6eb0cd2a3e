"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";

/** A stretch of a plot in points, 0 at its left edge: 1.5 is the middle of the second point. */
export interface PlotGap {
  from: number;
  to: number;
}

interface Surroundings {
  /** Height in pixels in place of the chart's own: a panel in full screen. */
  height?: number;
  /** Stretches that are not synced: hatched behind the marks. */
  gaps?: readonly PlotGap[];
}

const Context = createContext<Surroundings>({});

/** What a panel tells every chart in it, whichever it is. */
export function PlotSurroundings({ children, height, gaps }: Surroundings & { children: ReactNode }) {
  // The same object while they are the same: a new one would have every chart in it drawn anew.
  const surroundings = useMemo(() => ({ height, gaps }), [height, gaps]);
  return <Context value={surroundings}>{children}</Context>;
}

export function usePlotHeight(own: number): number {
  return useContext(Context).height ?? own;
}

export function usePlotGaps(): readonly PlotGap[] {
  return useContext(Context).gaps ?? [];
}
