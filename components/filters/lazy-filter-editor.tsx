"use client";

import dynamic from "next/dynamic";
import { Loading } from "@/components/ui/panel-state";

/** The editor of a filter, loaded when one is first opened. */
export const LazyFilterEditor = dynamic(() => import("./filter-editor").then((file) => file.FilterEditor), {
  ssr: false,
  loading: () => (
    <div className="w-80 p-3">
      <Loading height={320} />
    </div>
  ),
});
