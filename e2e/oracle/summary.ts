import { measure, pick } from "./measures";
import type { OracleRow } from "./query";
import type { Scope } from "./selection";

const SUMMARY = [
  "conversations",
  "answered",
  "open",
  "contained",
  "abandoned",
  "unanswered",
  "containmentRate",
  "conversationAbandonRate",
  "offered",
  "offeredAnswered",
  "serviceLevel",
  "queueAbandonRate",
  "waitSecondsAverage",
  "waitSecondsMedian",
  "waitSecondsP90",
  "waitSecondsLongest",
  "pickupSecondsAverage",
  "segmentsAnswered",
  "missed",
  "responseRate",
  "interactionSecondsTotal",
  "interactionSecondsAverage",
  "interactionSecondsMedian",
  "interactionSecondsP90",
  "afterCallWorkSecondsTotal",
  "afterCallWorkSecondsAverage",
  "afterCallWorkSecondsAverageNonZero",
  "handleSecondsTotal",
  "handleSecondsAverage",
  "handleSecondsMedian",
  "handleSecondsP90",
  "firstResponseSecondsAverage",
  "firstResponseSecondsMedian",
  "firstResponseSecondsP90",
  "callbacksOpted",
  "callbackOptRate",
  "callbacksAccepted",
  "callbackAcceptRate",
  "callbackWaitSecondsAverage",
  "callbackWaitSecondsMedian",
  "callbackWaitSecondsP90",
  "callbacksOutstanding",
  "durationSecondsAverage",
  "durationSecondsMedian",
  "durationSecondsP90",
  "csatAverage",
  "npsScore",
  "likeRate",
] as const;

/** One row: every metric, in the order of METRICS.md. */
export function summarize(scopes: readonly Scope[], thresholdSeconds: number): OracleRow[] {
  return [pick(measure(scopes, thresholdSeconds), SUMMARY)];
}
