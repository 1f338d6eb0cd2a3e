import {
  type CalendarDateTime,
  fromAbsolute,
  parseDate,
  parseDateTime,
  toCalendarDateTime,
} from "@internationalized/date";
import type { OracleInterval, OracleQuery } from "./query";

const QUARTER_HOUR = 15 * 60_000;
const DAY = 86_400_000;

/** Zone offsets, known by quarter hour: no zone of our time changes its clocks in between. */
const offsets = new Map<string, Map<number, number>>();

function findOffset(instant: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  const quarter = Math.floor(instant / QUARTER_HOUR);
  const offset = known.get(quarter) ?? fromAbsolute(instant, timeZone).offset;
  known.set(quarter, offset);
  return offset;
}

/** A date whose UTC fields show what the local wall clock showed. */
function wallClock(instant: number, timeZone: string): Date {
  return new Date(instant + findOffset(instant, timeZone));
}

/** What the clock shows, to the minute. */
export function wallTime(instant: number, timeZone: string): string {
  return wallClock(instant, timeZone).toISOString().slice(0, 16);
}

/** 1 = Monday … 7 = Sunday, and the local hour. */
export function findWeekdayAndHour(instant: number, timeZone: string): { weekday: number; hour: number } {
  const local = wallClock(instant, timeZone);
  return { weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(), hour: local.getUTCHours() };
}

/** The local start of the bucket that holds an instant. */
export function findBucket(instant: number, timeZone: string, interval: OracleInterval): string {
  const local = wallClock(instant, timeZone);
  const day = local.toISOString().slice(0, 10);
  const hour = local.toISOString().slice(11, 13);
  if (interval === "quarter-hour") {
    const minute = Math.floor(local.getUTCMinutes() / 15) * 15;
    return `${day}T${hour}:${String(minute).padStart(2, "0")}`;
  }
  if (interval === "hour") return `${day}T${hour}:00`;
  if (interval === "day") return day;
  if (interval === "month") return `${day.slice(0, 7)}-01`;
  const daysSinceMonday = (local.getUTCDay() + 6) % 7;
  return new Date(local.getTime() - daysSinceMonday * DAY).toISOString().slice(0, 10);
}

export interface ReportRange {
  /** Included. */
  start: number;
  /** Not included. */
  end: number;
  interval: OracleInterval;
}

function readBorder(text: string): { border: CalendarDateTime; isDay: boolean } {
  if (text.includes("T")) return { border: parseDateTime(text), isDay: false };
  return { border: toCalendarDateTime(parseDate(text)), isDay: true };
}

/** The range as instants. A wall-clock time that does not exist moves forward, one that occurs twice is the first. */
export function readRange(query: OracleQuery): ReportRange {
  const from = readBorder(query.from).border;
  const to = readBorder(query.to);
  const end = to.isDay ? to.border.add({ days: 1 }) : to.border;
  const isShort = end.compare(from.add({ days: 2 })) <= 0;
  return {
    start: from.toDate(query.timeZone, "compatible").getTime(),
    end: end.toDate(query.timeZone, "compatible").getTime(),
    interval: query.interval ?? (isShort ? "hour" : "day"),
  };
}

/** Every bucket of a range, found by walking through it: skipped local hours are absent, repeated ones there once. */
export function listBuckets(range: ReportRange, timeZone: string): string[] {
  const buckets = new Set<string>();
  for (let instant = range.start; instant < range.end; instant += QUARTER_HOUR) {
    buckets.add(findBucket(instant, timeZone, range.interval));
  }
  if (range.start < range.end) buckets.add(findBucket(range.end - 1, timeZone, range.interval));
  return [...buckets].sort();
}
