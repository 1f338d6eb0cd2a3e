import { parseDate, parseDateTime } from "@internationalized/date";
import { HOUR_MS } from "@/lib/shared/instants";
import type { Interval } from "@/lib/shared/intervals";

/** `from` and `to` as METRICS has them: local days with `to` included, or date-times, which make it half-open. */
export interface ViewRange {
  from: string;
  to: string;
}

const DAYS = 7;

/** The range that a view shows: the last seven days where the URL says nothing, or what is no day. */
export function rangeOf(view: { from: string | null; to: string | null }, today: string): ViewRange {
  const to = dayOrNull(view.to) ?? today;
  const from =
    dayOrNull(view.from) ??
    parseDate(to.slice(0, 10))
      .subtract({ days: DAYS - 1 })
      .toString();
  return { from, to };
}

/** A value that is no day is reported by the panels. */
function dayOrNull(text: string | null): string | null {
  const isDay = text !== null && /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(text);
  return isDay && !Number.isNaN(Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text}Z`)) ? text : null;
}

/** Hours that a range spans on the local clock. */
export function hoursOf({ from, to }: ViewRange): number {
  const end = to.includes("T") ? to : `${parseDate(to).add({ days: 1 })}T00:00`;
  const start = from.includes("T") ? from : `${from}T00:00`;
  return (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / HOUR_MS;
}

/** The range of equal length before (-1) or after (1) this one. */
export function shiftRange(range: ViewRange, direction: -1 | 1): ViewRange {
  if (range.from.includes("T") || range.to.includes("T")) {
    const hours = hoursOf(range) * direction;
    const move = (text: string, isEnd: boolean) => {
      const day = isEnd && !text.includes("T") ? parseDate(text).add({ days: 1 }).toString() : text;
      return parseDateTime(day.includes("T") ? day : `${day}T00:00`)
        .add({ minutes: Math.round(hours * 60) })
        .toString()
        .slice(0, 16);
    };
    return { from: move(range.from, false), to: move(range.to, true) };
  }
  const days = Math.round(hoursOf(range) / 24) * direction;
  return {
    from: parseDate(range.from).add({ days }).toString(),
    to: parseDate(range.to).add({ days }).toString(),
  };
}

/** Shortest and longest range, in hours, for which an interval gives a chart that can be read. */
const SENSIBLE: Record<Interval, readonly [number, number]> = {
  "quarter-hour": [0, 2 * 24 + 1],
  hour: [2, 14 * 24 + 1],
  day: [2 * 24, 400 * 24],
  week: [14 * 24, 5 * 366 * 24],
  month: [56 * 24, Number.POSITIVE_INFINITY],
};

/** The intervals to choose from, from the shortest. */
export function intervalsFor(range: ViewRange): Interval[] {
  const hours = hoursOf(range);
  return (Object.keys(SENSIBLE) as Interval[]).filter((interval) => {
    const [least, most] = SENSIBLE[interval];
    return hours >= least && hours <= most;
  });
}

/** A longer range around this one: the days that times lie in, else three times as many days, none after today. */
export function widenRange(range: ViewRange, today: string): ViewRange {
  const [first, last] = [range.from.slice(0, 10), range.to.slice(0, 10)];
  if (range.from.includes("T") || range.to.includes("T")) {
    return { from: first, to: last };
  }
  const days = Math.round(hoursOf(range) / 24);
  const to = parseDate(last).add({ days }).toString();
  return { from: parseDate(first).subtract({ days }).toString(), to: to > today ? today : to };
}
