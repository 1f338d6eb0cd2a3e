import type { Column, Row } from "@/lib/shared/contract";
import type { MetricQuery } from "@/lib/shared/query";
import { WAIT_BANDS } from "@/lib/shared/waits";
import { WAIT_BAND } from "@/lib/store/filters/conditions";
import type { Grain } from "@/lib/store/filters/grains";
import { type Buckets, bucketsOf, defaultInterval } from "./buckets";
import type { Dataset, GroupKey } from "./dataset";
import { weekKeys } from "./keys";

/** The rows that a dataset has whatever there is to count: how SQL groups by them, and how each begins. */
export interface Axis {
  keys: readonly GroupKey[];
  rows: { group: string; start: Row }[];
}

const GRAINS: readonly Grain[] = ["conversation", "entry", "segment", "missed", "tag", "tone", "disposition"];
const HOURS_OF_WEEK = Array.from({ length: 7 * 24 }, (_, index) => [Math.floor(index / 24) + 1, index % 24] as const);

export const AXIS_COLUMNS: Record<NonNullable<Dataset["axis"]>, readonly Column[]> = {
  buckets: [{ id: "bucket", label: "Start", unit: "bucket" }],
  week: [
    { id: "weekday", label: "Weekday (1 = Monday)", unit: "text" },
    { id: "hour", label: "Hour", unit: "text" },
  ],
  waits: [
    { id: "wait", label: "Wait in seconds", unit: "text" },
    { id: "fromSeconds", label: "Over", unit: "seconds" },
    { id: "toSeconds", label: "At most", unit: "seconds" },
  ],
};

/** @throws CallboardError `invalid_parameter` where the range has too many buckets. */
export function axisOf({ axis }: Dataset, { range, interval }: MetricQuery): Axis | null {
  if (axis === "week") {
    const rows = HOURS_OF_WEEK.map(([weekday, hour]) => ({
      group: JSON.stringify([weekday, hour]),
      start: { weekday, hour },
    }));
    return { keys: weekKeys(range), rows };
  }
  if (axis === "buckets") {
    const buckets = bucketsOf(range, interval ?? defaultInterval(range));
    const rows = buckets.spine.map(({ key, label }) => ({ group: JSON.stringify([key]), start: { bucket: label } }));
    return { keys: [bucketKey(buckets)], rows };
  }
  if (axis === "waits") {
    const rows = WAIT_BANDS.map(({ id, ...edges }) => ({ group: JSON.stringify([id]), start: { wait: id, ...edges } }));
    return { keys: [{ id: "wait", sql: { entry: WAIT_BAND } }], rows };
  }
  return null;
}

function bucketKey({ key }: Buckets): GroupKey {
  return { id: "bucket", isOfAll: true, sql: Object.fromEntries(GRAINS.map((grain) => [grain, key])) };
}
