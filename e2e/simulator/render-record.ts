import { formatAtOffset } from "./local-time";
import type { Plan, Survey } from "./plan";
import { Random } from "./random";
import type { VendorDestination, VendorRecord } from "./record";
import { renderDestination, type View } from "./render-destination";
import { channelUserId, renderCustomerInfo, renderMetaInfo } from "./render-profile";
import { renderSessionTags, renderUserTags } from "./render-tags";

const SCORE_KEYS = { csat: "csatScore", nps: "npsScore", likeDislike: "likeDislikeScore" } as const;

function renderSurvey({ type, score, feedback }: Survey): Partial<VendorRecord> {
  return { surveyType: type, [SCORE_KEYS[type]]: score, ...(feedback !== undefined && { csatFeedback: feedback }) };
}

/** What is told of the end: nothing but TRANSIENT_OPEN while the session runs. */
function renderEnd(
  plan: Plan,
  { nowMs, offset }: View,
): Pick<VendorRecord, "finalStatus" | "disconnectingEvent" | "sessionEndTime"> {
  if (plan.closedMs > nowMs) return { finalStatus: "TRANSIENT_OPEN" };
  return {
    finalStatus: plan.finalStatus,
    ...(plan.disconnectingEvent !== undefined && { disconnectingEvent: plan.disconnectingEvent }),
    ...(plan.shownEndMs <= nowMs && { sessionEndTime: formatAtOffset(plan.shownEndMs, offset) }),
  };
}

function dispositionsOf(plan: Plan, nowMs: number): string[] {
  if (plan.wrappedUpMs > nowMs) return [];
  const isRevised = plan.revision !== undefined && plan.revision.atMs <= nowMs;
  return [...(isRevised && plan.revision ? plan.revision.dispositions : plan.dispositions)];
}

function isPresent(destination: VendorDestination | undefined): destination is VendorDestination {
  return destination !== undefined;
}

/** A plan as the API would show it now, with every selectable part; the clock hides what has not happened yet. */
export function renderRecord(plan: Plan, view: View, botId: string): VendorRecord {
  const random = new Random(plan.detailSeed);
  const isBotOnly = plan.conversationId === undefined;
  const skills =
    !isBotOnly && random.chance(0.25) ? plan.visits.flatMap(({ queue }) => (queue ? [queue.skill] : [])) : [];
  const common = {
    sessionId: plan.sessionId,
    channel: plan.channel,
    sessionStartTime: formatAtOffset(plan.startMs, view.offset),
    ...renderEnd(plan, view),
    botId,
    userId: plan.customer.userId,
    ...(plan.direction === "Inbound" && { channelSpecificUserId: channelUserId(plan, isBotOnly) }),
    skills,
    customerinfo: renderCustomerInfo(plan, random),
    userleveltags: renderUserTags(plan.customer, random),
    sessionleveltags: renderSessionTags(plan, view.nowMs, random),
    ...(plan.survey && plan.survey.atMs <= view.nowMs && renderSurvey(plan.survey)),
  };
  if (plan.conversationId === undefined) return { ...common, orgId: plan.customer.orgId };
  return {
    conversationId: plan.conversationId,
    ...common,
    ...(random.chance(0.15) && { automationBotIDs: [botId] }),
    dispositions: dispositionsOf(plan, view.nowMs),
    dispositionRemarks: plan.wrappedUpMs <= view.nowMs ? [...plan.remarks] : [],
    metaInfo: renderMetaInfo(plan, botId, random),
    destinations: plan.visits.map((visit) => renderDestination(visit, view)).filter(isPresent),
  };
}
