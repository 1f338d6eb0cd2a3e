import { expect } from "vitest";
import type { Thing } from "./thing";

/** A page of the channels. */
export const PAGE: Thing = {
  name: "page",
  places: [
    {
      file: "components/shell/pages.ts",
      after: "export const PAGES = {",
      insert: `
  channels: {
    path: "/channels",
    title: "Channels",
    heading: "Channels of contact",
    icon: MessageSquare,
    key: "h",
    hasRange: true,
    isForKiosk: true,
    datasets: ["channels"],
  },`,
    },
    {
      file: "app/(app)/channels/page.tsx",
      create: `
import { metricPage, pageMetadata } from "@/app/_server/metric-page";
import { BreakdownPanel } from "@/components/panels/breakdown-panel";
import { PageGrid } from "@/components/panels/page-grid";
import { PAGES } from "@/components/shell/pages";
import { ViewBar } from "@/components/shell/view-bar";

export const metadata = pageMetadata(PAGES.channels);

/** How people reach the centre. */
function ChannelsPage() {
  return (
    <>
      <ViewBar page="channels" />
      <PageGrid>
        <BreakdownPanel dataset="channels" title="Channel" column="channel" />
      </PageGrid>
    </>
  );
}

export default metricPage(PAGES.channels, ChannelsPage);
`,
    },
  ],
  script: `
    import { findCommands } from "@/components/shell/commands";
    import { findBinding } from "@/components/shell/keys";
    import { headingOf, isPageOf, PAGE_LIST, PAGES, rangePageAt } from "@/components/shell/pages";
    import { kioskPages } from "@/components/shell/kiosk";
    import { PAGES as JOURNEY_PAGES } from "@/e2e/journeys/support/pages";

    const app = { today: "2026-11-20", person: { role: "supervisor" as const } };
    const [command] = findCommands("Go to Channels", { from: null, to: null }, app, undefined);
    export default {
      current: PAGE_LIST.filter((page) => isPageOf(page, "/channels")).map(({ title }) => title),
      title: headingOf(PAGES.channels),
      binding: findBinding("h", "g"),
      command: command?.act,
      hasRange: rangePageAt("/channels") !== undefined,
      kiosk: kioskPages(["channels"]).map(({ path }) => path),
      glossary: PAGE_LIST.filter(({ datasets }) => datasets?.includes("channels")).map(({ title }) => title),
      isVisitedByJourneys: "Channels" in JOURNEY_PAGES,
    };`,
  sees: (found) =>
    expect(found).toEqual({
      current: ["Channels"],
      title: "Channels of contact",
      binding: { action: { kind: "page", path: "/channels" } },
      command: { kind: "page", path: "/channels" },
      hasRange: true,
      kiosk: ["/channels"],
      glossary: ["Channels", "Overview"],
      isVisitedByJourneys: true,
    }),
};
