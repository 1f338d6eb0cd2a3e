"use client";

import { BarList } from "@/components/charts/bars/bar-list";
import type { PanelSpan } from "@/components/ui/panel/panel";
import type { DatasetReply } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { formatValue } from "@/lib/shared/format";
import { DatasetPanel } from "./dataset-panel";
import { useDrillDown } from "./use-drill-down";

interface Props {
  dataset: DatasetId;
  title: string;
  note?: string;
  /** The column whose values are counted. */
  column: string;
  /** What is counted, where it is not conversations. */
  measure?: string;
  span?: PanelSpan;
  height?: number;
  emptyMessage?: string;
  /** Rows before “more”. */
  max?: number;
}

/** Eight rows and “more”: fewer, after a filter, move nothing. */
const HEIGHT = 264;

function countOf({ rows }: DatasetReply): string {
  const count = rows.reduce((sum, row) => sum + Number(row.conversations), 0);
  return `${formatValue(count, "count")} conversation${count === 1 ? "" : "s"}`;
}

/** Conversations by the values of one column; a click opens those behind a value. */
export function BreakdownPanel(props: Props) {
  const { dataset, title, note, column, measure = "conversations", span = 4, emptyMessage } = props;
  const { hrefOfRow } = useDrillDown(dataset);
  return (
    <DatasetPanel
      dataset={dataset}
      title={title}
      note={note ?? countOf}
      span={span}
      height={props.height ?? HEIGHT}
      emptyMessage={emptyMessage ?? "No conversation started in this range."}
    >
      {(reply, isTable) => (
        <BarList
          label={title}
          rows={reply.rows.map((row) => ({
            key: String(row[column]),
            label: String(row[column]),
            value: Number(row[measure]),
            share: typeof row.share === "number" ? row.share : null,
          }))}
          hrefOf={(key) => hrefOfRow({ [column]: key })}
          max={props.max ?? 8}
          isTable={isTable}
        />
      )}
    </DatasetPanel>
  );
}
