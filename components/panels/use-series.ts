"use client";

import { useRange } from "@/components/data/use-range";
import { formatRange } from "@/components/ui/date/date-presets";
import { intervalOf, isLastBucketOpen, rangeOfBucket } from "@/lib/shared/bucket-range";
import type { DatasetReply } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import type { Outcome } from "@/lib/shared/outcomes";
import { useDrillDown } from "./use-drill-down";

/** What every chart over time takes from a reply: a click opens a bucket's conversations, a stretch zooms the range. */
export function useSeries(dataset: DatasetId) {
  const { setRange } = useRange();
  const { open } = useDrillDown(dataset);
  return (reply: DatasetReply) => {
    const interval = intervalOf(reply);
    const { comparison } = reply;
    return {
      rows: reply.rows,
      interval,
      lastBucketIsOpen: isLastBucketOpen(reply),
      comparison: comparison && { label: formatRange(comparison), rows: comparison.rows },
      onSelect: ({ bucket, outcome }: { bucket: string; outcome?: Outcome }) =>
        open({ bucket }, interval, outcome ? { outcome: [outcome] } : {}),
      onZoom: ({ from, to }: { from: string; to: string }) =>
        setRange({ from: rangeOfBucket(from, interval).from, to: rangeOfBucket(to, interval).to }),
    };
  };
}

const INTERVAL_WORDS: Record<string, string> = {
  "quarter-hour": "per quarter hour",
  hour: "per hour",
  day: "per day",
  week: "per week",
  month: "per month",
};

/** `per day, by start of the conversation` */
export const seriesNote = (reply: DatasetReply) => `${INTERVAL_WORDS[intervalOf(reply)]}, by start of the conversation`;
