"use client";

import Link from "next/link";
import { useView } from "@/components/data/use-view";
import { hrefOf } from "@/components/data/view";

/** Back to the list that the conversation was opened from, with its range and filters. */
export function BackLink() {
  const [view] = useView();
  return (
    <Link href={hrefOf("/conversations", view)} className="font-medium text-ink-3 hover:text-ink">
      Conversations ›
    </Link>
  );
}
