"use client";

import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { Loading } from "@/components/ui/panel/panel-state";

/** The editor of a filter, loaded when one is first opened. */
export const LazyFilterEditor = lazyOverlay(
  () => import("./filter-editor").then((file) => file.FilterEditor),
  () => (
    <div className="w-80 p-3">
      <Loading height={320} />
    </div>
  ),
);
