"use client";

import { useMemo, useState } from "react";
import type { Column, Row } from "@/lib/shared/contract";
import { DataCell } from "./data-cell";
import { HeaderCell } from "./header-cell";
import { ScrollRegion } from "./scroll-region";
import { type Sort, sortRows } from "./sort-rows";
import type { TableColumn } from "./table-column";

export interface DataTableProps {
  columns: readonly TableColumn[];
  rows: readonly Row[];
  /** What the rows are; the table's name for assistive technology. */
  caption: string;
  /** Makes each row's first cell a button and the row clickable. */
  onRowAction?: (row: Row) => void;
  /** Order at first; headers change it. */
  sort?: Sort;
  /** Columns whose cells also draw a bar: against 1 for ratios that should be high, else the column's largest value. */
  bars?: readonly string[];
  /** Cells to be set in the bad state's ink. */
  isBad?: (row: Row, columnId: string) => boolean;
  /** Pixels above which the body scrolls under its header. */
  maxHeight?: number;
}

/** Rows as a table: sortable, exact, readable by machine and by ear. */
export function DataTable({ columns, rows, caption, onRowAction, sort, bars = [], isBad, maxHeight }: DataTableProps) {
  const [order, setOrder] = useState(sort);
  const sorted = useMemo(() => sortRows(rows, order), [rows, order]);
  const largest = useMemo(() => largestOf(rows, columns, bars), [rows, columns, bars]);
  return (
    <ScrollRegion label={caption} maxHeight={maxHeight}>
      <table className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={order} onSort={setOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row, place) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place in the order, filled anew
              key={place}
              onClick={onRowAction && (() => onRowAction(row))}
              className={onRowAction && "is-action cursor-pointer"}
            >
              {columns.map((column, index) => (
                <DataCell
                  key={column.id}
                  column={column}
                  row={row}
                  isHeader={index === 0}
                  isBad={isBad?.(row, column.id) ?? false}
                  barOf={bars.includes(column.id) ? largest.get(column.id) : undefined}
                  hasAction={index === 0 && onRowAction !== undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function largestOf(rows: readonly Row[], columns: readonly Column[], bars: readonly string[]): Map<string, number> {
  const numbers = (id: string) => rows.map((row) => row[id]).filter((value) => typeof value === "number");
  return new Map(
    columns
      .filter((column) => bars.includes(column.id))
      .map(({ id, unit, good }) => [id, unit === "ratio" && good !== "down" ? 1 : Math.max(0, ...numbers(id))]),
  );
}
