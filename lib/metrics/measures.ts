import { type RawBuilder, sql } from "kysely";
import type { Grain } from "@/lib/store/selection";

/** A number that SQL computes over one family of rows (alias `t`); ratios are made of two of these. */
export interface Measure {
  grain: Grain;
  sql: RawBuilder<number | null>;
}

const count = (grain: Grain, where?: RawBuilder<unknown>): Measure => ({
  grain,
  sql: where ? sql`count(*) filter (where ${where})` : sql`count(*)`,
});

/** Offered: queue entries of inbound conversations, without those that opted for a callback (METRICS, `offered`). */
const OFFERED = sql`t.is_inbound and not t.is_callback_opted`;
const OFFERED_ANSWERED = sql`${OFFERED} and t.outcome = 'answered'`;
const ANSWERED_SEGMENT = sql`t.is_answered`;
const CLOSED_INBOUND = sql`t.is_inbound and t.outcome <> 'open'`;

/** Seconds within which an offered entry counts as answered in time, where its queue sets none (METRICS). */
export const DEFAULT_THRESHOLD_SECONDS = 20;

export const COUNTS = {
  conversations: count("conversation"),
  answered: count("conversation", sql`t.outcome = 'answered'`),
  open: count("conversation", sql`t.outcome = 'open'`),
  contained: count("conversation", sql`t.outcome = 'contained'`),
  abandoned: count("conversation", sql`t.outcome = 'abandoned'`),
  unanswered: count("conversation", sql`t.outcome = 'unanswered'`),
  closedInbound: count("conversation", CLOSED_INBOUND),
  containedInbound: count("conversation", sql`t.is_inbound and t.outcome = 'contained'`),
  abandonedInbound: count("conversation", sql`t.is_inbound and t.outcome = 'abandoned'`),
  npsGiven: count("conversation", sql`t.nps_score is not null`),
  npsPromoters: count("conversation", sql`t.nps_score >= 9`),
  npsDetractors: count("conversation", sql`t.nps_score <= 6`),
  likesGiven: count("conversation", sql`t.like_score is not null`),
  likes: count("conversation", sql`t.like_score = 1`),
  csatAverage: { grain: "conversation", sql: sql`avg(t.csat_score)` },
  offered: count("entry", OFFERED),
  offeredAnswered: count("entry", OFFERED_ANSWERED),
  offeredAbandoned: count("entry", sql`${OFFERED} and t.outcome = 'abandoned'`),
  answeredWithin: count(
    "entry",
    sql`${OFFERED_ANSWERED} and t.wait_seconds between 0 and ${sql.lit(DEFAULT_THRESHOLD_SECONDS)}`,
  ),
  inboundEntries: count("entry", sql`t.is_inbound`),
  callbacksOpted: count("entry", sql`t.is_callback_opted`),
  callbacksOptedInbound: count("entry", sql`t.is_inbound and t.is_callback_opted`),
  callbacksAccepted: count("entry", sql`t.is_callback_opted and t.callback_accepted_at is not null`),
  segmentsAnswered: count("segment", ANSWERED_SEGMENT),
  missed: { grain: "missed", sql: sql`count(distinct t.assignment_key)` },
  taggedConversations: count("tag"),
  disposedConversations: count("disposition"),
} as const satisfies Record<string, Measure>;

export type CountId = keyof typeof COUNTS;

/** A duration: which rows carry it, and in which column. */
export interface Duration {
  grain: Grain;
  column: string;
  where: RawBuilder<unknown>;
}

const ALL = sql`true`;

export const DURATIONS = {
  waitSeconds: { grain: "entry", column: "waitSeconds", where: OFFERED_ANSWERED },
  pickupSeconds: { grain: "segment", column: "pickupSeconds", where: ANSWERED_SEGMENT },
  interactionSeconds: { grain: "segment", column: "interactionSeconds", where: ANSWERED_SEGMENT },
  afterCallWorkSeconds: { grain: "segment", column: "afterCallWorkSeconds", where: ANSWERED_SEGMENT },
  handleSeconds: { grain: "segment", column: "handleSeconds", where: ANSWERED_SEGMENT },
  firstResponseSeconds: { grain: "segment", column: "firstResponseSeconds", where: ALL },
  callbackWaitSeconds: { grain: "entry", column: "callbackWaitSeconds", where: sql`t.is_callback_opted` },
  durationSeconds: { grain: "conversation", column: "durationSeconds", where: ALL },
} as const satisfies Record<string, Duration>;

export type DurationId = keyof typeof DURATIONS;

/** How a duration is summed up. Negative values count as missing (METRICS, "Missing is not zero"). */
export const AGGREGATES = {
  Total: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`coalesce(sum(${value}) filter (where ${where}), 0)`,
  Average: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`avg(${value}) filter (where ${where})`,
  AverageNonZero: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`avg(${value}) filter (where ${where} and ${value} > 0)`,
  Median: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) => percentile(0.5, value, where),
  P90: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) => percentile(0.9, value, where),
  Longest: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`max(${value}) filter (where ${where})`,
  Count: (value: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql<number>`count(${value}) filter (where ${where})`,
} as const;

export type AggregateId = keyof typeof AGGREGATES;

function percentile(share: number, value: RawBuilder<unknown>, where: RawBuilder<unknown>): RawBuilder<number> {
  return sql`percentile_cont(${sql.lit(share)}) within group (order by ${value}) filter (where ${where})`;
}

/** The measure behind a duration metric such as `waitSecondsP90`. */
export function durationMeasure(id: DurationId, aggregate: AggregateId): Measure {
  const { grain, column, where } = DURATIONS[id];
  const value = sql`t.${sql.ref(column)}`;
  return { grain, sql: AGGREGATES[aggregate](value, sql`${where} and ${value} >= 0`) };
}

/** How many records carry a duration that runs backwards. */
export function negativeMeasure(id: DurationId): Measure {
  const { grain, column, where } = DURATIONS[id];
  return { grain, sql: sql`count(*) filter (where ${where} and t.${sql.ref(column)} < 0)` };
}
