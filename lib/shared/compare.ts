/** What a range can be compared with (METRICS, "Compare"), as menus say it. */
export const COMPARISON_LABELS = {
  previous: "Previous period",
  week: "A week earlier",
  year: "A year earlier",
  matched: "Previous, same weekdays",
} as const;
