"use client";

import { useContext } from "react";
import { ViewContext, type ViewState } from "./view-provider";

/** The view in the URL, and the way to change it; every change is a step that Back undoes. */
export function useView(): ViewState {
  const state = useContext(ViewContext);
  if (!state) {
    throw new Error("useView needs a ViewProvider above it.");
  }
  return state;
}
