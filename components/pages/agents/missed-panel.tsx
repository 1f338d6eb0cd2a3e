"use client";

import { BarList } from "@/components/charts/bars/bar-list";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { useDrillDown } from "@/components/panels/use-drill-down";
import type { DatasetReply } from "@/lib/shared/contract";

const MOST = 5;
/** So many rows and “more”: fewer, after a filter, move nothing. */
const HEIGHT = 172;

const missersOf = ({ rows }: DatasetReply) =>
  rows.filter((row) => Number(row.missed) > 0).sort((a, b) => Number(b.missed) - Number(a.missed));

/** The agents who missed most, each with the share of assignments that they answered. */
export function MissedPanel() {
  const { hrefOfRow } = useDrillDown("agents");
  return (
    <DatasetPanel
      dataset="agents"
      id="missed"
      title="Missed assignments"
      note="and the response rate of who missed them"
      span={12}
      height={HEIGHT}
      isEmpty={(reply) => missersOf(reply).length === 0}
      emptyMessage="No agent missed an assignment in this range."
    >
      {(reply, isTable) => (
        <BarList
          label="Missed assignments"
          rows={missersOf(reply).map((row) => ({
            key: String(row.agentId),
            label: String(row.agentName),
            value: Number(row.missed),
            share: typeof row.responseRate === "number" ? row.responseRate : null,
          }))}
          hrefOf={(agentId) => hrefOfRow({ agentId })}
          max={MOST}
          isTable={isTable}
        />
      )}
    </DatasetPanel>
  );
}
