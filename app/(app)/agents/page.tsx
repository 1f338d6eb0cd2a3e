import type { ReactNode } from "react";
import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { AgentDurationsPanel } from "@/components/pages/agents/agent-durations-panel";
import { MissedPanel } from "@/components/pages/agents/missed-panel";
import { AgentsPanel } from "@/components/pages/overview/agents-panel";
import { BreakdownPanel } from "@/components/panels/breakdown-panel";
import { MainChartPanel } from "@/components/panels/main-chart-panel";
import { OverviewTiles } from "@/components/panels/overview-tiles";
import { PageGrid } from "@/components/panels/page-grid";
import type { Shown } from "@/components/panels/shown-columns";
import { TablePanel } from "@/components/panels/table-panel";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";
import { type PanelSpan, SPANS } from "@/components/ui/panel/panel";

export const metadata = pageMetadata(PAGES.agents);

const FIGURES = {
  metrics: PAGES.agents.figures,
  series: "agent-durations",
  labels: {
    pickupSecondsAverage: "Avg. pick-up",
    firstResponseSecondsAverage: "Avg. first response",
    handleSecondsAverage: "Avg. handle time",
    afterCallWorkSecondsAverage: "Avg. after-call work",
  },
} as const;

/** In the order of the questions; averages, where nothing else is said. */
const COLUMNS: readonly Shown[] = [
  { id: "agentName" },
  { id: "segmentsAnswered", label: "Answered" },
  { id: "missed", label: "Missed" },
  { id: "responseRate" },
  { id: "pickupSecondsAverage", label: "Pick-up" },
  { id: "firstResponseSecondsAverage", label: "First response" },
  { id: "interactionSecondsAverage", label: "Interaction" },
  { id: "afterCallWorkSecondsAverage", label: "After-call work" },
  { id: "handleSecondsAverage", label: "Handle time" },
];

/** Who answers, who misses, and who takes long. */
function AgentsPage() {
  return (
    <>
      <ViewBar page="agents" />
      <PageGrid>
        <OverviewTiles {...FIGURES} />
        <MainChartPanel {...FIGURES} height={340} />
        <PanelStack span={5}>
          <MissedPanel />
          <BreakdownPanel
            dataset="missed-reasons"
            title="Why missed"
            note="assignments, by the source’s word"
            column="reason"
            measure="missed"
            span={12}
            height={98}
            emptyMessage="No agent missed an assignment in this range."
          />
        </PanelStack>
        <TablePanel
          dataset="agents"
          title="All agents"
          find="Find an agent"
          columns={COLUMNS}
          bars={["responseRate", "handleSecondsAverage"]}
          emptyMessage="No agent answered or missed a conversation in this range."
        />
        <AgentsPanel />
        <AgentDurationsPanel />
      </PageGrid>
    </>
  );
}

/** Panels one below the other in the place of one; the last takes the room that is left. */
function PanelStack({ span, children }: { span: PanelSpan; children: ReactNode }) {
  return (
    <div className={`col-span-full grid min-w-0 grid-rows-[auto_1fr] gap-3 md:gap-4 ${SPANS[span]}`}>{children}</div>
  );
}

export default metricPage(PAGES.agents, AgentsPage);
