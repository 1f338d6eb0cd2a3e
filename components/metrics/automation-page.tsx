import { ViewBar } from "@/components/filters/view-bar";
import { BotEventsPanel } from "./bot-events-panel";
import { FlowPanel } from "./flow-panel";
import { IntentsPanel } from "./intents-panel";
import { MainChartPanel } from "./main-chart-panel";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_ASKS } from "./page-asks";
import { PageGrid } from "./page-grid";
import type { Shown } from "./shown-columns";
import { TablePanel } from "./table-panel";

const FIGURES = {
  metrics: PAGE_ASKS.automation.figures,
  series: "bot-trends",
  labels: { conversationAbandonRate: "Abandon rate" },
} as const;

const TONE_COLUMNS: readonly Shown[] = [
  { id: "tone", minWidth: 64 },
  { id: "conversations" },
  { id: "toneLevelAverage", label: "Level" },
];

/** What the bot keeps, where the rest goes, and why people leave it. */
export function AutomationPage() {
  return (
    <>
      <ViewBar title="Automation" datasets={PAGE_ASKS.automation.datasets} />
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
