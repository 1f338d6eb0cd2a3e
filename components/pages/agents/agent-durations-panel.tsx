"use client";

import { DatasetPanel } from "@/components/panels/dataset-panel";
import { TrendChart } from "@/components/panels/lazy-trend-chart";
import { useSeries } from "@/components/panels/use-series";
import type { PanelSpan } from "@/components/ui/panel/panel";

const HEIGHT = 240;

/** How long agents take, over time. */
export function AgentDurationsPanel({ span = 5, height = HEIGHT }: { span?: PanelSpan; height?: number }) {
  const seriesOf = useSeries("agent-durations");
  return (
    <DatasetPanel
      dataset="agent-durations"
      title="Agent durations"
      note="averages over answered segments"
      span={span}
      height={height + 28}
      isEmpty={(reply) => reply.rows.every((row) => row.segmentsAnswered === 0)}
      emptyMessage="No agent answered a conversation in this range."
    >
      {(reply, isTable) => (
        <TrendChart label="Agent durations" {...seriesOf(reply)} isTable={isTable} height={height} />
      )}
    </DatasetPanel>
  );
}
