"use client";

import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { ChartRow } from "@/components/charts/frame/chart-row";
import { OUTCOME_COLOURS } from "@/components/charts/frame/chart-theme";
import { Legend } from "@/components/charts/frame/legend";
import { useRoving } from "@/components/charts/plot/use-roving";
import type { Column } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { OUTCOME_LABELS, OUTCOMES } from "@/lib/shared/outcomes";
import { summarizeList } from "./bar-list";
import { OutcomeBar, type OutcomeCounts } from "./outcome-bar";

interface OutcomeListRow {
  key: string;
  label: string;
  conversations: number;
  /** Part of the whole, 0 to 1. */
  share: number | null;
  counts: OutcomeCounts;
}

export interface OutcomeListProps extends ChartProps {
  /** From the largest down. */
  rows: readonly OutcomeListRow[];
  /** What a row is, as the head of the table. */
  name: string;
  hrefOf: (key: string) => string;
}

/** A bar below each name, by size, parted by the outcome of what it counts, and the parts in words. */
export function OutcomeList({ label, isTable, rows, name, hrefOf }: OutcomeListProps) {
  const [list, handleKey] = useRoving<HTMLUListElement>();
  const largest = Math.max(1, ...rows.map((row) => row.conversations));
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeList(
        rows.map((row) => ({ ...row, value: row.conversations })),
        "count",
      )}
      columns={outcomeColumns(name)}
      rows={rows.map(({ label: of, conversations, share, counts }) => ({ name: of, conversations, share, ...counts }))}
      legend={
        <Legend
          className="mb-2"
          items={OUTCOMES.map((outcome) => ({ label: OUTCOME_LABELS[outcome], colour: OUTCOME_COLOURS[outcome] }))}
        />
      }
    >
      <ul ref={list} onKeyDown={handleKey} aria-label={label} className="grid gap-2">
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place by size, filled anew
          <li key={place} className="grid">
            <ChartRow
              label={describeRow(row)}
              href={hrefOf(row.key)}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-2.5 py-1"
            >
              <bdi key={row.label} className="truncate">
                {row.label}
              </bdi>{" "}
              <span key={row.conversations} className="grid grid-cols-[1fr_auto] items-baseline gap-x-1.5 text-right">
                {formatValue(row.conversations, "count")}{" "}
                <small className="min-w-11 text-ink-3 text-xs">{formatValue(row.share, "ratio")}</small>
              </span>{" "}
              <span className="col-span-full my-1 h-3.5 min-w-0">
                <OutcomeBar counts={row.counts} of={largest} />
              </span>
              <small key={partsOf(row)} className="col-span-full text-ink-3 text-xs">
                {partsOf(row)}
              </small>
            </ChartRow>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function outcomeColumns(name: string): Column[] {
  return [
    { id: "name", label: name, unit: "text" },
    { id: "conversations", label: "Conversations", unit: "count" },
    { id: "share", label: "Share", unit: "ratio" },
    ...OUTCOMES.map((id): Column => ({ id, label: OUTCOME_LABELS[id], unit: "count" })),
  ];
}

/** `Contained by bot 535, Abandoned 106, Open 2` */
function partsOf({ counts }: OutcomeListRow): string {
  const met = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  return met.map((outcome) => `${OUTCOME_LABELS[outcome]} ${formatValue(counts[outcome], "count")}`).join(", ");
}

/** `User Hangup: 643, 33.3 %; Contained by bot 535, …`; in the order in which it is seen (WCAG 2.5.3). */
function describeRow(row: OutcomeListRow): string {
  return `${row.label}: ${formatValue(row.conversations, "count")}, ${formatValue(row.share, "ratio")}; ${partsOf(row)}`;
}
