"use client";

import { useQuery } from "@tanstack/react-query";
import { serviceLevelsQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { splitFilter } from "@/lib/shared/filter-values";

/** Seconds within which an entry counts as answered in time; null where the queues in view do not agree on one. */
export function useThreshold(): number | null {
  const [view] = useView();
  const { data } = useQuery(serviceLevelsQuery());
  if (!data) {
    return null;
  }
  const { included } = splitFilter(view.queue);
  const queues = data.queues.filter(({ queueId }) => included.length === 0 || included.includes(queueId));
  const seconds = queues.map(({ thresholdSeconds }) => thresholdSeconds ?? data.default.thresholdSeconds);
  const distinct = new Set(seconds.length > 0 ? seconds : [data.default.thresholdSeconds]);
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}
