import { CalendarDate, toZoned } from "@internationalized/date";
import { type RawBuilder, sql } from "kysely";
import { rejectParameter } from "@/lib/shared/errors";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import type { Interval } from "@/lib/shared/intervals";
import type { ReportRange } from "@/lib/shared/range";
import { localMsSql, type OffsetSpan, offsetSpans, stretchSql } from "@/lib/store/filters/local-time";

/** 1 January 1970 was a Thursday: weeks begin three days earlier, on Monday. */
const WEEK_SHIFT = 3 * DAY_MS;
const MOST_BUCKETS = 10_000;

export interface Buckets {
  interval: Interval;
  /** The bucket's number from `t.started_at`, in SQL: whole arithmetic, so no engine needs to know the zone. */
  key: RawBuilder<number>;
  /** Every bucket of the range in order: its number and its local start (METRICS, `bucket`). */
  spine: { key: number; label: string }[];
}

/** Hours in a range of up to two days, else days (METRICS, "Datasets"). */
export function defaultInterval({ startAt, endAt }: ReportRange): Interval {
  const longestDays = 2 * DAY_MS + HOUR_MS;
  return endAt - startAt <= longestDays ? "hour" : "day";
}

/** @throws CallboardError `invalid_parameter` where the range has too many buckets of that length. */
export function bucketsOf(range: ReportRange, interval: Interval): Buckets {
  const spans = offsetSpans(range);
  const numberOf = (localMs: number) => bucketNumber(localMs, interval);
  const spine = new Map<number, string>();
  const step = stepOf(interval);
  if ((range.endAt - range.startAt) / lengthOf(interval) > MOST_BUCKETS) {
    rejectParameter(
      "interval",
      `“interval”: ${interval} gives more than ${MOST_BUCKETS} buckets; ask for longer ones.`,
    );
  }
  spans.forEach(({ fromAt, offset }, index) => {
    const endAt = spans[index + 1]?.fromAt ?? range.endAt;
    const last = numberOf(endAt - 1 + offset);
    for (let at = fromAt; at < endAt; at += step) {
      spine.set(numberOf(at + offset), labelOf(numberOf(at + offset), interval));
    }
    spine.set(last, labelOf(last, interval));
  });
  const ordered = [...spine].sort(([a], [b]) => a - b).map(([key, label]) => ({ key, label }));
  return { interval, key: keySql(spans, interval, ordered, range), spine: ordered };
}

/** About as long as a bucket is, in milliseconds. */
function lengthOf(interval: Interval): number {
  return interval === "month" ? 28 * DAY_MS : interval === "week" ? 7 * DAY_MS : stepOf(interval);
}

/** Small enough a step to meet every bucket. */
function stepOf(interval: Interval): number {
  return interval === "quarter-hour" ? 15 * MINUTE_MS : interval === "hour" ? HOUR_MS : DAY_MS;
}

function bucketNumber(localMs: number, interval: Interval): number {
  if (interval === "month") {
    const date = new Date(localMs);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  }
  return interval === "week"
    ? Math.floor((localMs + WEEK_SHIFT) / (7 * DAY_MS))
    : Math.floor(localMs / stepOf(interval));
}

function labelOf(key: number, interval: Interval): string {
  if (interval === "month") {
    return new CalendarDate(Math.floor(key / 12), (key % 12) + 1, 1).toString();
  }
  const localMs = interval === "week" ? key * 7 * DAY_MS - WEEK_SHIFT : key * stepOf(interval);
  return new Date(localMs).toISOString().slice(0, interval === "hour" || interval === "quarter-hour" ? 16 : 10);
}

function keySql(
  spans: readonly OffsetSpan[],
  interval: Interval,
  spine: Buckets["spine"],
  range: ReportRange,
): RawBuilder<number> {
  if (interval === "month") {
    const cases = spine.slice(1).map(({ key, label }, index) => {
      const startAt = toZoned(
        new CalendarDate(Number(label.slice(0, 4)), Number(label.slice(5, 7)), 1),
        range.timeZone,
      );
      return { before: spine[index]?.key ?? key, startAt: startAt.toDate().getTime() };
    });
    const last = spine.at(-1)?.key ?? 0;
    return cases.length === 0
      ? sql`cast(${sql.lit(last)} as bigint)`
      : sql`case ${sql.join(
          cases.map(({ before, startAt }) => sql`when t.started_at < ${sql.lit(startAt)} then ${sql.lit(before)}`),
          sql` `,
        )}
          else ${sql.lit(last)} end`;
  }
  const shift = interval === "week" ? WEEK_SHIFT : 0;
  const length = interval === "week" ? 7 * DAY_MS : stepOf(interval);
  return stretchSql(sql`(${localMsSql(spans)} + ${sql.lit(shift)})`, length);
}
