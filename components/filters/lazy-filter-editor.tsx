"use client";

import { later } from "@/components/ui/later";
import { Loading } from "@/components/ui/panel-state";

/** The editor of a filter, loaded when one is first opened. */
export const LazyFilterEditor = later(
  () => import("./filter-editor").then((file) => file.FilterEditor),
  () => (
    <div className="w-80 p-3">
      <Loading height={320} />
    </div>
  ),
);
