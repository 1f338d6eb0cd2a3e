"use client";

import { useRouter } from "next/navigation";
import { Matrix } from "@/components/charts/matrix";
import { useView } from "@/components/data/use-view";
import { conversationsHref } from "@/components/data/view";
import { DatasetPanel } from "./dataset-panel";

/** Its head and eight statuses: fewer, after a filter, move nothing. */
const HEIGHT = 280;

/** How conversations of each final status were ended. */
export function StatusByEventPanel() {
  const [view] = useView();
  const router = useRouter();
  return (
    <DatasetPanel
      dataset="status-by-event"
      title="Status × event"
      note="conversations"
      span={4}
      height={HEIGHT}
      emptyMessage="No conversation started in this range."
    >
      {(reply, isTable) => (
        <Matrix
          label="Final status by disconnecting event"
          rowLabel="Final status"
          columnLabel="Disconnecting event"
          cells={reply.rows.map((row) => ({
            row: String(row.finalStatus),
            column: String(row.disconnectingEvent),
            value: Number(row.conversations),
          }))}
          onSelect={({ row, column }) => router.push(conversationsHref(view, { status: row, event: column }))}
          isTable={isTable}
        />
      )}
    </DatasetPanel>
  );
}
