import {
  type CalendarDate,
  fromAbsolute,
  parseDate,
  parseDateTime,
  toCalendarDate,
  toCalendarDateTime,
  toZoned,
} from "@internationalized/date";
import { rejectParameter } from "./errors";

/** A range of time: `from` and `to` as asked for, and the half-open instants in Unix milliseconds that they mean. */
export interface ReportRange {
  from: string;
  to: string;
  timeZone: string;
  startAt: number;
  endAt: number;
}

/** A local day. */
export const LOCAL_DAY = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
const EARLIEST_YEAR = 2000;
const LATEST_YEAR = 2100;

/** The local calendar day of an instant. */
export function localDayOf(instant: number, timeZone: string): CalendarDate {
  return toCalendarDate(fromAbsolute(instant, timeZone));
}

/** The instant (Unix ms) at which a local day begins. */
export function startOfLocalDay(day: CalendarDate, timeZone: string): number {
  return toZoned(day, timeZone).toDate().getTime();
}

/**
 * Range from the parameters `from` and `to`: local days with `to` included, or date-times, which make it half-open
 * (METRICS, "Range"). By default the last seven days, today included.
 * @throws CallboardError `invalid_parameter` where a value is no date or the range is empty.
 */
export function resolveRange(asked: { from?: string; to?: string }, timeZone: string, now: number): ReportRange {
  const today = localDayOf(now, timeZone);
  const from = asked.from ?? (asked.to === undefined ? today.subtract({ days: 6 }) : dayBefore(asked.to)).toString();
  const to = asked.to ?? latest(from, today.toString());
  const startAt = instantOf("from", from, timeZone, "start");
  const endAt = instantOf("to", to, timeZone, "end");
  if (endAt <= startAt) {
    rejectParameter("from", `“from” (${from}) must lie before “to” (${to}).`);
  }
  return { from, to, timeZone, startAt, endAt };
}

function latest(from: string, today: string): string {
  return from.slice(0, 10) > today ? from.slice(0, 10) : today;
}

function dayBefore(to: string): CalendarDate {
  return dayOf("to", to).subtract({ days: 6 });
}

function dayOf(parameter: string, text: string): CalendarDate {
  return readDate(parameter, text, () =>
    DATE_TIME.test(text) ? toCalendarDate(parseDateTime(text)) : parseDate(text),
  );
}

function instantOf(parameter: string, text: string, timeZone: string, edge: "start" | "end"): number {
  const day = dayOf(parameter, text);
  if (DATE_TIME.test(text)) {
    return toZoned(
      readDate(parameter, text, () => parseDateTime(text)),
      timeZone,
    )
      .toDate()
      .getTime();
  }
  return startOfLocalDay(edge === "end" ? day.add({ days: 1 }) : day, timeZone);
}

function readDate<T extends { year: number }>(parameter: string, text: string, parse: () => T): T {
  const message = `“${parameter}” must be a day like 2026-11-22 or a time like 2026-11-22T09:00, not “${text.slice(0, 40)}”.`;
  if (!LOCAL_DAY.test(text) && !DATE_TIME.test(text)) {
    rejectParameter(parameter, message);
  }
  try {
    const date = parse();
    return date.year >= EARLIEST_YEAR && date.year <= LATEST_YEAR ? date : rejectParameter(parameter, message);
  } catch {
    return rejectParameter(parameter, message);
  }
}

/** How an instant reads on the local clock, `YYYY-MM-DDTHH:mm:ss`. */
export function localTimeOf(instant: number, timeZone: string): string {
  return toCalendarDateTime(fromAbsolute(instant, timeZone)).toString().slice(0, 19);
}
