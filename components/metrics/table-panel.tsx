"use client";

import { DataTable } from "@/components/ui/data-table";
import type { Sort } from "@/components/ui/sort-rows";
import type { TableColumn } from "@/components/ui/table-column";
import { intervalOf } from "@/lib/shared/bucket-range";
import type { Column, DatasetId, DatasetReply, Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { DatasetPanel } from "./dataset-panel";
import { useDrillDown } from "./use-drill-down";

interface Props {
  dataset: DatasetId;
  title: string;
  emptyMessage: string;
  /** What is counted and how; by default the number of rows. */
  note?: string | ((reply: DatasetReply) => string);
  /** Columns with a bar in each cell. */
  bars?: readonly string[];
  /** The columns that fit the page, in this order; the table view and the CSV have all. */
  columns?: readonly Shown[];
  /** Where a row leads to only those of its conversations that this metric counts. */
  metric?: string;
  /** Order at first. */
  sort?: Sort;
  /** Cells that stand out as bad. */
  isBad?: (row: Row, columnId: string) => boolean;
}

/** A column by its id, with another label or another look than its own. */
export type Shown = Partial<TableColumn> & Pick<Column, "id">;

/** So many rows are drawn at once; the CSV has all. */
const MOST = 500;

/** Names stand for them; the table view and the CSV have them. */
const IDS = new Set(["queueId", "agentId"]);

const countOf = ({ rows }: DatasetReply) =>
  rows.length > MOST
    ? `the first ${MOST} of ${formatValue(rows.length, "count")}; the CSV has all`
    : `${formatValue(rows.length, "count")} ${rows.length === 1 ? "row" : "rows"}`;

/** A dataset as a table, sorted by any column; a row opens its conversations. */
export function TablePanel(props: Props) {
  const { dataset, title, emptyMessage, note = countOf, bars = [], columns: shown, sort, isBad, metric } = props;
  const { open } = useDrillDown(dataset);
  return (
    <DatasetPanel dataset={dataset} title={title} note={note} span={12} height={240} emptyMessage={emptyMessage}>
      {({ columns, rows }, isTable) => (
        <DataTable
          caption={title}
          columns={isTable ? columns : columnsOf(columns, shown)}
          rows={rows.slice(0, MOST)}
          bars={[...bars]}
          sort={sort}
          isBad={isBad}
          maxHeight={560}
          onRowAction={(row) => open(row, row.bucket === undefined ? undefined : intervalOf({ rows }), {}, metric)}
        />
      )}
    </DatasetPanel>
  );
}

function columnsOf(columns: readonly Column[], shown: readonly Shown[] | undefined): TableColumn[] {
  if (!shown) {
    return columns.filter(({ id }) => !IDS.has(id));
  }
  return shown.flatMap((look) => {
    const column = columns.find(({ id }) => id === look.id);
    return column ? [{ ...column, ...look }] : [];
  });
}
