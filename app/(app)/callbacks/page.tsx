import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { CallbacksDuePanel } from "@/components/pages/callbacks/callbacks-due-panel";
import { CallbacksTrend } from "@/components/pages/callbacks/callbacks-trend";
import { CallbackTable } from "@/components/pages/queues/queue-tables";
import { OverviewTiles } from "@/components/panels/overview-tiles";
import { PageGrid } from "@/components/panels/page-grid";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";

export const metadata = pageMetadata(PAGES.callbacks);

const LABELS = { callbackWaitSecondsMedian: "Wait, median", callbackWaitSecondsP90: "Wait, 90th percentile" };

/** Who asked to be called back, who still waits, and how long. */
function CallbacksPage() {
  return (
    <>
      <ViewBar page="callbacks" />
      <PageGrid>
        <OverviewTiles metrics={PAGES.callbacks.figures} series="callbacks" labels={LABELS} />
        <CallbacksTrend />
        <CallbacksDuePanel />
        <CallbackTable />
      </PageGrid>
    </>
  );
}

export default metricPage(PAGES.callbacks, CallbacksPage);
