import { ViewBar } from "@/components/filters/view-bar";
import { AgentDurationsPanel } from "./agent-durations-panel";
import { AgentsPanel } from "./agents-panel";
import { AnomaliesPanel } from "./anomalies-panel";
import { BreakdownPanel } from "./breakdown-panel";
import { CallbacksPanel } from "./callbacks-panel";
import { HeatmapPanel } from "./heatmap-panel";
import { MainChartPanel } from "./main-chart-panel";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_ASKS } from "./page-asks";
import { PageGrid } from "./page-grid";
import { QueuesPanel } from "./queues-panel";
import { StatusByEventPanel } from "./status-by-event-panel";

/** How the floor is doing, in the order of urgency. */
export function Overview() {
  return (
    <>
      <ViewBar title="Overview" datasets={PAGE_ASKS.overview.datasets} />
      <PageGrid>
        <OverviewTiles figures={PAGE_ASKS.overview.figures} />
        <MainChartPanel span={8} />
        <AnomaliesPanel />
        <BreakdownPanel dataset="final-status" title="Final status" column="finalStatus" />
        <BreakdownPanel
          dataset="disconnecting-events"
          title="Disconnecting event"
          note="who ended it"
          column="disconnectingEvent"
        />
        <StatusByEventPanel />
        <QueuesPanel />
        <HeatmapPanel span={5} />
        <AgentsPanel />
        <CallbacksPanel span={5} />
        <AgentDurationsPanel span={8} height={180} />
        <BreakdownPanel dataset="channels" title="Channel" column="channel" height={200} />
      </PageGrid>
    </>
  );
}
