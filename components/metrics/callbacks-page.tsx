import { ViewBar } from "@/components/filters/view-bar";
import { CallbacksDuePanel } from "./callbacks-due-panel";
import { CallbacksTrend } from "./callbacks-trend";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_DATASETS } from "./page-datasets";
import { CallbackTable } from "./queue-tables";

const TILES = [
  "callbacksOutstanding",
  "callbacksOpted",
  "callbacksAccepted",
  "callbackAcceptRate",
  "callbackWaitSecondsMedian",
  "callbackWaitSecondsP90",
];
const LABELS = { callbackWaitSecondsMedian: "Wait, median", callbackWaitSecondsP90: "Wait, 90th percentile" };

/** Who asked to be called back, who still waits, and how long. */
export function CallbacksPage() {
  return (
    <>
      <ViewBar title="Callbacks" datasets={PAGE_DATASETS.callbacks} />
      <main id="main" className="page-grid">
        <OverviewTiles metrics={TILES} series="callbacks" labels={LABELS} />
        <CallbacksTrend />
        <CallbacksDuePanel />
        <CallbackTable />
      </main>
    </>
  );
}
