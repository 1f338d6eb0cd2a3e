import { expect } from "vitest";
import type { Thing } from "./thing";

/** A section of Settings, for administrators. */
export const SETTINGS_SECTION: Thing = {
  name: "settings section",
  places: [
    {
      file: "components/shell/settings-sections.ts",
      after: "export const SECTIONS = {",
      insert: '  report: { path: "/settings/report", title: "Report", role: "administrator" },',
    },
    {
      file: "app/(app)/settings/report/page.tsx",
      create: `
import type { Metadata } from "next";
import { pageSession } from "@/app/_server/page";
import { SECTIONS, sectionHeading } from "@/components/shell/settings-sections";
import { Panel } from "@/components/ui/panel/panel";

export const metadata: Metadata = { title: sectionHeading(SECTIONS.report) };

export default async function Page() {
  const { runtime } = await pageSession();
  return <Panel title="Report">{runtime.timeZone}</Panel>;
}
`,
    },
  ],
  script: `
    import { findCommands } from "@/components/shell/commands";
    import { SECTIONS, sectionHeading, settingsSections } from "@/components/shell/settings-sections";
    import { PAGES } from "@/e2e/journeys/support/pages";

    const view = { from: null, to: null };
    const commandsOf = (role: "administrator" | "supervisor") =>
      findCommands("Settings: Report", view, { today: "2026-11-20", person: { role } }, undefined).map(({ act }) => act);
    export default {
      title: sectionHeading(SECTIONS.report),
      tabs: settingsSections("administrator").some(({ path }) => path === "/settings/report"),
      tabsOfSupervisors: settingsSections("supervisor").some(({ path }) => path === "/settings/report"),
      commands: [commandsOf("administrator"), commandsOf("supervisor")],
      isVisitedByJourneys: "Settings: report" in PAGES,
    };`,
  sees: (found) =>
    expect(found).toEqual({
      title: "Settings: report",
      tabs: true,
      tabsOfSupervisors: false,
      commands: [[{ kind: "page", path: "/settings/report" }], []],
      isVisitedByJourneys: true,
    }),
};
