import { OUTCOMES } from "./outcomes";
import { WAIT_BANDS } from "./waits";

/** What `firstQueue` calls a conversation that came to no queue. */
export const BOT = "Bot";

/**
 * The filter parameters of pages and API, in the order of the menus (METRICS, "Parameters"). `firstQueue`, `intent`,
 * `tone`, `missReason` (of an assignment), `weekday` (1 = Monday), `hour` (local) and `wait` (a band of seconds) are there
 * so that every row of every dataset can be listed, and `unread` (a field of the vendor's that could not be read) for the
 * checks.
 */
export const FILTER_IDS = [
  "channel",
  "queue",
  "firstQueue",
  "agent",
  "status",
  "event",
  "outcome",
  "direction",
  "disposition",
  "tag",
  "intent",
  "tone",
  "missReason",
  "weekday",
  "hour",
  "wait",
  "unread",
] as const;
export type FilterId = (typeof FILTER_IDS)[number];

/** Values as addresses hold them (`filterValue`): `!` before one excludes it, `&` requires it besides the others. */
export type Filters = Partial<Record<FilterId, readonly string[]>>;

export const FILTER_LABELS: Record<FilterId, string> = {
  channel: "Channel",
  queue: "Queue",
  firstQueue: "First queue",
  agent: "Agent",
  status: "Final status",
  event: "Disconnecting event",
  outcome: "Outcome",
  direction: "Direction",
  disposition: "Disposition",
  tag: "Tag",
  intent: "Intent",
  tone: "Tone",
  missReason: "Missed because",
  weekday: "Weekday",
  hour: "Hour",
  wait: "Wait",
  unread: "Unreadable field",
};

/** Conversations that the bot had for itself: they came to no queue, and no agent answered them. */
export const BOT_ALONE: Filters = { firstQueue: [`&${BOT}`], outcome: ["!answered"] };

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const WEEKDAY_NUMBERS = WEEKDAYS.map((_, index) => String(index + 1));
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

/** Values that a filter is limited to; the others take whatever the source has used. */
export const CLOSED_FILTER_VALUES: Partial<Record<FilterId, readonly string[]>> = {
  outcome: OUTCOMES,
  weekday: WEEKDAY_NUMBERS,
  hour: HOURS,
  wait: WAIT_BANDS.map(({ id }) => id),
};

/** Filters with more values beside their own. */
export function withFilters(filters: Filters, more: Filters): Filters {
  const joined = FILTER_IDS.map((id) => [id, [...new Set([...(filters[id] ?? []), ...(more[id] ?? [])])]] as const);
  return Object.fromEntries(joined.filter(([, values]) => values.length > 0));
}
