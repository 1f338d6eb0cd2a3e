import { DEFAULT_THRESHOLD_SECONDS } from "@/lib/shared/service-levels";
import { countMetric, durationMetrics, type Metric, ratioMetric } from "./define";
import { CSAT_AVERAGE, countMeasure, RECORDS } from "./measures";

const RATE_OF_CONVERSATIONS = { outbound: "outbound", open: "openInbound" } as const;
const OF_OFFERED = { outbound: "outboundEntries", callback: "callbacksOptedInbound" } as const;

/** Every metric of METRICS.md, in its order; the glossary, the tiles and the exports all read from here. */
export const METRICS: readonly Metric[] = [
  countMetric("conversations", {
    label: "Conversations",
    definition: "Conversations that started in the range.",
  }),
  countMetric("answered", {
    label: "Answered",
    definition: "Conversations that a responding agent accepted, or whose status is Answered, at any destination.",
    good: "up",
  }),
  countMetric("open", { label: "Open", definition: "Conversations not over yet: status TRANSIENT…, nobody answered." }),
  countMetric("contained", {
    label: "Contained by bot",
    definition: "Conversations of final status BotResolved that came to no destination, neither queue nor agent.",
    good: "up",
  }),
  countMetric("abandoned", {
    label: "Abandoned",
    definition: "Conversations that nobody answered and the customer left: USER ABANDONED, Dropped, or User Hangup.",
    good: "down",
  }),
  countMetric("unanswered", {
    label: "Unanswered",
    definition: "Conversations that ended in any other way without an agent’s answer.",
    good: "down",
  }),
  countMetric("botHangups", {
    label: "Ended by the bot",
    definition: "Conversations whose disconnecting event is Bot Hangup, whatever their outcome.",
  }),
  ratioMetric("containmentRate", ["containedInbound"], ["closedInbound"], {
    label: "Containment",
    fraction: { above: "Contained inbound conversations", below: "Inbound conversations that are not open" },
    good: "up",
    leavesOut: RATE_OF_CONVERSATIONS,
  }),
  ratioMetric("conversationAbandonRate", ["abandonedInbound"], ["closedInbound"], {
    label: "Conversation abandon rate",
    fraction: { above: "Abandoned inbound conversations", below: "Inbound conversations that are not open" },
    good: "down",
    leavesOut: RATE_OF_CONVERSATIONS,
  }),
  countMetric("offered", {
    label: "Offered",
    definition: "Queue entries of inbound conversations, without those that opted for a callback.",
    leavesOut: OF_OFFERED,
  }),
  countMetric("offeredAnswered", {
    label: "Offered and answered",
    definition: "Offered entries that an agent accepted.",
    good: "up",
    leavesOut: OF_OFFERED,
  }),
  ratioMetric("serviceLevel", ["answeredWithin"], ["judged"], {
    label: "Service level",
    fraction: {
      above: "Offered entries answered within their queue’s threshold",
      below: "Offered entries",
      note: `The threshold is ${DEFAULT_THRESHOLD_SECONDS} s unless Settings set another.`,
    },
    good: "up",
    leavesOut: { ...OF_OFFERED, shortAbandon: "shortAbandoned" },
  }),
  ratioMetric("queueAbandonRate", ["offeredAbandoned"], ["offered"], {
    label: "Queue abandon rate",
    fraction: { above: "Offered entries whose conversation was abandoned there", below: "Offered entries" },
    good: "down",
    leavesOut: OF_OFFERED,
  }),
  ...durationMetrics("waitSeconds", ["Average", "Median", "P90", "Longest"], {
    label: "Wait",
    definition: "From entering the queue to the agent’s acceptance, over offered and answered entries.",
    good: "down",
  }),
  ...durationMetrics("pickupSeconds", ["Average"], {
    label: "Pick-up time",
    definition: "From the assignment to an agent to its acceptance, over answered segments.",
    good: "down",
  }),
  countMetric("segmentsAnswered", {
    label: "Answered by agents",
    definition: "Agent segments answered, inbound and outbound.",
  }),
  countMetric("missed", {
    label: "Missed assignments",
    definition: "Distinct assignments (agent and time) that an agent did not respond to.",
    good: "down",
  }),
  ratioMetric("responseRate", ["segmentsAnswered"], ["segmentsAnswered", "missed"], {
    label: "Response rate",
    fraction: { above: "Answered segments", below: "Answered segments + missed assignments" },
    good: "up",
  }),
  ...durationMetrics("interactionSeconds", ["Total", "Average", "Median", "P90"], {
    label: "Interaction time",
    definition: "From acceptance to the end of the interaction, hold included, over answered segments.",
  }),
  ...durationMetrics("afterCallWorkSeconds", ["Total", "Average", "AverageNonZero"], {
    label: "After-call work",
    definition: "After-call work over the answered segments that carry it.",
  }),
  ...durationMetrics("handleSeconds", ["Total", "Average", "Median", "P90"], {
    label: "Handle time",
    definition: "Interaction + after-call work over answered segments; a missing after-call work counts 0.",
  }),
  ...durationMetrics("firstResponseSeconds", ["Average", "Median", "P90"], {
    label: "First response",
    definition: "From acceptance to the agent’s first response, over the segments that carry it.",
    good: "down",
  }),
  countMetric("callbacksOpted", {
    label: "Callbacks asked for",
    definition: "Queue entries whose customer opted for a callback.",
  }),
  ratioMetric("callbackOptRate", ["callbacksOptedInbound"], ["inboundEntries"], {
    label: "Callback opt rate",
    fraction: { above: "Callbacks asked for", below: "Queue entries of inbound conversations" },
    leavesOut: { outbound: "outboundEntries" },
  }),
  countMetric("callbacksAccepted", {
    label: "Callbacks accepted",
    definition: "Callbacks asked for that the customer then accepted.",
    good: "up",
  }),
  ratioMetric("callbackAcceptRate", ["callbacksAccepted"], ["callbacksOpted"], {
    label: "Callback accept rate",
    fraction: { above: "Callbacks accepted", below: "Callbacks asked for" },
    good: "up",
  }),
  ...durationMetrics("callbackWaitSeconds", ["Average", "Median", "P90"], {
    label: "Callback wait",
    definition: "From asking for a callback to accepting it.",
    good: "down",
  }),
  countMetric("callbacksOutstanding", {
    label: "Callbacks outstanding",
    definition: "Callbacks asked for and not accepted.",
    good: "down",
  }),
  ...durationMetrics("durationSeconds", ["Average", "Median", "P90"], {
    label: "Session duration",
    definition: "From session start to session end; the source’s session end is loose.",
  }),
  {
    id: "csatAverage",
    label: "CSAT",
    unit: "score",
    definition: "Average customer satisfaction score over the records that carry one.",
    good: "up",
    records: RECORDS.csatGiven,
    measures: { csatAverage: CSAT_AVERAGE },
  },
  {
    id: "npsScore",
    label: "NPS",
    unit: "score",
    definition: "Per cent of scores 9–10 − per cent of scores 0–6, over the records that carry one.",
    good: "up",
    records: RECORDS.npsGiven,
    measures: {
      npsGiven: countMeasure("npsGiven"),
      npsPromoters: countMeasure("npsPromoters"),
      npsDetractors: countMeasure("npsDetractors"),
    },
    derive: (values) =>
      values("npsGiven") === 0 ? null : (100 * (values("npsPromoters") - values("npsDetractors"))) / values("npsGiven"),
  },
  ratioMetric("likeRate", ["likes"], ["likesGiven"], {
    label: "Like rate",
    fraction: { above: "Likes", below: "Likes and dislikes given" },
    good: "up",
  }),
  countMetric("notInTime", {
    label: "Not in time",
    definition:
      "Offered entries that no agent answered within their queue’s threshold: what the service level is short of 100 %.",
    good: "down",
    leavesOut: { ...OF_OFFERED, shortAbandon: "shortAbandoned" },
  }),
  countMetric("offeredAbandoned", {
    label: "Offered and abandoned",
    definition: "Offered entries whose conversation was abandoned there.",
    good: "down",
    leavesOut: OF_OFFERED,
  }),
];
