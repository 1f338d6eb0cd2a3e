/** What a range can be compared with (METRICS, "Compare"). */
export const COMPARISONS = ["previous", "week", "year", "matched"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** In words, after “compared with”. */
export const COMPARISON_LABELS: Record<Comparison, string> = {
  previous: "the previous period",
  week: "a week earlier",
  year: "a year earlier",
  matched: "the previous period, weekdays matched",
};
