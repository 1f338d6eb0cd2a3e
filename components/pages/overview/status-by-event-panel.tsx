"use client";

import { Matrix } from "@/components/charts/heat/matrix";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useDrillDown } from "@/components/panels/use-drill-down";

/** Its head and eight statuses: fewer, after a filter, move nothing. */
const HEIGHT = 280;

/** How conversations of each final status were ended. */
export function StatusByEventPanel() {
  const { open } = useDrillDown("status-by-event");
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
          onSelect={({ row, column }) => open({ finalStatus: row, disconnectingEvent: column })}
          isTable={isTable}
        />
      )}
    </DatasetPanel>
  );
}
