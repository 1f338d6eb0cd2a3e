import { OUTCOMES } from "./outcomes";

/** The filter parameters of pages and API, in the order of the menus (METRICS, "Parameters"). */
export const FILTER_IDS = [
  "channel",
  "queue",
  "agent",
  "status",
  "event",
  "outcome",
  "direction",
  "disposition",
  "tag",
] as const;
export type FilterId = (typeof FILTER_IDS)[number];

/** Values as they stand in the URL; one that begins with `!` excludes. */
export type Filters = Partial<Record<FilterId, readonly string[]>>;

export const FILTER_LABELS: Record<FilterId, string> = {
  channel: "Channel",
  queue: "Queue",
  agent: "Agent",
  status: "Final status",
  event: "Disconnecting event",
  outcome: "Outcome",
  direction: "Direction",
  disposition: "Disposition",
  tag: "Tag",
};

/** Values that a filter is limited to; the others take whatever the source has used. */
export const CLOSED_FILTER_VALUES: Partial<Record<FilterId, readonly string[]>> = { outcome: OUTCOMES };

/** Splits values into those that must be there and those that must not: `["A", "!B"]` → is A, is not B. */
export function splitFilter(values: readonly string[] = []): { included: string[]; excluded: string[] } {
  return {
    included: values.filter((value) => !value.startsWith("!")),
    excluded: values.filter((value) => value.startsWith("!")).map((value) => value.slice(1)),
  };
}
