import { ViewBar } from "@/components/filters/view-bar";
import { MainChartPanel } from "./main-chart-panel";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_DATASETS } from "./page-datasets";
import { TablePanel } from "./table-panel";

/** Which queues are in trouble. */
export function QueuesPage() {
  return (
    <>
      <ViewBar title="Queues" datasets={PAGE_DATASETS.queues} />
      <main id="main" className="page-grid">
        <OverviewTiles />
        <TablePanel
          dataset="queues"
          title="All queues"
          bars={["serviceLevel", "queueAbandonRate"]}
          emptyMessage="No conversation was sent to a queue in this range."
        />
        <MainChartPanel />
      </main>
    </>
  );
}
