import { ViewBar } from "@/components/filters/view-bar";
import { AgentDurationsPanel } from "./agent-durations-panel";
import { AgentsPanel } from "./agents-panel";
import { PAGE_DATASETS } from "./page-datasets";
import { TablePanel } from "./table-panel";

/** Who answers, who misses, and how long it takes. */
export function AgentsPage() {
  return (
    <>
      <ViewBar title="Agents" datasets={PAGE_DATASETS.agents} />
      <main id="main" className="page-grid">
        <AgentsPanel />
        <AgentDurationsPanel />
        <TablePanel
          dataset="agents"
          title="All agents"
          bars={["responseRate"]}
          emptyMessage="No agent answered or missed a conversation in this range."
        />
      </main>
    </>
  );
}
