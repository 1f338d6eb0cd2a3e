"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useApp } from "@/components/data/app-context";
import { lostSinceQuery, syncQuery } from "@/components/data/queries";
import { type DotTone, StatusDot } from "@/components/ui/panel/status-dot";
import type { SyncReply } from "@/lib/shared/contract";
import { formatDay, formatSeconds, formatTime, formatZone } from "@/lib/shared/format";
import { describeIncomplete } from "@/lib/shared/incomplete";

/** How far the sync reaches, always in sight; what is missing is said in words, never hidden in low numbers. */
export function Freshness() {
  const { timeZone, today } = useApp();
  const { data } = useQuery(syncQuery());
  const { data: lostSince } = useQuery(lostSinceQuery());
  if (!data) {
    return null;
  }
  const { tone, words, reason } = describeFreshness(data, timeZone, today);
  return (
    <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 text-ink-2 text-s">
      <StatusDot tone={tone}>
        {words} {data.dataThrough !== null && <span className="text-ink-3">{formatZone(timeZone)}</span>}
      </StatusDot>
      <span role="status" className="whitespace-nowrap text-warn empty:hidden max-md:ml-4">
        {lostSince !== null &&
          `live updates lost since ${momentOf(new Date(lostSince).toISOString(), timeZone, today)}`}
      </span>
      {reason && (
        <Link href="/settings" title={reason} className="max-w-64 truncate underline underline-offset-2 max-md:ml-4">
          {reason}
        </Link>
      )}
    </p>
  );
}

/** `reason`: why the sync fails, shown in full in Settings. */
export function describeFreshness(
  sync: SyncReply,
  timeZone: string,
  today: string,
): { tone: DotTone; words: string; reason?: string } {
  const through = sync.dataThrough;
  const isWhole = describeIncomplete(sync).length === 0;
  const at = through === null ? "" : momentOf(through, timeZone, today);
  if (sync.state === "failing") {
    const reach = through === null ? "nothing copied yet" : `${isWhole ? "complete" : "copied"} through ${at}`;
    return { tone: "bad", words: `Sync is failing, ${reach}`, reason: sync.lastError ?? "no reason known" };
  }
  if (through === null) {
    return { tone: "idle", words: "Syncing the first conversations" };
  }
  if (sync.complete && !isWhole) {
    return { tone: "warn", words: `Copied through ${at}` };
  }
  if (sync.complete) {
    return { tone: "good", words: `Complete through ${at}` };
  }
  const { done, total, remainingSeconds } = sync.progress;
  const share = `${Math.floor((100 * done) / total)} %`;
  if (sync.state === "idle") {
    const state = sync.isPaused ? "Sync is paused" : "History is not complete";
    return { tone: "warn", words: `${state}, ${share} copied; newest ${at}` };
  }
  const left = remainingSeconds === null ? "" : `, ${formatSeconds(remainingSeconds)} left`;
  return { tone: "warn", words: `Syncing history, ${share}${left}; newest ${at}` };
}

/** The time of day, and the day before it where that is not today. */
function momentOf(iso: string, timeZone: string, today: string): string {
  const time = formatTime(iso, timeZone);
  return localDay(iso, timeZone) === today ? time : `${formatDay(iso, timeZone)}, ${time}`;
}

function localDay(iso: string, timeZone: string): string {
  return new Date(iso).toLocaleDateString("sv-SE", { timeZone });
}
