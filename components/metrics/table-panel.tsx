"use client";

import { DataTable } from "@/components/ui/data-table";
import { intervalOf } from "@/lib/shared/bucket-range";
import type { DatasetId } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { DatasetPanel } from "./dataset-panel";
import { useDrillDown } from "./use-drill-down";

interface Props {
  dataset: DatasetId;
  title: string;
  emptyMessage: string;
  /** Columns with a bar in each cell. */
  bars?: readonly string[];
}

/** So many rows are drawn at once; the CSV has all. */
const MOST = 500;

/** Names stand for them; the table view and the CSV have them. */
const IDS = new Set(["queueId", "agentId"]);

/** All columns of a dataset as a table, sorted by any of them; a row opens its conversations. */
export function TablePanel({ dataset, title, emptyMessage, bars = [] }: Props) {
  const { open } = useDrillDown(dataset);
  return (
    <DatasetPanel
      dataset={dataset}
      title={title}
      note={({ rows }) =>
        rows.length > MOST
          ? `the first ${MOST} of ${formatValue(rows.length, "count")}; the CSV has all`
          : `${formatValue(rows.length, "count")} rows`
      }
      span={12}
      height={240}
      emptyMessage={emptyMessage}
    >
      {({ columns, rows }, isTable) => (
        <DataTable
          caption={title}
          columns={isTable ? columns : columns.filter(({ id }) => !IDS.has(id))}
          rows={rows.slice(0, MOST)}
          bars={[...bars]}
          maxHeight={560}
          onRowAction={(row) => open(row, row.bucket === undefined ? undefined : intervalOf({ rows }))}
        />
      )}
    </DatasetPanel>
  );
}
