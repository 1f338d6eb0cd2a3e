"use client";

import { DurationBars } from "@/components/charts/bars/duration-bars";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useDrillDown } from "@/components/panels/use-drill-down";
import { DataTable } from "@/components/ui/table/data-table";
import type { DatasetReply, Row } from "@/lib/shared/contract";

const MOST = 8;
const numberOf = (value: unknown) => (typeof value === "number" ? value : null);

function toDurationRow(row: Row) {
  return {
    id: String(row.agentId),
    name: String(row.agentName),
    interaction: numberOf(row.interactionSecondsAverage),
    afterCallWork: numberOf(row.afterCallWorkSecondsAverage),
    total: numberOf(row.handleSecondsAverage),
    p90: numberOf(row.handleSecondsP90),
  };
}

function noteOf({ rows }: DatasetReply): string {
  const shown = rows.length > MOST ? `the ${MOST} busiest of ${rows.length}` : `all ${rows.length}`;
  return `average interaction + after-call work${rows.length > 0 ? `; ${shown}` : ""}`;
}

/** Handle time of the agents who answered most. */
export function AgentsPanel() {
  const { hrefOfRow } = useDrillDown("agents");
  return (
    <DatasetPanel
      dataset="agents"
      id="handle-time"
      title="Agent handle time"
      note={noteOf}
      span={7}
      height={256}
      emptyMessage="No agent answered or missed a conversation in this range."
    >
      {(reply, isTable) =>
        isTable ? (
          <DataTable caption="Agents" columns={reply.columns} rows={reply.rows} maxHeight={360} />
        ) : (
          <DurationBars
            label="Agent handle time"
            rows={reply.rows.slice(0, MOST).map(toDurationRow)}
            places={MOST}
            hrefOf={(agentId) => hrefOfRow({ agentId })}
          />
        )
      }
    </DatasetPanel>
  );
}
