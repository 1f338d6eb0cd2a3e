import { type DateTimeDuration, parseDate, parseDateTime, toZoned } from "@internationalized/date";
import type { Comparison } from "./compare";
import { DAY_MS } from "./instants";
import { LOCAL_DAY, localTimeOf, type ReportRange, startOfLocalDay } from "./range";

/**
 * The range to compare with: of equal length and ending where this one starts, the same a week or a year earlier, or
 * the latest whole weeks earlier that do not overlap, so that Mondays meet Mondays.
 */
export function comparedRange(range: ReportRange, comparison: Comparison): ReportRange {
  if (comparison === "previous") {
    return previousRange(range);
  }
  const shift = { week: { weeks: 1 }, year: { years: 1 }, matched: { weeks: wholeWeeks(range) } }[comparison];
  return shiftedRange(range, shift);
}

const isDays = ({ from, to }: ReportRange) => LOCAL_DAY.test(from) && LOCAL_DAY.test(to);

function lengthInDays({ from, to }: ReportRange): number {
  return parseDate(to).compare(parseDate(from)) + 1;
}

/** As many local days, where it has days; else as much time. */
function previousRange(range: ReportRange): ReportRange {
  const { startAt, endAt, timeZone } = range;
  if (isDays(range)) {
    const from = parseDate(range.from).subtract({ days: lengthInDays(range) });
    const to = parseDate(range.from).subtract({ days: 1 });
    return {
      from: from.toString(),
      to: to.toString(),
      timeZone,
      startAt: startOfLocalDay(from, timeZone),
      endAt: startAt,
    };
  }
  const length = endAt - startAt;
  const text = (instant: number) => localTimeOf(instant, timeZone).slice(0, 16);
  return { from: text(startAt - length), to: text(startAt), timeZone, startAt: startAt - length, endAt: startAt };
}

const WEEK_MS = 7 * DAY_MS;

/** The fewest whole weeks that are at least as long as a range. */
export function wholeWeeks(range: ReportRange): number {
  return isDays(range) ? Math.ceil(lengthInDays(range) / 7) : Math.ceil((range.endAt - range.startAt) / WEEK_MS);
}

function shiftedRange({ from, to, timeZone }: ReportRange, shift: DateTimeDuration): ReportRange {
  const start = earlier(from, shift);
  const end = earlier(to, shift);
  const endDay = LOCAL_DAY.test(end)
    ? startOfLocalDay(parseDate(end).add({ days: 1 }), timeZone)
    : instantOf(end, timeZone);
  return { from: start, to: end, timeZone, startAt: instantOf(start, timeZone), endAt: endDay };
}

function earlier(text: string, shift: DateTimeDuration): string {
  return LOCAL_DAY.test(text)
    ? parseDate(text).subtract(shift).toString()
    : parseDateTime(text).subtract(shift).toString().slice(0, 16);
}

function instantOf(text: string, timeZone: string): number {
  return toZoned(LOCAL_DAY.test(text) ? parseDate(text) : parseDateTime(text), timeZone)
    .toDate()
    .getTime();
}
