"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { syncQuery } from "@/components/data/queries";
import { useRangeMeta } from "@/components/data/use-range-meta";
import { describeIncomplete } from "@/lib/shared/incomplete";

/** What the numbers do not hold, in words: those of the view's range where the page shows one, else all. */
export function IncompleteNote({ isOfRange }: { isOfRange: boolean }) {
  const { data: sync } = useQuery(syncQuery());
  const rangeMeta = useRangeMeta();
  const meta = isOfRange ? rangeMeta : null;
  const words = meta ? describeIncomplete(meta) : sync ? describeIncomplete(sync, "") : [];
  if (words.length === 0) {
    return null;
  }
  return (
    <p className="min-w-0 text-s text-warn">
      <Link href="/settings" className="underline underline-offset-2">
        {words.join("; ")}
      </Link>
    </p>
  );
}
