import { sql } from "kysely";
import { rejectParameter } from "@/lib/shared/errors";
import { DEFAULT_THRESHOLD_SECONDS } from "@/lib/shared/service-levels";
import type { Records } from "@/lib/store/filters/grains";
import { countMetric, durationMetrics, type Metric, ratioMetric } from "./define";
import { ANSWERED_SEGMENT, COUNTS, count, countMeasure, OFFERED_ANSWERED, records } from "./measures";

const RATE_OF_CONVERSATIONS = { outbound: COUNTS.outbound, open: COUNTS.openInbound };
const OF_OFFERED = { outbound: COUNTS.outboundEntries, callback: COUNTS.callbacksOptedInbound };

const NPS_GIVEN = count("npsGiven", "conversation", sql`t.nps_score is not null`);

/** Every metric of METRICS.md, in its order; the glossary, the tiles and the exports all read from here. */
export const METRICS: readonly Metric[] = [
  countMetric(COUNTS.conversations, {
    topic: "conversations",
    label: "Conversations",
    definition: "Conversations that started in the range.",
  }),
  countMetric(count("answered", "conversation", sql`t.outcome = 'answered'`), {
    topic: "outcomes",
    label: "Answered",
    definition: "Conversations that a responding agent accepted, or whose status is Answered, at any destination.",
    good: "up",
  }),
  countMetric(count("open", "conversation", sql`t.outcome = 'open'`), {
    topic: "outcomes",
    label: "Open",
    definition: "Conversations not over yet: status TRANSIENT…, nobody answered.",
  }),
  countMetric(count("contained", "conversation", sql`t.outcome = 'contained'`), {
    topic: "outcomes",
    label: "Contained by bot",
    definition: "Conversations of final status BotResolved that came to no destination, neither queue nor agent.",
    good: "up",
  }),
  countMetric(count("abandoned", "conversation", sql`t.outcome = 'abandoned'`), {
    topic: "outcomes",
    label: "Abandoned",
    definition: "Conversations that nobody answered and the customer left: USER ABANDONED, Dropped, or User Hangup.",
    good: "down",
  }),
  countMetric(count("unanswered", "conversation", sql`t.outcome = 'unanswered'`), {
    topic: "outcomes",
    label: "Unanswered",
    definition: "Conversations that ended in any other way without an agent’s answer.",
    good: "down",
  }),
  countMetric(count("botHangups", "conversation", sql`t.disconnecting_event = 'Bot Hangup'`), {
    topic: "outcomes",
    readAfter: "conversationAbandonRate",
    label: "Ended by the bot",
    definition: "Conversations whose disconnecting event is Bot Hangup, whatever their outcome.",
  }),
  ratioMetric(
    "containmentRate",
    [count("containedInbound", "conversation", sql`t.is_inbound and t.outcome = 'contained'`)],
    [COUNTS.closedInbound],
    {
      topic: "outcomes",
      label: "Containment",
      fraction: { above: "Contained inbound conversations", below: "Inbound conversations that are not open" },
      good: "up",
      leavesOut: RATE_OF_CONVERSATIONS,
    },
  ),
  ratioMetric(
    "conversationAbandonRate",
    [count("abandonedInbound", "conversation", sql`t.is_inbound and t.outcome = 'abandoned'`)],
    [COUNTS.closedInbound],
    {
      topic: "outcomes",
      label: "Conversation abandon rate",
      fraction: { above: "Abandoned inbound conversations", below: "Inbound conversations that are not open" },
      good: "down",
      leavesOut: RATE_OF_CONVERSATIONS,
    },
  ),
  countMetric(COUNTS.offered, {
    topic: "queues",
    label: "Offered",
    definition: "Queue entries of inbound conversations, without those that opted for a callback.",
    leavesOut: OF_OFFERED,
  }),
  countMetric(count("offeredAnswered", "entry", OFFERED_ANSWERED), {
    topic: "queues",
    label: "Offered and answered",
    definition: "Offered entries that an agent accepted.",
    good: "up",
    leavesOut: OF_OFFERED,
  }),
  ratioMetric("serviceLevel", [COUNTS.answeredWithin], [COUNTS.judged], {
    topic: "queues",
    label: "Service level",
    fraction: {
      above: "Offered entries answered within their queue’s threshold",
      below: "Offered entries",
      note: `The threshold is ${DEFAULT_THRESHOLD_SECONDS} s unless Settings set another.`,
    },
    good: "up",
    leavesOut: { ...OF_OFFERED, shortAbandon: COUNTS.shortAbandoned },
  }),
  ratioMetric("queueAbandonRate", [COUNTS.offeredAbandoned], [COUNTS.offered], {
    topic: "queues",
    label: "Queue abandon rate",
    fraction: { above: "Offered entries whose conversation was abandoned there", below: "Offered entries" },
    good: "down",
    leavesOut: OF_OFFERED,
  }),
  ...durationMetrics("waitSeconds", ["Average", "Median", "P90", "Longest"], {
    topic: "waits",
    over: records("entry", OFFERED_ANSWERED),
    label: "Wait",
    definition: "From entering the queue to the agent’s acceptance, over offered and answered entries.",
    good: "down",
  }),
  ...durationMetrics("pickupSeconds", ["Average"], {
    topic: "waits",
    over: records("segment", ANSWERED_SEGMENT),
    label: "Pick-up time",
    definition: "From the assignment to an agent to its acceptance, over answered segments.",
    good: "down",
  }),
  countMetric(COUNTS.segmentsAnswered, {
    topic: "agents",
    label: "Answered by agents",
    definition: "Agent segments answered, inbound and outbound.",
  }),
  countMetric(COUNTS.missed, {
    topic: "agents",
    label: "Missed assignments",
    definition: "Distinct assignments (agent and time) that an agent did not respond to.",
    good: "down",
  }),
  ratioMetric("responseRate", [COUNTS.segmentsAnswered], [COUNTS.segmentsAnswered, COUNTS.missed], {
    topic: "agents",
    label: "Response rate",
    fraction: { above: "Answered segments", below: "Answered segments + missed assignments" },
    good: "up",
  }),
  ...durationMetrics("interactionSeconds", ["Total", "Average", "Median", "P90"], {
    topic: "agents",
    over: records("segment", ANSWERED_SEGMENT),
    label: "Interaction time",
    definition: "From acceptance to the end of the interaction, hold included, over answered segments.",
  }),
  ...durationMetrics("afterCallWorkSeconds", ["Total", "Average", "AverageNonZero"], {
    topic: "agents",
    over: records("segment", ANSWERED_SEGMENT),
    label: "After-call work",
    definition: "After-call work over the answered segments that carry it.",
  }),
  ...durationMetrics("handleSeconds", ["Total", "Average", "Median", "P90"], {
    topic: "agents",
    over: records("segment", ANSWERED_SEGMENT),
    label: "Handle time",
    definition: "Interaction + after-call work over answered segments; a missing after-call work counts 0.",
  }),
  ...durationMetrics("firstResponseSeconds", ["Average", "Median", "P90"], {
    topic: "waits",
    over: records("segment"),
    label: "First response",
    definition: "From acceptance to the agent’s first response, over the segments that carry it.",
    good: "down",
  }),
  countMetric(COUNTS.callbacksOpted, {
    topic: "callbacks",
    label: "Callbacks asked for",
    definition: "Queue entries whose customer opted for a callback.",
  }),
  ratioMetric(
    "callbackOptRate",
    [COUNTS.callbacksOptedInbound],
    [count("inboundEntries", "entry", sql`t.is_inbound`)],
    {
      topic: "callbacks",
      label: "Callback opt rate",
      fraction: { above: "Callbacks asked for", below: "Queue entries of inbound conversations" },
      leavesOut: { outbound: COUNTS.outboundEntries },
    },
  ),
  countMetric(COUNTS.callbacksAccepted, {
    topic: "callbacks",
    label: "Callbacks accepted",
    definition: "Callbacks asked for that the customer then accepted.",
    good: "up",
  }),
  ratioMetric("callbackAcceptRate", [COUNTS.callbacksAccepted], [COUNTS.callbacksOpted], {
    topic: "callbacks",
    label: "Callback accept rate",
    fraction: { above: "Callbacks accepted", below: "Callbacks asked for" },
    good: "up",
  }),
  ...durationMetrics("callbackWaitSeconds", ["Average", "Median", "P90"], {
    topic: "callbacks",
    over: records("entry", sql`t.is_callback_opted`),
    label: "Callback wait",
    definition: "From asking for a callback to accepting it.",
    good: "down",
  }),
  countMetric(count("callbacksOutstanding", "entry", sql`t.is_callback_opted and t.callback_accepted_at is null`), {
    topic: "callbacks",
    label: "Callbacks outstanding",
    definition: "Callbacks asked for and not accepted.",
    good: "down",
  }),
  ...durationMetrics("durationSeconds", ["Average", "Median", "P90"], {
    topic: "conversations",
    over: records("conversation"),
    label: "Session duration",
    definition: "From session start to session end; the source’s session end is loose.",
  }),
  {
    id: "csatAverage",
    topic: "surveys",
    label: "CSAT",
    unit: "score",
    definition: "Average customer satisfaction score over the records that carry one.",
    good: "up",
    records: records("conversation", sql`t.csat_score is not null`),
    measures: { csatAverage: { grain: "conversation", sql: sql`avg(t.csat_score)` } },
  },
  {
    id: "npsScore",
    topic: "surveys",
    label: "NPS",
    unit: "score",
    definition: "Per cent of scores 9–10 − per cent of scores 0–6, over the records that carry one.",
    good: "up",
    records: NPS_GIVEN,
    measures: {
      npsGiven: countMeasure(NPS_GIVEN),
      npsPromoters: countMeasure(count("npsPromoters", "conversation", sql`t.nps_score >= 9`)),
      npsDetractors: countMeasure(count("npsDetractors", "conversation", sql`t.nps_score <= 6`)),
    },
    derive: (values) =>
      values("npsGiven") === 0 ? null : (100 * (values("npsPromoters") - values("npsDetractors"))) / values("npsGiven"),
  },
  ratioMetric(
    "likeRate",
    [count("likes", "conversation", sql`t.like_score = 1`)],
    [count("likesGiven", "conversation", sql`t.like_score is not null`)],
    {
      topic: "surveys",
      label: "Like rate",
      fraction: { above: "Likes", below: "Likes and dislikes given" },
      good: "up",
    },
  ),
  countMetric(COUNTS.notInTime, {
    topic: "queues",
    readAfter: "serviceLevel",
    label: "Not in time",
    definition:
      "Offered entries that no agent answered within their queue’s threshold: what the service level is short of 100 %.",
    good: "down",
    leavesOut: { ...OF_OFFERED, shortAbandon: COUNTS.shortAbandoned },
  }),
  countMetric(COUNTS.offeredAbandoned, {
    topic: "queues",
    readAfter: "offeredAnswered",
    label: "Offered and abandoned",
    definition: "Offered entries whose conversation was abandoned there.",
    good: "down",
    leavesOut: OF_OFFERED,
  }),
];

/** Metrics that only the rows of some datasets carry: over all conversations they would say nothing. */
export const ROW_METRICS: readonly Metric[] = [
  {
    id: "values",
    topic: "conversations",
    label: "Values of a tag",
    unit: "count",
    definition: "Different values that the tag was given.",
    good: null,
    records: records("tag"),
    measures: { values: { grain: "tag", sql: sql`count(distinct t.value)` } },
  },
  {
    id: "toneLevelAverage",
    topic: "conversations",
    label: "Tone level, average",
    unit: "score",
    definition: "Average strength of the tone as the bot found it, from −3 to 3; below 0 the opposite of it.",
    good: null,
    records: records("tone"),
    measures: { toneLevelAverage: { grain: "tone", sql: sql`avg(t.level)` } },
  },
];

const BY_ID = new Map([...METRICS, ...ROW_METRICS].map((metric) => [metric.id, metric]));

/** @throws Error where a dataset names a metric that there is not: a fault of the program. */
export function metricOf(id: string): Metric {
  const metric = BY_ID.get(id);
  if (!metric) {
    throw new Error(`There is no metric “${id}”.`);
  }
  return metric;
}

/**
 * The records that a metric counts, for a list of them.
 * @throws CallboardError `invalid_parameter` where there is no such metric.
 */
export function recordsOf(id: string): Records {
  const metric = BY_ID.get(id);
  return metric ? metric.records : rejectParameter("metric", `“metric”: there is no metric “${id.slice(0, 60)}”.`);
}
