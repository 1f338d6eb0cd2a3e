"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { syncQuery } from "@/components/data/queries";
import type { DatasetReply } from "@/lib/shared/contract";
import { describeGaps, edgesOf, gapsIn, placeGaps } from "./gaps";

/** What the copy lacks of a series' range: where it lies on the chart, and in words. */
export function useGaps(reply: DatasetReply | undefined) {
  const { data: sync } = useQuery(syncQuery());
  return useMemo(() => {
    const isSeries = reply?.columns.some(({ unit }) => unit === "bucket") && reply.rows.length > 0;
    if (!reply || !sync || !isSeries) {
      return { places: [], words: null };
    }
    const edges = edgesOf(reply);
    const now = Date.parse(reply.meta.generatedAt);
    const gaps = gapsIn(sync.coverage, edges[0] ?? 0, edges.at(-1) ?? 0, now);
    const words = gaps.length === 0 ? null : describeGaps(gaps, reply.meta.timeZone);
    return { places: placeGaps(gaps, reply), words };
  }, [reply, sync]);
}
