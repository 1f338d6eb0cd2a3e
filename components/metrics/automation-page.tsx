import { ViewBar } from "@/components/filters/view-bar";
import { BreakdownPanel } from "./breakdown-panel";
import { FlowPanel } from "./flow-panel";
import { OverviewTiles } from "./overview-tiles";
import { PAGE_DATASETS } from "./page-datasets";

/** What the bot keeps, and where the rest goes. */
export function AutomationPage() {
  return (
    <>
      <ViewBar title="Automation" datasets={PAGE_DATASETS.automation} />
      <main id="main" className="page-grid">
        <OverviewTiles />
        <FlowPanel />
        <BreakdownPanel dataset="intents" title="Intent" note="the bot’s last" column="intent" filter="intent" />
        <BreakdownPanel
          dataset="disconnecting-events"
          title="Disconnecting event"
          note="who ended it"
          column="disconnectingEvent"
          filter="event"
        />
      </main>
    </>
  );
}
