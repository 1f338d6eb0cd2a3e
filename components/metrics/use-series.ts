"use client";

import { useRouter } from "next/navigation";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import { conversationsHref } from "@/components/data/view";
import { formatRange } from "@/components/ui/date-presets";
import { intervalOf, isLastBucketOpen, rangeOfBucket } from "@/lib/shared/bucket-range";
import type { DatasetReply } from "@/lib/shared/contract";
import type { FilterId } from "@/lib/shared/filters";

/** What every chart over time takes from a reply: a click opens a bucket's conversations, a stretch zooms the range. */
export function useSeries() {
  const [view] = useView();
  const { setRange } = useRange();
  const router = useRouter();
  return (reply: DatasetReply) => {
    const interval = intervalOf(reply);
    const { comparison } = reply;
    return {
      rows: reply.rows,
      interval,
      lastBucketIsOpen: isLastBucketOpen(reply),
      comparison: comparison && { label: formatRange(comparison), rows: comparison.rows },
      onSelect: ({ bucket, ...only }: { bucket: string } & Partial<Record<FilterId, string>>) =>
        router.push(conversationsHref(view, only, rangeOfBucket(bucket, interval))),
      onZoom: ({ from, to }: { from: string; to: string }) =>
        setRange({ from: rangeOfBucket(from, interval).from, to: rangeOfBucket(to, interval).to }),
    };
  };
}
