import { formatBucket } from "@/lib/shared/format";
import { MINUTE_MS } from "@/lib/shared/instants";

export interface BucketTick {
  bucket: string;
  label: string;
}

const MINUTE_STEPS = [15, 30, 60, 120, 180, 360, 720, 1440, 2880, 4320, 10_080, 20_160];
const INDEX_STEPS = [1, 2, 3, 7, 14, 28, 56];
const LABEL_WIDTH = 46;
const WIDE_LABEL_WIDTH = 58;
const DAYS_NAMED_BY_WEEKDAY = 14;

/** The buckets that get a label on an axis `width` pixels wide, so that labels never touch. */
export function bucketTicks(buckets: readonly string[], interval: string, width: number): BucketTick[] {
  if (buckets.length === 0) {
    return [];
  }
  const slot = width / buckets.length;
  const isTimed = interval === "hour" || interval === "quarter-hour";
  return isTimed ? timedTicks(buckets, interval, slot) : datedTicks(buckets, interval, slot);
}

function timedTicks(buckets: readonly string[], interval: string, slot: number): BucketTick[] {
  const minutes = interval === "hour" ? 60 : 15;
  const step = MINUTE_STEPS.find((size) => size >= minutes && (size / minutes) * slot >= LABEL_WIDTH) ?? 20_160;
  const firstDay = buckets[0]?.slice(0, 10);
  const isOneDay = buckets.at(-1)?.slice(0, 10) === firstDay;
  return buckets
    .filter((bucket) => minutesSince(bucket, firstDay ?? "") % step === 0)
    .map((bucket) => {
      const isMidnight = bucket.slice(11, 16) === "00:00";
      return { bucket, label: isMidnight && !isOneDay ? dayLabel(bucket, true) : formatBucket(bucket, interval) };
    });
}

function minutesSince(bucket: string, firstDay: string): number {
  return (Date.parse(`${bucket}:00Z`) - Date.parse(`${firstDay}T00:00:00Z`)) / MINUTE_MS;
}

function datedTicks(buckets: readonly string[], interval: string, slot: number): BucketTick[] {
  const width = interval === "month" ? WIDE_LABEL_WIDTH : LABEL_WIDTH;
  const step = INDEX_STEPS.find((size) => size * slot >= width) ?? Math.ceil(width / slot);
  return buckets
    .filter((_, index) => index % step === 0)
    .map((bucket) => ({
      bucket,
      label:
        interval === "day" ? dayLabel(bucket, buckets.length <= DAYS_NAMED_BY_WEEKDAY) : formatBucket(bucket, interval),
    }));
}

function dayLabel(bucket: string, isNamedByWeekday: boolean): string {
  return formatBucket(bucket.slice(0, 10), isNamedByWeekday ? "day" : "week");
}

/** A bucket in full, as a tooltip or a voice names it: `Tue 17 Nov, 13:00`, `Week of 16 Nov`, `Nov 2026`. */
export function nameBucket(bucket: string, interval: string): string {
  if (interval === "month") {
    return formatBucket(bucket, interval);
  }
  const day = formatBucket(bucket.slice(0, 10), "week");
  if (interval === "week") {
    return `Week of ${day}`;
  }
  const weekday = formatBucket(bucket.slice(0, 10), "day").split(" ")[0];
  const time = bucket.length > 10 ? `, ${bucket.slice(11, 16)}` : "";
  return `${weekday} ${day}${time}`;
}
