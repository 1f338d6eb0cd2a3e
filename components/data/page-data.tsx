"use client";

import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ViewProvider } from "./view-provider";

/** What a page of the view's numbers stands in: what the server has answered beforehand, and the view itself. */
export function PageData({ state, children }: { state: DehydratedState; children: ReactNode }) {
  return (
    <HydrationBoundary state={state}>
      <ViewProvider>{children}</ViewProvider>
    </HydrationBoundary>
  );
}
