import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { BotEventsPanel } from "@/components/pages/automation/bot-events-panel";
import { FlowPanel } from "@/components/pages/automation/flow-panel";
import { IntentsPanel } from "@/components/pages/automation/intents-panel";
import { MainChartPanel } from "@/components/panels/main-chart-panel";
import { OverviewTiles } from "@/components/panels/overview-tiles";
import { PageGrid } from "@/components/panels/page-grid";
import type { Shown } from "@/components/panels/shown-columns";
import { TablePanel } from "@/components/panels/table-panel";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";

export const metadata = pageMetadata(PAGES.automation);

const FIGURES = {
  metrics: PAGES.automation.figures,
  series: "bot-trends",
  labels: { conversationAbandonRate: "Abandon rate" },
} as const;

const TONE_COLUMNS: readonly Shown[] = [
  { id: "tone", minWidth: 64 },
  { id: "conversations" },
  { id: "toneLevelAverage", label: "Level" },
];

/** What the bot keeps, where the rest goes, and why people leave it. */
function AutomationPage() {
  return (
    <>
      <ViewBar page="automation" />
      <PageGrid>
        <OverviewTiles {...FIGURES} />
        <MainChartPanel {...FIGURES} height={304} />
        <BotEventsPanel />
        <FlowPanel span={9} />
        <TablePanel
          dataset="tones"
          title="Tones"
          note="a level below 0 is the opposite"
          span={3}
          columns={TONE_COLUMNS}
          emptyMessage="No conversation of this range carries a tone."
        />
        <IntentsPanel />
      </PageGrid>
    </>
  );
}

export default metricPage(PAGES.automation, AutomationPage);
