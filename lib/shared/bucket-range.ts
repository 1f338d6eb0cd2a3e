import { parseDate, parseDateTime } from "@internationalized/date";
import type { DatasetReply, Meta } from "./contract";
import { formatDate } from "./format";
import { MINUTE_MS } from "./instants";
import type { Interval } from "./intervals";

/** The interval that a series came in, read from its buckets: they are local starts. */
export function intervalOf({ rows }: Pick<DatasetReply, "rows">): Interval {
  const first = String(rows[0]?.bucket ?? "");
  const second = String(rows[1]?.bucket ?? "");
  if (first.includes("T")) {
    return minutesBetween(first, second) === 15 ? "quarter-hour" : "hour";
  }
  const days = second === "" ? 1 : parseDate(second).compare(parseDate(first));
  return days === 7 ? "week" : days > 7 ? "month" : "day";
}

function minutesBetween(first: string, second: string): number {
  return second === "" ? 60 : (Date.parse(`${second}Z`) - Date.parse(`${first}Z`)) / MINUTE_MS;
}

/** The range that a bucket stands for, as `from` and `to` of a view. */
export function rangeOfBucket(bucket: string, interval: Interval): { from: string; to: string } {
  if (interval === "hour" || interval === "quarter-hour") {
    const end = parseDateTime(bucket).add({ minutes: interval === "hour" ? 60 : 15 });
    return { from: bucket, to: end.toString().slice(0, 16) };
  }
  const start = parseDate(bucket);
  const last = { day: { days: 0 }, week: { days: 6 }, month: { months: 1, days: -1 } }[interval];
  return { from: bucket, to: start.add(last).toString() };
}

/** Whether the last bucket is not over yet: it began before the reply was made, and ends after. */
export function isLastBucketOpen({ rows, meta }: Pick<DatasetReply, "rows" | "meta">): boolean {
  const last = String(rows.at(-1)?.bucket ?? "");
  const now = localNow(meta);
  const interval = intervalOf({ rows });
  const end = last === "" ? "" : rangeOfBucket(last, interval).to;
  return last !== "" && last <= now && now.slice(0, end.length) <= end;
}

/** Whether a range has begun and is not over yet: when the reply was made, some of it lay ahead. */
export function isRangeOpen(meta: Pick<Meta, "from" | "to" | "timeZone" | "generatedAt">): boolean {
  const now = localNow(meta);
  return meta.from <= now && now.slice(0, meta.to.length) < (meta.to.includes("T") ? meta.to : `${meta.to}T`);
}

/** The report's clock when the reply was made, to the second; Swedes write it as ISO does. */
function localNow({ generatedAt, timeZone }: Pick<Meta, "timeZone" | "generatedAt">): string {
  const parts = { dateStyle: "short", timeStyle: "medium", timeZone } as const;
  return formatDate(new Date(generatedAt), parts, "sv-SE").replace(" ", "T");
}
