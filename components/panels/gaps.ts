import { parseDate, parseDateTime, toZoned } from "@internationalized/date";
import { intervalOf, rangeOfBucket } from "@/lib/shared/bucket-range";
import type { Coverage, DatasetReply } from "@/lib/shared/contract";
import { formatDay, formatTime } from "@/lib/shared/format";
import { isoOf, MINUTE_MS } from "@/lib/shared/instants";

/** A stretch of time that should be synced and is not, in Unix milliseconds. */
export interface Gap {
  fromAt: number;
  toAt: number;
}

/** The newest minutes are always on their way: not what a supervisor calls a gap. */
const FRESH_MS = 15 * MINUTE_MS;

/** What is not copied of the stretch between two instants; what lies in the future, or is only fresh, is none. */
export function gapsIn(coverage: readonly Coverage[], fromAt: number, toAt: number, now: number): Gap[] {
  const newest = Math.min(toAt, now - FRESH_MS);
  const missing = coverage
    .filter(({ state }) => state !== "copied")
    .map(({ from, to }) => ({ fromAt: Math.max(fromAt, Date.parse(from)), toAt: Math.min(newest, Date.parse(to)) }))
    .filter((gap) => gap.toAt > gap.fromAt)
    .sort((a, b) => a.fromAt - b.fromAt);
  const joined: Gap[] = [];
  for (const gap of missing) {
    const last = joined.at(-1);
    if (last && gap.fromAt <= last.toAt) {
      last.toAt = Math.max(last.toAt, gap.toAt);
    } else {
      joined.push({ ...gap });
    }
  }
  return joined;
}

/** Where gaps lie on a chart of a reply's buckets, in points: 1.5 is the middle of the second bucket. */
export function placeGaps(gaps: readonly Gap[], reply: DatasetReply): { from: number; to: number }[] {
  const edges = edgesOf(reply);
  return gaps.map(({ fromAt, toAt }) => ({ from: pointOf(fromAt, edges), to: pointOf(toAt, edges) }));
}

/** The instants at which the buckets begin, and that at which the last one ends. */
export function edgesOf(reply: DatasetReply): number[] {
  const interval = intervalOf(reply);
  const buckets = reply.rows.map((row) => String(row.bucket));
  const last = buckets.at(-1);
  const end = last === undefined ? [] : [endOf(rangeOfBucket(last, interval).to)];
  return [...buckets, ...end].map((text) => instantOf(text, reply.meta.timeZone));
}

/** A day as `to` is included; the edge is where the next one begins. */
function endOf(to: string): string {
  return to.includes("T") ? to : parseDate(to).add({ days: 1 }).toString();
}

function instantOf(local: string, timeZone: string): number {
  return toZoned(local.includes("T") ? parseDateTime(local) : parseDate(local), timeZone)
    .toDate()
    .getTime();
}

function pointOf(at: number, edges: readonly number[]): number {
  const next = edges.findIndex((edge) => edge > at);
  if (next <= 0) {
    return next < 0 ? Math.max(0, edges.length - 1) : 0;
  }
  const [start = 0, end = 1] = edges.slice(next - 1, next + 1);
  return next - 1 + (at - start) / (end - start);
}

/** `Not copied yet: 3 Nov 2026, 14:00 – 5 Nov 2026, 09:30`; the first two, and how many more there are. */
export function describeGaps(gaps: readonly Gap[], timeZone: string): string {
  const moment = (at: number) => {
    const iso = isoOf(at);
    return `${formatDay(iso, timeZone)}, ${formatTime(iso, timeZone)}`;
  };
  const named = gaps.slice(0, 2).map(({ fromAt, toAt }) => `${moment(fromAt)} – ${moment(toAt)}`);
  const more = gaps.length > 2 ? ` and ${gaps.length - 2} more` : "";
  return `Not copied yet: ${named.join("; ")}${more}`;
}
