"use client";

import { useApp } from "./app-context";
import { rangeOf, shiftRange } from "./range";
import { useView } from "./use-view";

/** The range that the view shows, spelt out where the URL leaves it to the default, and the way to change it. */
export function useRange() {
  const { today } = useApp();
  const [view, setView] = useView();
  return {
    ...rangeOf(view, today),
    setRange: (range: { from: string; to: string }) => setView(patchOf(range)),
    /** To the range before or after it, of as many presses as there were, drawn yet or not; none begins after today. */
    shiftRange: (direction: -1 | 1) =>
      setView((current) => {
        const shifted = shiftRange(rangeOf(current, today), direction);
        return shifted.from.slice(0, 10) > today ? {} : patchOf(shifted);
      }),
  };
}

/** An interval that suited the old range may not suit the new one. */
const patchOf = ({ from, to }: { from: string; to: string }) => ({ from, to, interval: null });
