import { type CalendarDate, parseAbsolute, toCalendarDate, toZoned } from "@internationalized/date";
import { DAY_MS } from "@/lib/shared/instants";

export interface CoverageTick {
  /** Share of the axis, 0 to 1. */
  at: number;
  /** `25 Oct` */
  label: string;
}

const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 365, 730];
/** Labels begin at their tick: one at the very end would not fit. */
const LAST = 0.85;

/** Local midnights between two instants, at most `most` of them and evenly apart, for an axis. */
export function coverageTicks(from: string, to: string, timeZone: string, most: number): CoverageTick[] {
  const [startAt, endAt] = [Date.parse(from), Date.parse(to)];
  const days = (endAt - startAt) / DAY_MS;
  const step = STEPS.find((size) => days / size <= most) ?? Math.ceil(days / most);
  const ticks: CoverageTick[] = [];
  let day: CalendarDate = toCalendarDate(parseAbsolute(from, timeZone)).add({ days: 1 });
  for (;;) {
    const date = toZoned(day, timeZone).toDate();
    const at = (date.getTime() - startAt) / (endAt - startAt);
    if (!(at <= LAST)) {
      return ticks;
    }
    ticks.push({ at, label: date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone }) });
    day = day.add({ days: step });
  }
}
