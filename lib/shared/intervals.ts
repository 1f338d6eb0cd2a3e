/** Bucket lengths of the time series (METRICS, "Datasets"). */
export const INTERVALS = ["quarter-hour", "hour", "day", "week", "month"] as const;
export type Interval = (typeof INTERVALS)[number];
