"use client";

import { useApp } from "@/components/data/app-context";
import type { SyncReply } from "@/lib/shared/contract";
import { formatDay, formatSeconds, formatTime, formatValue, MISSING } from "@/lib/shared/format";

/** How the copy stands, in a few figures; what is wrong comes first and in words. */
export function SyncFigures({ sync }: { sync: SyncReply }) {
  const { timeZone } = useApp();
  const { progress, traffic } = sync;
  const moment = (iso: string | null) =>
    iso === null ? MISSING : `${formatDay(iso, timeZone)}, ${formatTime(iso, timeZone)}`;
  const figures = [
    { label: "State", value: stateWords(sync) },
    { label: "Copied up to", value: moment(sync.dataThrough) },
    { label: "History copied", value: `${(Math.floor((1000 * progress.done) / progress.total) / 10).toFixed(1)} %` },
    { label: "Time left", value: timeLeft(progress.remainingSeconds) },
    { label: `Requests, of ${traffic.requestsPerMinute} a minute`, value: formatValue(traffic.requests, "count") },
    { label: "Rows a second, last minute", value: formatValue(traffic.rowsPerSecond, "count") },
  ];
  return (
    <section aria-label="State of the copy" className="col-span-full grid gap-3">
      {sync.lastError && (
        <p role="alert" className="rounded-panel bg-bad-wash px-3.5 py-2.5 text-bad">
          {sync.lastError}
        </p>
      )}
      {sync.overdueSince && (
        <p className="rounded-panel bg-warn-wash px-3.5 py-2.5 text-warn">
          Changed records are looked for later than they should be: the allowance is too little. The oldest reading is
          of {moment(sync.overdueSince)}.
        </p>
      )}
      <div className="overflow-hidden rounded-panel border border-line bg-surface">
        <dl className="-mr-px -mb-px grid grid-cols-[repeat(auto-fit,minmax(min(160px,50%),1fr))]">
          {figures.map(({ label, value }) => (
            <div key={label} className="flex flex-col border-line border-r border-b px-3.5 py-3">
              <dt className="order-last text-ink-3 text-s">{label}</dt>
              <dd className="font-semibold text-[18px] tracking-tight">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

function stateWords({ state, isPaused, complete }: SyncReply): string {
  if (isPaused) {
    return "Paused";
  }
  if (state === "failing") {
    return "Failing";
  }
  return state === "running" ? "Copying" : complete ? "Complete" : "Waiting";
}

function timeLeft(seconds: number | null): string {
  return seconds === null ? MISSING : seconds === 0 ? "None" : formatSeconds(seconds);
}
