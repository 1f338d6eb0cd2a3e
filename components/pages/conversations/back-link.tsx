"use client";

import Link from "next/link";
import { useView } from "@/components/data/use-view";
import { listHref } from "@/lib/shared/view";

/** Back to the list that the conversation was opened from, as it was; the key for it is Escape. */
export function BackLink() {
  const [view] = useView();
  return (
    <Link
      href={listHref("/conversations", view)}
      aria-label="Conversations: back to the list"
      aria-keyshortcuts="Escape"
      className="font-medium text-ink-3 hover:text-ink"
    >
      Conversations ›
    </Link>
  );
}
