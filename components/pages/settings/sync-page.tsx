"use client";

import { useQuery } from "@tanstack/react-query";
import { useApp } from "@/components/data/app-context";
import { syncQuery } from "@/components/data/queries";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Loading } from "@/components/ui/panel/panel-state";
import type { Connection } from "@/lib/shared/connection";
import { ChecksPanel } from "./checks-panel";
import { ConnectionPanel } from "./connection-panel";
import { GapsPanel } from "./gaps-panel";
import { RejectedPanel } from "./rejected-panel";
import { SyncNotices } from "./sync-notices";
import { SyncPanel } from "./sync-panel";

/** Settings, the copy: what is wrong first, then how far it is, where it comes from, what is missing and what is odd. */
export function SyncPage({ connection }: { connection: Connection | null }) {
  const { timeZone } = useApp();
  const { data, error, refetch } = useQuery(syncQuery());
  if (!data) {
    return (
      <div className="col-span-full">
        {error ? <PanelFailure error={error} onRetry={() => void refetch()} /> : <Loading height={320} />}
      </div>
    );
  }
  const mayAct = connection !== null;
  return (
    <>
      <SyncNotices sync={data} />
      <SyncPanel sync={data} mayAct={mayAct} />
      {connection && <ConnectionPanel connection={connection} />}
      {data.gaps.length > 0 && <GapsPanel gaps={data.gaps} mayAct={mayAct && !data.isPaused} timeZone={timeZone} />}
      {mayAct && data.rejected > 0 && <RejectedPanel count={data.rejected} />}
      <ChecksPanel isAllRead={data.rejected + data.unread === 0} />
    </>
  );
}
