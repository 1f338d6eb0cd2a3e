"use client";

import { useApp } from "@/components/data/app-context";
import type { SyncReply } from "@/lib/shared/contract";
import { formatDay, formatTime } from "@/lib/shared/format";

/** What is wrong with the copy, in words, before any figure. */
export function SyncNotices({ sync }: { sync: SyncReply }) {
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
