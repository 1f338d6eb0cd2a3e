"use client";

import { useRouter } from "next/navigation";
import { useView } from "@/components/data/use-view";
import { conversationsHref } from "@/components/data/view";
import { DataTable } from "@/components/ui/data-table";
import type { TableColumn } from "@/components/ui/table-column";
import type { Column } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { DatasetPanel } from "./dataset-panel";
import { useStandOuts } from "./use-stand-outs";

const HEIGHT = 288;
/** Columns that Overview has room for; the table view and the CSV have all. */
const SHOWN = ["queueName", "offered", "serviceLevel", "queueAbandonRate", "waitSecondsAverage"];
const SHORT_LABELS: Record<string, string> = {
  queueAbandonRate: "Abandoned",
  waitSecondsAverage: "Wait avg · p90",
};

const RENDERS: Record<string, TableColumn["render"]> = {
  // Long names leave the figures their room.
  queueName: ({ queueName }) => <bdi className="block @4xl:w-80 w-42 truncate">{queueName}</bdi>,
  // The average wait has the 90th percentile beside it.
  waitSecondsAverage: (row) => (
    <span className="inline-block min-w-32">
      {formatValue(row.waitSecondsAverage, "seconds")} · {formatValue(row.waitSecondsP90, "seconds")}
    </span>
  ),
};

/** A column under a shorter name, drawn in little room. */
function inShort(column: Column): TableColumn {
  return { ...column, label: SHORT_LABELS[column.id] ?? column.label, render: RENDERS[column.id] };
}

/** Queues by what was offered to them, with their service level. */
export function QueuesPanel() {
  const [view] = useView();
  const router = useRouter();
  const { isQueueBad } = useStandOuts();
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
          columns={
            isTable
              ? reply.columns
              : SHOWN.flatMap((id) => reply.columns.filter((column) => column.id === id)).map(inShort)
          }
          rows={reply.rows}
          bars={isTable ? [] : ["serviceLevel"]}
          isBad={isQueueBad}
          maxHeight={HEIGHT}
          onRowAction={(row) => router.push(conversationsHref(view, { queue: String(row.queueId) }))}
        />
      )}
    </DatasetPanel>
  );
}
