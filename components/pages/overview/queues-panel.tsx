"use client";

import { DatasetPanel } from "@/components/panels/dataset-panel";
import { pickColumns, type Shown } from "@/components/panels/shown-columns";
import { useAnomalies } from "@/components/panels/use-anomalies";
import { useDrillDown } from "@/components/panels/use-drill-down";
import { DataTable } from "@/components/ui/table/data-table";
import { formatValue } from "@/lib/shared/format";

const HEIGHT = 288;
/** Columns that Overview has room for; the table view and the CSV have all. */
const SHOWN: readonly Shown[] = [
  // Long names leave the figures their room.
  { id: "queueName", render: ({ queueName }) => <bdi className="block @4xl:w-80 w-42 truncate">{queueName}</bdi> },
  { id: "offered" },
  { id: "serviceLevel" },
  { id: "queueAbandonRate", label: "Abandoned" },
  {
    id: "waitSecondsAverage",
    label: "Wait avg · p90",
    render: (row) =>
      `${formatValue(row.waitSecondsAverage, "seconds")} · ${formatValue(row.waitSecondsP90, "seconds")}`,
    // Two times of an hour and more, marked.
    minWidth: 148,
  },
];

/** Queues by what was offered to them, with their service level. */
export function QueuesPanel() {
  const { open } = useDrillDown("queues");
  const { isQueueBad } = useAnomalies();
  return (
    <DatasetPanel
      dataset="queues"
      title="Queues"
      note="service level within each queue’s threshold"
      span={7}
      height={HEIGHT}
      emptyMessage="No conversation was sent to a queue in this range."
    >
      {(reply, isTable) => (
        <DataTable
          caption="Queues"
          columns={isTable ? reply.columns : pickColumns(reply.columns, SHOWN)}
          rows={reply.rows}
          bars={isTable ? [] : ["serviceLevel"]}
          isBad={isQueueBad}
          maxHeight={HEIGHT}
          onRowAction={(row) => open(row)}
        />
      )}
    </DatasetPanel>
  );
}
