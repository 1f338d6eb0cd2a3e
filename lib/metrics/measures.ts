import { type RawBuilder, sql } from "kysely";
import { DEFAULT_THRESHOLD_SECONDS } from "@/lib/shared/service-levels";
import { ASSIGNMENTS } from "@/lib/store/filters/conditions";
import type { Grain, Records } from "@/lib/store/filters/grains";

/** A number that SQL computes over one family of rows (alias `t`); ratios are made of two of these. */
export interface Measure {
  grain: Grain;
  sql: RawBuilder<number | null>;
}

const ALL = sql`true`;
const records = (grain: Grain, where: RawBuilder<unknown> = ALL): Records => ({ grain, where });

/** Offered: queue entries of inbound conversations, without those that opted for a callback (METRICS, `offered`). */
const OFFERED = sql`t.is_inbound and not t.is_callback_opted`;
const OFFERED_ANSWERED = sql`${OFFERED} and t.outcome = 'answered'`;
const ANSWERED_SEGMENT = sql`t.is_answered`;

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

/** What each count counts: a family of rows, and which of them. */
export const RECORDS = {
  conversations: records("conversation"),
  answered: records("conversation", sql`t.outcome = 'answered'`),
  open: records("conversation", sql`t.outcome = 'open'`),
  contained: records("conversation", sql`t.outcome = 'contained'`),
  abandoned: records("conversation", sql`t.outcome = 'abandoned'`),
  unanswered: records("conversation", sql`t.outcome = 'unanswered'`),
  closedInbound: records("conversation", sql`t.is_inbound and t.outcome <> 'open'`),
  containedInbound: records("conversation", sql`t.is_inbound and t.outcome = 'contained'`),
  abandonedInbound: records("conversation", sql`t.is_inbound and t.outcome = 'abandoned'`),
  openInbound: records("conversation", sql`t.is_inbound and t.outcome = 'open'`),
  outbound: records("conversation", sql`not t.is_inbound`),
  csatGiven: records("conversation", sql`t.csat_score is not null`),
  npsGiven: records("conversation", sql`t.nps_score is not null`),
  npsPromoters: records("conversation", sql`t.nps_score >= 9`),
  npsDetractors: records("conversation", sql`t.nps_score <= 6`),
  likesGiven: records("conversation", sql`t.like_score is not null`),
  likes: records("conversation", sql`t.like_score = 1`),
  offered: records("entry", OFFERED),
  offeredAnswered: records("entry", OFFERED_ANSWERED),
  offeredAbandoned: records("entry", sql`${OFFERED} and t.outcome = 'abandoned'`),
  answeredWithin: records("entry", WITHIN),
  shortAbandoned: records("entry", SHORT_ABANDONED),
  notInTime: records("entry", sql`${JUDGED} and not (${WITHIN})`),
  judged: records("entry", JUDGED),
  entries: records("entry"),
  inboundEntries: records("entry", sql`t.is_inbound`),
  outboundEntries: records("entry", sql`not t.is_inbound`),
  callbacksOpted: records("entry", sql`t.is_callback_opted`),
  callbacksOptedInbound: records("entry", sql`t.is_inbound and t.is_callback_opted`),
  callbacksAccepted: records("entry", sql`t.is_callback_opted and t.callback_accepted_at is not null`),
  callbacksOutstanding: records("entry", sql`t.is_callback_opted and t.callback_accepted_at is null`),
  segmentsAnswered: records("segment", ANSWERED_SEGMENT),
  missed: records("missed"),
  journeys: records("journey"),
  botHangups: records("conversation", sql`t.disconnecting_event = 'Bot Hangup'`),
  taggedConversations: records("tag"),
  namedConversations: records("tag"),
  tonedConversations: records("tone"),
  disposedConversations: records("disposition"),
} as const satisfies Record<string, Records>;

export type CountId = keyof typeof RECORDS;

/** What is counted once, however many of the records have it. */
const DISTINCT: Partial<Record<CountId, RawBuilder<number>>> = {
  missed: ASSIGNMENTS,
  namedConversations: sql`count(distinct t.conversation_id)`,
};

/** A count of records; an assignment that was missed counts once, however often the source lists it. */
export function countMeasure(id: CountId): Measure {
  const { grain, where } = RECORDS[id];
  const distinct = DISTINCT[id];
  if (distinct) {
    return { grain, sql: distinct };
  }
  return { grain, sql: where === ALL ? sql`count(*)` : countWhere(where) };
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

/** How many conversations have such a record. */
export function conversationsMeasure(id: CountId): Measure {
  return { grain: RECORDS[id].grain, sql: sql`count(distinct t.conversation_id)` };
}

export const CSAT_AVERAGE: Measure = { grain: "conversation", sql: sql`avg(t.csat_score)` };
export const TAG_VALUES: Measure = { grain: "tag", sql: sql`count(distinct t.value)` };
export const TONE_LEVEL_AVERAGE: Measure = { grain: "tone", sql: sql`avg(t.level)` };

/** A duration: which rows carry it, and in which column. */
export interface Duration {
  grain: Grain;
  column: string;
  where: RawBuilder<unknown>;
}

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
export function durationMeasure(id: DurationId, aggregate: AggregateId): Measure {
  const { grain, column, where } = DURATIONS[id];
  const value = sql`t.${sql.ref(column)}`;
  return { grain, sql: AGGREGATES[aggregate](value, sql`${where} and ${value} >= 0`) };
}

/** The records that a duration runs over. */
export function durationRecords(id: DurationId): Records {
  const { grain, column, where } = DURATIONS[id];
  return { grain, where: sql`${where} and t.${sql.ref(column)} >= 0` };
}

/** How many records carry a duration that runs backwards, or none. */
export function leftOutMeasure(id: DurationId, reason: "negative" | "missing"): Measure {
  const { grain, column, where } = DURATIONS[id];
  const test = reason === "negative" ? sql`< 0` : sql`is null`;
  return { grain, sql: countWhere(sql`${where} and t.${sql.ref(column)} ${test}`) };
}
