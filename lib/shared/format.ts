import type { Value } from "./contract";
import { HOUR_SECONDS, MINUTE_SECONDS } from "./instants";
import type { Unit } from "./units";

/** Shown where a value is missing: never 0 (METRICS, first paragraph). */
export const MISSING = "–";

const LOCALE = "en-GB";
const exact = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1, signDisplay: "negative" });
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const SHORT_FROM = 100_000;
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** A date in words; each format is made once, which takes longer than all that it is then used for. */
export function formatDate(date: Date, options: Intl.DateTimeFormatOptions, locale = LOCALE): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format.format(date);
}

/** `272` → `4m 32s`, `5.25` → `5.3s`, `86400` → `24h 00m`. */
export function formatSeconds(value: number): string {
  if (value < 10 && !Number.isInteger(value)) {
    return `${value.toFixed(1)}s`;
  }
  const whole = Math.round(value);
  const hours = Math.floor(whole / HOUR_SECONDS);
  const minutes = Math.floor((whole % HOUR_SECONDS) / MINUTE_SECONDS);
  const pad = (part: number) => String(part).padStart(2, "0");
  if (hours > 0) {
    return `${hours}h ${pad(minutes)}m`;
  }
  return minutes > 0 ? `${minutes}m ${pad(whole % 60)}s` : `${whole}s`;
}

/** A value as tables show it: exact counts, ratios as per cent with one decimal, durations in words. */
export function formatValue(value: Value | undefined, unit: Unit): string {
  if (value === null || value === undefined) {
    return MISSING;
  }
  if (typeof value === "string") {
    return value;
  }
  if (unit === "ratio") {
    return `${percent.format(value * 100)} %`;
  }
  return unit === "seconds" ? formatSeconds(value) : exact.format(value);
}

/** A value as tiles show it: counts from a hundred thousand on in short (1.2M). */
export function formatShort(value: Value | undefined, unit: Unit): string {
  const isLarge = unit === "count" && typeof value === "number" && Math.abs(value) >= SHORT_FROM;
  return isLarge ? short.format(value) : formatValue(value, unit);
}

/** Change against another range: percentage points for ratios, per cent for the rest. */
export function formatChange(value: number | null, before: number | null, unit: Unit): string | null {
  if (value === null || before === null) {
    return null;
  }
  if (before === 0 && unit !== "ratio") {
    return null;
  }
  const change = 100 * (unit === "ratio" ? value - before : (value - before) / Math.abs(before));
  const size = percent.format(Math.abs(change));
  const sign = size === percent.format(0) ? "±" : change > 0 ? "+" : "−";
  return `${sign}${size} ${unit === "ratio" ? "pts" : "%"}`;
}

/** A bucket's local start as an axis label: `2026-11-17` → `Tue 17`, `2026-11-17T13:00` → `13:00`. */
export function formatBucket(bucket: string, interval: string): string {
  if (interval === "hour" || interval === "quarter-hour") {
    return bucket.slice(11, 16);
  }
  const date = new Date(`${bucket}T00:00:00Z`);
  const options: Intl.DateTimeFormatOptions =
    interval === "month" ? { month: "short", year: "numeric" } : { weekday: "short", day: "numeric" };
  const weekOptions: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };
  return formatDate(date, { ...(interval === "week" ? weekOptions : options), timeZone: "UTC" });
}

/** Time of day of an ISO instant in the report's zone, to the minute or second. */
export function formatTime(iso: string | null, timeZone: string, isToSecond = false): string {
  const options: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone };
  return iso === null ? MISSING : formatDate(new Date(iso), isToSecond ? { ...options, second: "2-digit" } : options);
}

/** Day of an ISO instant in the report's zone: `1 Oct 2025`. */
export function formatDay(iso: string, timeZone: string): string {
  return formatDate(new Date(iso), { day: "numeric", month: "short", year: "numeric", timeZone });
}

/** Day of an ISO instant without the year, where the list says it elsewhere: `Wed 1 Oct`. */
export function formatShortDay(iso: string, timeZone: string): string {
  return formatDate(new Date(iso), { weekday: "short", day: "numeric", month: "short", timeZone });
}

/** The city of an IANA zone: `Asia/Kolkata` → `Kolkata`. */
export function formatZone(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
