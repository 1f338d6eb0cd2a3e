"use client";

import type { ReactNode } from "react";
import { useTypedParameter } from "@/components/data/use-typed-parameter";
import { useView } from "@/components/data/use-view";
import { FindField } from "@/components/ui/form/find-field";
import type { PanelSpan } from "@/components/ui/panel/panel";
import { DataTable } from "@/components/ui/table/data-table";
import type { Sort } from "@/components/ui/table/sort-rows";
import { intervalOf } from "@/lib/shared/bucket-range";
import type { DatasetReply, Row } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { LONGEST_SEARCH } from "@/lib/shared/filters";
import { formatValue } from "@/lib/shared/format";
import { MOST_ROWS } from "@/lib/shared/view";
import { DatasetPanel } from "./dataset-panel";
import { pickColumns, type Shown } from "./shown-columns";
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
  /** What the field above the rows asks for, where they are to be found by a text. */
  find?: string;
  /** Stands above the rows in its place: a legend. */
  above?: ReactNode;
  span?: PanelSpan;
}

const countOf = ({ rows }: DatasetReply) =>
  rows.length >= MOST_ROWS
    ? `${MOST_ROWS} rows here; the CSV has all`
    : `${formatValue(rows.length, "count")} ${rows.length === 1 ? "row" : "rows"}`;

/** A dataset as a table, sorted by any column, searched where it is long; a row opens its conversations. */
export function TablePanel(props: Props) {
  const { dataset, title, emptyMessage, note = countOf, bars = [], columns: shown, find, span = 12 } = props;
  const { sort, isBad, metric } = props;
  const [view] = useView();
  const { open } = useDrillDown(dataset);
  const sought = find ? view.find : null;
  return (
    <DatasetPanel
      dataset={dataset}
      title={title}
      note={note}
      span={span}
      height={240}
      parameters={{ find: sought }}
      emptyMessage={sought ? `No row holds “${sought}”.` : emptyMessage}
      above={find ? <FindRows label={find} /> : props.above}
    >
      {({ columns, rows }, isTable) => (
        <DataTable
          caption={title}
          columns={isTable ? columns : pickColumns(columns, shown)}
          rows={rows.slice(0, MOST_ROWS)}
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

/** Narrows a page's long table to the rows that hold a text. */
function FindRows({ label }: { label: string }) {
  const { text, type, settle } = useTypedParameter("find");
  return (
    <FindField
      label={label}
      value={text}
      onChange={type}
      onSettle={settle}
      maxLength={LONGEST_SEARCH}
      className="mb-2 w-full sm:w-72"
    />
  );
}
