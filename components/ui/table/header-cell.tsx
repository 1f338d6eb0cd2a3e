import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "react-aria-components";
import { Tooltip } from "@/components/ui/overlay/tooltip";
import type { Sort } from "./sort-rows";
import { isRightAligned, type TableColumn } from "./table-column";

interface Props {
  column: TableColumn;
  sort?: Sort;
  onSort: (sort: Sort) => void;
}

/** A column's head: a button that sorts, numbers from the largest down at first; a metric's definition shows beside it. */
export function HeaderCell({ column, sort, onSort }: Props) {
  const isSorted = sort?.column === column.id;
  const isRight = isRightAligned(column);
  const isDescending = isSorted ? !sort.isDescending : isRight;
  const Arrow = isSorted && !sort.isDescending ? ArrowUp : ArrowDown;
  const button = (
    <Button
      onPress={() => onSort({ column: column.id, isDescending })}
      className={`group -mx-1 inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-small px-1 hover:text-ink ${isSorted ? "font-semibold text-ink" : ""} ${isRight ? "flex-row-reverse" : ""}`}
    >
      {column.label}
      <Arrow
        aria-hidden
        className={`size-3 ${isSorted ? "" : "opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60"}`}
      />
    </Button>
  );
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined}
      className={isRight ? "is-number" : ""}
    >
      {column.definition ? <Tooltip content={column.definition}>{button}</Tooltip> : button}
    </th>
  );
}
