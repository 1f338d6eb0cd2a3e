"use client";

import { notifyManager, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import type { Meta } from "@/lib/shared/contract";
import { useRange } from "./use-range";

/** Queries whose replies tell of their range in `meta`. */
const WITH_META = new Set<unknown>(["metrics", "conversations"]);

/** What the newest reply says of the view's range; null before there is one. */
export function useRangeMeta(): Meta | null {
  const cache = useQueryClient().getQueryCache();
  const { from, to } = useRange();
  // Batched: the cache also changes while something is rendered.
  const subscribe = useCallback((onChange: () => void) => cache.subscribe(notifyManager.batchCalls(onChange)), [cache]);
  const read = () => {
    let newest: Meta | null = null;
    for (const { queryKey, state } of cache.getAll()) {
      const meta = WITH_META.has(queryKey[0]) ? metaOf(state.data) : null;
      if (meta && meta.from === from && meta.to === to && meta.generatedAt > (newest?.generatedAt ?? "")) {
        newest = meta;
      }
    }
    return newest;
  };
  return useSyncExternalStore(subscribe, read, read);
}

function metaOf(reply: unknown): Meta | null {
  return typeof reply === "object" && reply !== null && "meta" in reply ? (reply.meta as Meta) : null;
}
