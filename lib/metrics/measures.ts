import { type RawBuilder, sql } from "kysely";
import { DEFAULT_THRESHOLD_SECONDS } from "@/lib/shared/service-levels";
import { ASSIGNMENTS } from "@/lib/store/filters/conditions";
import type { Grain, Records } from "@/lib/store/filters/grains";

/** A number that SQL computes over one family of rows (alias `t`); ratios are made of two of these. */
export interface Measure {
  grain: Grain;
  sql: RawBuilder<number | null>;
}

/** What is counted, by the name of its column in SQL: some rows of one family. */
export interface Count extends Records {
  name: string;
  /** Where several of them count once. */
  distinct?: RawBuilder<number>;
}

const ALL = sql`true`;

/** Rows of a family: those that fulfil a condition, or all. */
export const records = (grain: Grain, where: RawBuilder<unknown> = ALL): Records => ({ grain, where });

/** Counts such rows, in an SQL column of this name: the metric's id, where it is one. */
export const count = (name: string, grain: Grain, where?: RawBuilder<unknown>): Count => ({
  name,
  ...records(grain, where),
});

/** Offered: queue entries of inbound conversations, without those that opted for a callback (METRICS, `offered`). */
const OFFERED = sql`t.is_inbound and not t.is_callback_opted`;
export const OFFERED_ANSWERED = sql`${OFFERED} and t.outcome = 'answered'`;
export const ANSWERED_SEGMENT = sql`t.is_answered`;

const THRESHOLD = sql`coalesce(s.threshold_seconds, a.threshold_seconds, ${sql.lit(DEFAULT_THRESHOLD_SECONDS)})`;
const SHORT_ABANDON = sql`coalesce(s.short_abandon_seconds, a.short_abandon_seconds)`;
/*
 * Numbers are compared only for the entries that it is about: a comparison takes DuckDB many times as long as a look
 * at a flag, and it makes all of those that "and" joins.
 */
const SHORT_ABANDONED = sql`case when ${OFFERED} and t.outcome = 'abandoned'
  then coalesce(t.abandon_seconds >= 0 and t.abandon_seconds < ${SHORT_ABANDON}, false) else false end`;
const JUDGED = sql`${OFFERED} and not ${SHORT_ABANDONED}`;
/** Without an EnterTime an entry has no wait, and is not within (METRICS, "Base rules"). */
const WITHIN = sql`case when ${OFFERED_ANSWERED} and t.wait_seconds >= 0
  then t.wait_seconds <= ${THRESHOLD} else false end`;

/** What several metrics or datasets count; what one metric alone counts stands in its entry. */
export const COUNTS = {
  conversations: count("conversations", "conversation"),
  closedInbound: count("closedInbound", "conversation", sql`t.is_inbound and t.outcome <> 'open'`),
  openInbound: count("openInbound", "conversation", sql`t.is_inbound and t.outcome = 'open'`),
  outbound: count("outbound", "conversation", sql`not t.is_inbound`),
  offered: count("offered", "entry", OFFERED),
  offeredAbandoned: count("offeredAbandoned", "entry", sql`${OFFERED} and t.outcome = 'abandoned'`),
  answeredWithin: count("answeredWithin", "entry", WITHIN),
  shortAbandoned: count("shortAbandoned", "entry", SHORT_ABANDONED),
  notInTime: count("notInTime", "entry", sql`${JUDGED} and not (${WITHIN})`),
  judged: count("judged", "entry", JUDGED),
  outboundEntries: count("outboundEntries", "entry", sql`not t.is_inbound`),
  callbacksOpted: count("callbacksOpted", "entry", sql`t.is_callback_opted`),
  callbacksOptedInbound: count("callbacksOptedInbound", "entry", sql`t.is_inbound and t.is_callback_opted`),
  callbacksAccepted: count(
    "callbacksAccepted",
    "entry",
    sql`t.is_callback_opted and t.callback_accepted_at is not null`,
  ),
  segmentsAnswered: count("segmentsAnswered", "segment", ANSWERED_SEGMENT),
  /** An assignment that was missed counts once, however often the source lists it. */
  missed: { ...count("missed", "missed"), distinct: ASSIGNMENTS },
};

/** How many of what is counted. */
export function countMeasure({ grain, where, distinct }: Count): Measure {
  return { grain, sql: distinct ?? (where === ALL ? sql`count(*)` : countWhere(where)) };
}

/**
 * How many rows fulfil a condition. On DuckDB a sum of zeros and ones takes about a sixth less time than a count of the
 * rows that a filter picks, and likewise below: most of a query's time is in these.
 */
function countWhere(condition: RawBuilder<unknown>): RawBuilder<number> {
  return sql`coalesce(sum(cast(${condition} as integer)), 0)`;
}

const valueWhere = (value: RawBuilder<unknown>, condition: RawBuilder<unknown>) =>
  sql`case when ${condition} then ${value} end`;

/** Counts conversations, where several rows can belong to one. */
export const CONVERSATIONS_OF = sql<number>`count(distinct t.conversation_id)`;

/** A duration: its column, and the records that may carry it. */
export interface Duration extends Records {
  id: string;
}

/** How a duration is summed up. Negative values count as missing (METRICS, "Missing is not zero"). */
export const AGGREGATES = {
  Total: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`coalesce(sum(${valueWhere(value, where)}), 0)`,
  Squares: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`coalesce(sum(${valueWhere(sql`${value} * ${value}`, where)}), 0)`,
  Average: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql<number>`avg(${valueWhere(value, where)})`,
  AverageNonZero: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`avg(${valueWhere(value, sql`${where} and ${value} > 0`)})`,
  Median: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) => percentile(0.5, value, where),
  P90: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) => percentile(0.9, value, where),
  Longest: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql<number>`max(${valueWhere(value, where)})`,
  Count: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql<number>`count(${valueWhere(value, where)})`,
} as const;

export type AggregateId = keyof typeof AGGREGATES;

function percentile(share: number, value: RawBuilder<unknown>, where: RawBuilder<unknown>): RawBuilder<number> {
  return sql`percentile_cont(${sql.lit(share)}) within group (order by ${value}) filter (where ${where})`;
}

/** The measure behind a duration metric such as `waitSecondsP90`. */
export function durationMeasure({ id, grain, where }: Duration, aggregate: AggregateId): Measure {
  const value = sql`t.${sql.ref(id)}`;
  return { grain, sql: AGGREGATES[aggregate](value, sql`${where} and ${value} >= 0`) };
}

/** The records that a duration runs over. */
export function durationRecords({ id, grain, where }: Duration): Records {
  return { grain, where: sql`${where} and t.${sql.ref(id)} >= 0` };
}

/** How many records carry a duration that runs backwards, or none. */
export function leftOutMeasure({ id, grain, where }: Duration, reason: "negative" | "missing"): Measure {
  const test = reason === "negative" ? sql`< 0` : sql`is null`;
  return { grain, sql: countWhere(sql`${where} and t.${sql.ref(id)} ${test}`) };
}
