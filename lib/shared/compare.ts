/** What a range can be compared with (METRICS, "Compare"). */
export const COMPARISONS = ["previous", "week", "year", "matched"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** As menus say it. */
export const COMPARISON_LABELS: Record<Comparison, string> = {
  previous: "Previous period",
  week: "A week earlier",
  year: "A year earlier",
  matched: "Previous, same weekdays",
};
