import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { prefetchServiceLevels } from "@/app/_server/service-levels";
import { HeatmapPanel } from "@/components/pages/overview/heatmap-panel";
import { QueueTable } from "@/components/pages/queues/queue-tables";
import { WaitsPanel } from "@/components/pages/queues/waits-panel";
import { OverviewTiles } from "@/components/panels/overview-tiles";
import { PageGrid } from "@/components/panels/page-grid";
import { type Trend, TrendPanel } from "@/components/panels/trend-panel";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";

export const metadata = pageMetadata(PAGES.queues);

const TRENDS: [Trend, ...Trend[]] = [
  {
    title: "Service level and abandon rate",
    lines: [
      ["serviceLevel", "var(--answered)"],
      ["queueAbandonRate", "var(--abandoned)"],
    ],
  },
  {
    title: "Wait",
    lines: [
      ["waitSecondsP90", "var(--acw)"],
      ["waitSecondsAverage", "var(--answered)"],
    ],
  },
  {
    title: "Offered, answered, not in time",
    lines: [
      ["offered", "var(--ink)"],
      ["offeredAnswered", "var(--answered)"],
      ["notInTime", "var(--abandoned)"],
    ],
  },
  {
    title: "Callbacks asked for and accepted",
    lines: [
      ["callbacksOpted", "var(--acw)"],
      ["callbacksAccepted", "var(--callback)"],
    ],
  },
];

/** Which queue is in trouble, when, and how long people wait. */
function QueuesPage() {
  return (
    <>
      <ViewBar page="queues" />
      <PageGrid>
        <OverviewTiles metrics={PAGES.queues.figures} series="queue-trends" />
        <QueueTable />
        <TrendPanel dataset="queue-trends" trends={TRENDS} />
        <WaitsPanel />
        <HeatmapPanel metric="serviceLevel" others={PAGES.queues.figures} title="When it goes wrong" span={12} />
      </PageGrid>
    </>
  );
}

export default metricPage(PAGES.queues, QueuesPage, prefetchServiceLevels);
