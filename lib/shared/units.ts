/** How a column's values are written and counted: durations in seconds, ratios 0 to 1. */
export const UNITS = ["text", "count", "ratio", "seconds", "score", "bucket"] as const;
export type Unit = (typeof UNITS)[number];
