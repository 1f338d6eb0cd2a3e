/** Instants are Unix milliseconds inside, ISO 8601 in UTC where they leave the server; durations carry their unit. */
export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const MINUTE_SECONDS = 60;
export const HOUR_SECONDS = 60 * MINUTE_SECONDS;
export const DAY_SECONDS = 24 * HOUR_SECONDS;

/** `2025-10-01T09:00:00.000Z` for Unix milliseconds, or for the same instant written in another ISO form. */
export const isoOf = (instant: number | string): string => new Date(instant).toISOString();

export const isoOrNull = (instant: number | string | null): string | null => (instant === null ? null : isoOf(instant));

/** Seconds from one ISO instant to another, negative where `to` lies before `from`. */
export const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / SECOND_MS;

/** Sorts ISO instants, earliest first. */
export const compareInstants = (a: string, b: string): number => Date.parse(a) - Date.parse(b);
