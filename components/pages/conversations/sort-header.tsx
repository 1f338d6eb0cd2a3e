"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useView } from "@/components/data/use-view";
import type { ConversationSort } from "@/lib/shared/query";

/** As the list stands unless sorted otherwise: the newest first. */
export const DEFAULT_SORT = "-startedAt";

/** A column's head; one that can be sorted by is a button that turns the order round when pressed again. */
export function SortHeader({ label, sort, isNumber }: { label: string; sort?: ConversationSort; isNumber?: boolean }) {
  const [view, setView] = useView();
  const current = view.sort ?? DEFAULT_SORT;
  const isSorted = sort !== undefined && current.replace("-", "") === sort;
  const isDescending = current.startsWith("-");
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  const next = isSorted && isDescending ? sort : `-${sort}`;
  return (
    <th
      scope="col"
      className={isNumber ? "is-number" : undefined}
      aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : undefined}
    >
      {sort === undefined ? (
        label
      ) : (
        <button
          type="button"
          className="inline-flex min-h-6 cursor-pointer items-center gap-1 hover:text-ink"
          onClick={() => setView({ sort: next === DEFAULT_SORT ? null : next })}
        >
          {label}
          {isSorted && <Arrow aria-hidden className="size-3" />}
        </button>
      )}
    </th>
  );
}
