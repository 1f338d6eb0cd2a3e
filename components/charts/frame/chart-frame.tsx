import { type ReactNode, useId } from "react";
import type { Column, Row } from "@/lib/shared/contract";
import { ChartTable } from "./chart-table";

/** What every chart takes beside its rows. */
export interface ChartProps {
  /** Accessible name: what is counted. */
  label: string;
  /** Shows the same rows as a table. */
  isTable?: boolean;
}

interface Props extends ChartProps {
  /** The chart in one sentence, from its rows. */
  summary: string;
  columns: readonly Column[];
  rows: readonly Row[];
  legend?: ReactNode;
  /** Where the legend stands: above where it explains, below where it adds up. */
  legendAt?: "top" | "bottom";
  children: ReactNode;
}

/** Around each chart: its sentence, its legend, and its table view. */
export function ChartFrame({ label, isTable, summary, columns, rows, legend, legendAt = "top", children }: Props) {
  const summaryId = useId();
  if (isTable) {
    return <ChartTable label={label} columns={columns} rows={rows} />;
  }
  return (
    <figure aria-label={label} aria-describedby={summaryId} className="m-0 min-w-0">
      <figcaption id={summaryId} className="sr-only">
        {summary}
      </figcaption>
      {legendAt === "top" && legend}
      {children}
      {legendAt === "bottom" && legend}
    </figure>
  );
}
