"use client";

import { useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { ChartRow } from "@/components/charts/frame/chart-row";
import { useRoving } from "@/components/charts/plot/use-roving";
import type { Column } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import type { Unit } from "@/lib/shared/units";

export interface BarListRow {
  key: string;
  label: string;
  value: number;
  /** Part of the whole, 0 to 1. */
  share?: number | null;
}

export interface BarListProps extends ChartProps {
  /** From the largest down. */
  rows: readonly BarListRow[];
  unit?: Unit;
  onSelect?: (key: string) => void;
  /** Where a row leads; one without an address leads nowhere. */
  hrefOf?: (key: string) => string | undefined;
  /** Key of the row that is looked into. */
  current?: string;
  /** Rows shown before “n more”. */
  max?: number;
  /** A colour of the tokens, where the rows are one outcome or state. */
  colour?: string;
}

/** No column goes by its contents: other rows, after a filter, move nothing. */
const GRID = "grid grid-cols-[minmax(72px,46%)_minmax(24px,1fr)_auto] gap-x-2.5";

/** One bar a row, by size; HTML alone, so that it stands before any script runs. */
export function BarList(props: BarListProps) {
  const { label, isTable, rows, unit = "count", onSelect, hrefOf, max, colour = "var(--ink-3)" } = props;
  const [isWhole, setIsWhole] = useState(false);
  const [list, handleKey] = useRoving<HTMLUListElement>();
  const shown = max === undefined || isWhole ? rows : rows.slice(0, max);
  const hidden = rows.length - shown.length;
  const largest = Math.max(0, ...rows.map((row) => row.value));
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeList(rows, unit)}
      columns={barColumns(label, unit)}
      rows={rows.map(({ label: name, value, share = null }) => ({ name, value, share }))}
    >
      <ul ref={list} onKeyDown={handleKey} aria-label={label} className={GRID}>
        {shown.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place by size, filled anew
          <li key={place} className="col-span-full grid grid-cols-subgrid">
            <ChartRow
              label={`${row.label}: ${sizeOf(row, unit)}`}
              href={hrefOf?.(row.key)}
              onSelect={onSelect && (() => onSelect(row.key))}
              isCurrent={row.key === props.current}
              className="col-span-full grid min-h-7 grid-cols-subgrid items-center"
            >
              <bdi key={row.label} className="truncate">
                {row.label}
              </bdi>{" "}
              <i aria-hidden className="h-[18px] min-w-0">
                <i
                  className="block h-full min-w-px rounded-bar"
                  style={{ width: `${largest > 0 ? (row.value / largest) * 100 : 0}%`, background: colour }}
                />
              </i>
              <span
                key={sizeOf(row, unit)}
                className="grid grid-cols-[minmax(3.25rem,1fr)_auto] items-baseline gap-x-1.5 text-right"
              >
                {formatValue(row.value, unit)}{" "}
                {typeof row.share === "number" && (
                  <small className="min-w-12 text-ink-3 text-xs">{formatValue(row.share, "ratio")}</small>
                )}
              </span>
            </ChartRow>
          </li>
        ))}
      </ul>
      {(hidden > 0 || isWhole) && (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
          className="mt-1 min-h-6 cursor-pointer rounded-small font-medium text-ink-3 text-s hover:text-ink"
        >
          {isWhole ? "Fewer" : `${hidden} more`}
        </button>
      )}
    </ChartFrame>
  );
}

function barColumns(label: string, unit: Unit): Column[] {
  return [
    { id: "name", label, unit: "text" },
    { id: "value", label: unit === "seconds" ? "Duration" : "Count", unit },
    { id: "share", label: "Share", unit: "ratio" },
  ];
}

function sizeOf({ value, share }: BarListRow, unit: Unit): string {
  const part = typeof share === "number" ? `, ${formatValue(share, "ratio")}` : "";
  return `${formatValue(value, unit)}${part}`;
}

/** `6 rows; the largest is CLOSED with 7,104, 55.3 %.` */
export function summarizeList(rows: readonly BarListRow[], unit: Unit): string {
  const [first] = rows;
  const count = rows.length === 1 ? "One row" : `${rows.length} rows`;
  return first ? `${count}; the largest is ${first.label} with ${sizeOf(first, unit)}.` : "No rows.";
}
