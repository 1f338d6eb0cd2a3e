"use client";

import { useRouter } from "next/navigation";
import { useView } from "@/components/data/use-view";
import { conversationsHref } from "@/components/data/view";
import { DataTable } from "@/components/ui/data-table";
import { DatasetPanel } from "./dataset-panel";
import { useStandOuts } from "./use-stand-outs";

const HEIGHT = 288;
/** Columns that Overview has room for; the table view and the CSV have all. */
const SHOWN = ["queueName", "offered", "serviceLevel", "queueAbandonRate", "waitSecondsAverage", "waitSecondsP90"];
const SHORT_LABELS: Record<string, string> = {
  queueAbandonRate: "Abandoned",
  waitSecondsAverage: "Wait avg",
  waitSecondsP90: "Wait p90",
};

/** Queues by what was offered to them, with their service level. */
export function QueuesPanel() {
  const [view] = useView();
  const router = useRouter();
  const { isQueueBad } = useStandOuts();
  return (
    <DatasetPanel
      dataset="queues"
      title="Queues"
      note="service level within 20 s"
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
              : SHOWN.flatMap((id) => reply.columns.filter((column) => column.id === id)).map((column) => ({
                  ...column,
                  label: SHORT_LABELS[column.id] ?? column.label,
                }))
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
