import { ViewBar } from "@/components/filters/view-bar";
import { CallbacksDuePanel } from "./callbacks-due-panel";
import { CallbacksTrend } from "./callbacks-trend";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_DATASETS, PAGE_FIGURES } from "./page-datasets";
import { PageGrid } from "./page-grid";
import { CallbackTable } from "./queue-tables";

const LABELS = { callbackWaitSecondsMedian: "Wait, median", callbackWaitSecondsP90: "Wait, 90th percentile" };

/** Who asked to be called back, who still waits, and how long. */
export function CallbacksPage() {
  return (
    <>
      <ViewBar title="Callbacks" datasets={PAGE_DATASETS.callbacks} />
      <PageGrid>
        <OverviewTiles metrics={PAGE_FIGURES.callbacks} series="callbacks" labels={LABELS} />
        <CallbacksTrend />
        <CallbacksDuePanel />
        <CallbackTable />
      </PageGrid>
    </>
  );
}
