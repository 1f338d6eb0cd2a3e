import { ViewBar } from "@/components/filters/view-bar";
import { PanelStack } from "@/components/ui/panel-stack";
import { AgentDurationsPanel } from "./agent-durations-panel";
import { AgentsPanel } from "./agents-panel";
import { BreakdownPanel } from "./breakdown-panel";
import { MainChartPanel } from "./main-chart-panel";
import { MissedPanel } from "./missed-panel";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_ASKS } from "./page-asks";
import { PageGrid } from "./page-grid";
import type { Shown } from "./shown-columns";
import { TablePanel } from "./table-panel";

const FIGURES = {
  metrics: PAGE_ASKS.agents.figures,
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
export function AgentsPage() {
  return (
    <>
      <ViewBar title="Agents" datasets={PAGE_ASKS.agents.datasets} />
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
