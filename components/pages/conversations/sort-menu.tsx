"use client";

import { ArrowDownUp } from "lucide-react";
import { useView } from "@/components/data/use-view";
import { MenuButton } from "@/components/ui/overlay/menu";
import { LIST_COLUMNS } from "./list-columns";
import { DEFAULT_SORT } from "./sort-header";

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
