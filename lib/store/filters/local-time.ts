import { fromAbsolute } from "@internationalized/date";
import { type RawBuilder, sql } from "kysely";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import type { ReportRange } from "@/lib/shared/range";

/** A stretch of the range in which the zone's offset (local = UTC + offset, milliseconds) stays the same. */
export interface OffsetSpan {
  fromAt: number;
  offset: number;
}

/** The zone's offsets over the range, found day by day and then to the minute. */
export function offsetSpans({ startAt, endAt, timeZone }: ReportRange): OffsetSpan[] {
  const offsetAt = (instant: number) => fromAbsolute(instant, timeZone).offset;
  const spans: OffsetSpan[] = [{ fromAt: startAt, offset: offsetAt(startAt) }];
  for (let at = startAt; at < endAt; at += DAY_MS) {
    const next = Math.min(at + DAY_MS, endAt);
    const before = offsetAt(at);
    if (offsetAt(next) !== before) {
      const changeAt = firstMinuteWithout(before, at, next, offsetAt);
      spans.push({ fromAt: changeAt, offset: offsetAt(changeAt) });
    }
  }
  return spans.filter(({ fromAt }) => fromAt < endAt);
}

function firstMinuteWithout(offset: number, from: number, to: number, offsetAt: (instant: number) => number): number {
  let low = Math.floor(from / MINUTE_MS);
  let high = Math.ceil(to / MINUTE_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * MINUTE_MS) === offset) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high * MINUTE_MS;
}

/** Local milliseconds of `t.started_at`: the instant and the offset that holds at it, so that no engine needs zones. */
export function localMsSql(spans: readonly OffsetSpan[]): RawBuilder<number> {
  const last = spans.at(-1)?.offset ?? 0;
  const cases = spans.slice(1).map(({ fromAt }, index) => {
    return sql`when t.started_at < ${sql.lit(fromAt)} then ${sql.lit(spans[index]?.offset ?? 0)}`;
  });
  return cases.length === 0
    ? sql`(t.started_at + ${sql.lit(last)})`
    : sql`(t.started_at + case ${sql.join(cases, sql` `)} else ${sql.lit(last)} end)`;
}

/** The number of the stretch of so many milliseconds that holds local milliseconds. */
export function stretchSql(localMs: RawBuilder<unknown>, length: number): RawBuilder<number> {
  return sql`cast(floor(${localMs} / ${sql.lit(`${length}`)}::double precision) as bigint)`;
}

/** Weekday (1 = Monday) of `t.started_at` in the range's zone; 1 January 1970 was a Thursday. */
export function weekdaySql(range: ReportRange): RawBuilder<number> {
  return sql`((${stretchSql(localMsSql(offsetSpans(range)), DAY_MS)} + 3) % 7 + 1)`;
}

/** Hour of the day of `t.started_at` in the range's zone. */
export function hourSql(range: ReportRange): RawBuilder<number> {
  return sql`(${stretchSql(localMsSql(offsetSpans(range)), HOUR_MS)} % 24)`;
}
