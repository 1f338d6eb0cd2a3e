"use client";

import dynamic from "next/dynamic";
import type { PanelSpan } from "@/components/ui/panel";
import { Loading } from "@/components/ui/panel-state";
import { DatasetPanel } from "./dataset-panel";
import { useSeries } from "./use-series";

const HEIGHT = 240;
/** No higher than any chart of it: the panel keeps the room of the rest. */
const LOADING_HEIGHT = 160;
const TrendChart = dynamic(() => import("@/components/charts/trend-chart").then((file) => file.TrendChart), {
  loading: () => <Loading height={LOADING_HEIGHT} />,
});

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
