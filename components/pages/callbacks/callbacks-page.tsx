import { CallbackTable } from "@/components/pages/queues/queue-tables";
import { OverviewTiles } from "@/components/panels/overview-tiles";
import { PageGrid } from "@/components/panels/page-grid";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";
import { CallbacksDuePanel } from "./callbacks-due-panel";
import { CallbacksTrend } from "./callbacks-trend";

const LABELS = { callbackWaitSecondsMedian: "Wait, median", callbackWaitSecondsP90: "Wait, 90th percentile" };

/** Who asked to be called back, who still waits, and how long. */
export function CallbacksPage() {
  return (
    <>
      <ViewBar page={PAGES.callbacks} />
      <PageGrid>
        <OverviewTiles metrics={PAGES.callbacks.figures} series="callbacks" labels={LABELS} />
        <CallbacksTrend />
        <CallbacksDuePanel />
        <CallbackTable />
      </PageGrid>
    </>
  );
}
