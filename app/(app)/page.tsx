import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { AgentDurationsPanel } from "@/components/pages/agents/agent-durations-panel";
import { CallbacksPanel } from "@/components/pages/callbacks/callbacks-panel";
import { AgentsPanel } from "@/components/pages/overview/agents-panel";
import { HeatmapPanel } from "@/components/pages/overview/heatmap-panel";
import { QueuesPanel } from "@/components/pages/overview/queues-panel";
import { StatusByEventPanel } from "@/components/pages/overview/status-by-event-panel";
import { AnomaliesPanel } from "@/components/panels/anomalies-panel";
import { BreakdownPanel } from "@/components/panels/breakdown-panel";
import { MainChartPanel } from "@/components/panels/main-chart-panel";
import { OverviewTiles } from "@/components/panels/overview-tiles";
import { PageGrid } from "@/components/panels/page-grid";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";

export const metadata = pageMetadata(PAGES.overview);

/** How the floor is doing, in the order of urgency. */
function Overview() {
  return (
    <>
      <ViewBar page="overview" />
      <PageGrid>
        <OverviewTiles figures={PAGES.overview.figures} />
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

export default metricPage(PAGES.overview, Overview);
