"use client";

import { useApp } from "@/components/data/app-context";
import type { SyncReply } from "@/lib/shared/contract";
import { formatDay, formatSeconds, formatTime, formatValue, MISSING } from "@/lib/shared/format";

interface Figure {
  label: string;
  value: string;
  /** In small beside the value: its unit, or what it is of. */
  unit?: string;
}

/** The state of the sync in a few figures. */
export function SyncFigures({ sync }: { sync: SyncReply }) {
  const { timeZone } = useApp();
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {figuresOf(sync, timeZone).map(({ label, value, unit }) => (
        <div key={label} className="flex flex-col max-md:min-w-[40%]">
          <dt className="font-medium text-ink-2 text-s">{label}</dt>
          <dd className="whitespace-nowrap font-semibold text-xl leading-tight tracking-tight">
            {value} {unit && <small className="font-medium text-ink-2 text-m tracking-normal">{unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function figuresOf({ state, dataThrough, progress, traffic, open }: SyncReply, timeZone: string): Figure[] {
  const { done, total, remainingSeconds } = progress;
  return [
    { label: "History copied", value: (Math.floor((1000 * done) / total) / 10).toFixed(1), unit: "%" },
    {
      label: "Copied up to",
      value: formatTime(dataThrough, timeZone),
      unit: dataThrough === null ? undefined : formatDay(dataThrough, timeZone),
    },
    { label: "Time left", value: timeLeft(state === "idle" && done < total ? null : remainingSeconds) },
    {
      label: "Requests since the start",
      value: formatValue(traffic.requests, "count"),
      unit: `of ${formatValue(traffic.requestsPerMinute, "count")} a minute`,
    },
    { label: "Rows a second", value: formatValue(traffic.rowsPerSecond, "count"), unit: "in the last minute" },
    {
      label: "Open conversations",
      value: formatValue(open.conversations, "count"),
      unit:
        open.readAt === null
          ? undefined
          : `last read by ${formatDay(open.readAt, timeZone)}, ${formatTime(open.readAt, timeZone)}`,
    },
  ];
}

function timeLeft(seconds: number | null): string {
  return seconds === null ? MISSING : seconds === 0 ? "None" : formatSeconds(seconds);
}
