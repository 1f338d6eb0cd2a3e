import { ViewBar } from "@/components/filters/view-bar";
import { CallbacksDuePanel } from "./callbacks-due-panel";
import { CallbacksTrend } from "./callbacks-trend";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_ASKS } from "./page-asks";
import { PageGrid } from "./page-grid";
import { CallbackTable } from "./queue-tables";

const LABELS = { callbackWaitSecondsMedian: "Wait, median", callbackWaitSecondsP90: "Wait, 90th percentile" };

/** Who asked to be called back, who still waits, and how long. */
export function CallbacksPage() {
  return (
    <>
      <ViewBar title="Callbacks" datasets={PAGE_ASKS.callbacks.datasets} />
      <PageGrid>
        <OverviewTiles metrics={PAGE_ASKS.callbacks.figures} series="callbacks" labels={LABELS} />
        <CallbacksTrend />
        <CallbacksDuePanel />
        <CallbackTable />
      </PageGrid>
    </>
  );
}
