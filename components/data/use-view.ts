"use client";

import { useQueryStates } from "nuqs";
import { type View, viewParsers } from "./view";

/** The view in the URL, and the way to change it; every change is a step that Back undoes. */
export function useView(): [View, (patch: Partial<View>) => void] {
  const [view, setView] = useQueryStates(viewParsers, { history: "push", scroll: false });
  return [view, (patch) => void setView(patch as Parameters<typeof setView>[0])];
}
