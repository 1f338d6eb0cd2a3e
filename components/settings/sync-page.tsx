"use client";

import { useQuery } from "@tanstack/react-query";
import { useApp } from "@/components/data/app-context";
import { syncQuery } from "@/components/data/queries";
import { PageHeader } from "@/components/shell/page-header";
import { Panel } from "@/components/ui/panel";
import { Loading } from "@/components/ui/panel-state";
import { ChecksPanel } from "./checks-panel";
import { CoverageBar } from "./coverage-bar";
import { GapsPanel } from "./gaps-panel";
import { RejectedPanel } from "./rejected-panel";
import { SyncControls } from "./sync-controls";
import { SyncFigures } from "./sync-figures";

/** Settings, the copy: what is covered, what is missing and why, and how it goes on. */
export function SyncPage() {
  const { timeZone, person } = useApp();
  const { data } = useQuery(syncQuery());
  const isAdministrator = person.role === "administrator";
  return (
    <>
      <PageHeader title="Settings · Copy">{isAdministrator && data && <SyncControls sync={data} />}</PageHeader>
      <main id="main" className="page-grid">
        {data ? (
          <>
            <SyncFigures sync={data} />
            <Panel title="Coverage" note="of the history asked for, by start of the conversation">
              <CoverageBar coverage={data.coverage} timeZone={timeZone} />
            </Panel>
            <GapsPanel gaps={data.gaps} timeZone={timeZone} />
            <ChecksPanel />
            {isAdministrator && <RejectedPanel count={data.rejected} />}
          </>
        ) : (
          <div className="col-span-full">
            <Loading height={320} />
          </div>
        )}
      </main>
    </>
  );
}
