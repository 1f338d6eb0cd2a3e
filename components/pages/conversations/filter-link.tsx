"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useView } from "@/components/data/use-view";
import { filterValue } from "@/lib/shared/filter-values";
import { FILTER_IDS, FILTERS, type FilterId } from "@/lib/shared/filters";
import { hrefOf } from "@/lib/shared/view";

interface Props {
  filter: FilterId;
  value: string;
  className?: string;
  children: ReactNode;
}

const NONE = Object.fromEntries(FILTER_IDS.map((id) => [id, []]));

/** What else has this queue, agent, tag or disposition: the list of the same range, with this filter alone. */
export function FilterLink({ filter, value, className = "hover:underline", children }: Props) {
  const [view] = useView();
  const href = hrefOf("/conversations", view, { ...NONE, [filter]: [filterValue(value)] });
  return (
    <Link href={href} prefetch={false} className={className} title={`${FILTERS[filter].label}: all its conversations`}>
      {children}
    </Link>
  );
}
