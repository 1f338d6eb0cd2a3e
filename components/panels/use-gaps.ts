"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { syncQuery } from "@/components/data/queries";
import type { DatasetReply } from "@/lib/shared/contract";
import { describeGaps, edgesOf, gapsIn, placeGaps } from "./gaps";

const NONE = { places: [], words: null };

/** The gaps of the sync in a series' range: where they lie on the chart, and in words. */
export function useGaps(reply: DatasetReply | undefined) {
  const { data: sync } = useQuery(syncQuery());
  return useMemo(() => {
    const isSeries = reply?.columns.some(({ unit }) => unit === "bucket") && reply.rows.length > 0;
    if (!reply || !sync || !isSeries) {
      return NONE;
    }
    const now = Date.parse(reply.meta.generatedAt);
    // Buckets' instants are looked up in the time zone's rules one by one: only where there is a gap to place.
    if (gapsIn(sync.coverage, 0, now, now).length === 0) {
      return NONE;
    }
    const edges = edgesOf(reply);
    const gaps = gapsIn(sync.coverage, edges[0] ?? 0, edges.at(-1) ?? 0, now);
    const words = gaps.length === 0 ? null : describeGaps(gaps, reply.meta.timeZone);
    return { places: placeGaps(gaps, reply), words };
  }, [reply, sync]);
}
