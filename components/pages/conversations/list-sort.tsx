"use client";

import { ArrowDown, ArrowDownUp, ArrowUp } from "lucide-react";
import { useView } from "@/components/data/use-view";
import { MenuButton } from "@/components/ui/overlay/menu";
import type { ConversationSort } from "@/lib/shared/query";
import { LIST_COLUMNS } from "./list-columns";

/** As the list stands unless sorted otherwise: the newest first. */
const DEFAULT_SORT = "-startedAt";

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

/** The order of the list, where a phone has no heads of columns to press. */
export function SortMenu() {
  const [view, setView] = useView();
  const current = view.sort ?? DEFAULT_SORT;
  const items = LIST_COLUMNS.flatMap(({ label, sort }) =>
    sort === undefined
      ? []
      : [`-${sort}`, sort].map((order) => ({
          id: order,
          label: `${label}, ${order.startsWith("-") ? "descending" : "ascending"}`,
          isChosen: order === current,
          onAction: () => setView({ sort: order === DEFAULT_SORT ? null : order }),
        })),
  );
  return (
    <span className="sm:hidden">
      <MenuButton label="Sort" variant="ghost" size="small" items={items}>
        <ArrowDownUp aria-hidden /> <span className="sr-only">Sort</span>
      </MenuButton>
    </span>
  );
}
