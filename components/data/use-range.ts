"use client";

import { useApp } from "./app-context";
import { rangeOf } from "./range";
import { useView } from "./use-view";

/** The range that the view shows, spelt out where the URL leaves it to the default, and the way to change it. */
export function useRange() {
  const { today } = useApp();
  const [view, setView] = useView();
  return {
    ...rangeOf(view, today),
    // An interval that suited the old range may not suit the new one.
    setRange: ({ from, to }: { from: string; to: string }) => setView({ from, to, interval: null }),
  };
}
