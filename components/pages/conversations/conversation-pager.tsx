"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { neighboursQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { isForPage } from "@/components/shell/key-target";
import { buttonClass } from "@/components/ui/form/button-class";
import { formatValue } from "@/lib/shared/format";
import { listHref, listSearch } from "@/lib/shared/view";
import { keepPlace, readPlace } from "./list-place";

/** Previous and next conversation of the list that this one was opened from (← and →), and back to it (Escape). */
export function ConversationPager({ id }: { id: string }) {
  const [view] = useView();
  const search = listSearch(view);
  const { data } = useQuery(neighboursQuery(id, search));
  const hrefOf = (other: string | null | undefined) =>
    other ? listHref(`/conversations/${encodeURIComponent(other)}`, view) : null;
  const ways = {
    ArrowLeft: hrefOf(data?.previous),
    ArrowRight: hrefOf(data?.next),
    Escape: listHref("/conversations", view),
  };
  useKeys(ways);
  const position = data?.position ?? null;
  useEffect(() => {
    if (position !== null && readPlace(search)?.id !== id) {
      keepPlace({ list: search, id, index: position });
    }
  }, [position, search, id]);
  return (
    <nav aria-label="Conversations of the list" className="flex items-center gap-1.5">
      <span className="mr-1 text-ink-3 text-s">
        {data &&
          (position === null
            ? "Not in this list"
            : `${formatValue(position + 1, "count")} of ${formatValue(data.total, "count")}`)}
      </span>
      <Step label="Previous conversation" keys="ArrowLeft" href={ways.ArrowLeft} />
      <Step label="Next conversation" keys="ArrowRight" href={ways.ArrowRight} />
    </nav>
  );
}

function Step({ label, keys, href }: { label: string; keys: "ArrowLeft" | "ArrowRight"; href: string | null }) {
  const Arrow = keys === "ArrowLeft" ? ArrowLeft : ArrowRight;
  const look = buttonClass({ isIcon: true });
  return href === null ? (
    <span role="img" aria-label={`${label}: none`} className={`${look} pointer-events-none opacity-50`}>
      <Arrow aria-hidden />
    </span>
  ) : (
    <Link href={href} prefetch aria-label={label} title={label} aria-keyshortcuts={keys} className={look}>
      <Arrow aria-hidden />
    </Link>
  );
}

function useKeys(ways: Record<"ArrowLeft" | "ArrowRight" | "Escape", string | null>) {
  const router = useRouter();
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const way = Object.entries(ways).find(([key]) => key === event.key)?.[1];
      if (way && isForPage(event, event.target instanceof Element ? event.target : null)) {
        event.preventDefault();
        router.push(way);
      }
    };
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  });
}
