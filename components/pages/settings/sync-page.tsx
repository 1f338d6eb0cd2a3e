"use client";

import { useQuery } from "@tanstack/react-query";
import { useApp } from "@/components/data/app-context";
import { syncQuery } from "@/components/data/queries";
import { PanelFailure } from "@/components/panels/panel-failure";
import { Loading } from "@/components/ui/panel/panel-state";
import type { Connection } from "@/lib/shared/connection";
import type { SyncReply } from "@/lib/shared/contract";
import { formatDay, formatTime } from "@/lib/shared/format";
import { ChecksPanel } from "./checks-panel";
import { ConnectionPanel } from "./connection-panel";
import { GapsPanel } from "./gaps-panel";
import { RejectedPanel } from "./rejected-panel";
import { SyncPanel } from "./sync-panel";

/** Settings, Sync: what is wrong first, then progress, connection, gaps, rejected records and oddities. */
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

/** What is wrong with the sync, in words, before any figure. */
function SyncNotices({ sync }: { sync: SyncReply }) {
  const { timeZone } = useApp();
  const { lastError, overdueSince } = sync;
  if (!lastError && !overdueSince) {
    return null;
  }
  return (
    <div className="col-span-full grid gap-2">
      {lastError && (
        <p role="alert" className="rounded-panel bg-bad-wash px-3.5 py-2.5 font-medium text-bad">
          {lastError}
        </p>
      )}
      {overdueSince && (
        <p className="rounded-panel bg-warn-wash px-3.5 py-2.5 text-warn">
          Changed records are looked for later than they should be: the allowance is too little. The oldest reading is
          of {formatDay(overdueSince, timeZone)}, {formatTime(overdueSince, timeZone)}.
        </p>
      )}
    </div>
  );
}
