import { mediumOf } from "./arrivals";
import type { Customer } from "./customers";
import type { Plan } from "./plan";
import type { Random } from "./random";
import type { Tag } from "./record";

/** Tags of the session; the telephone's own ones as in the vendor's sample, the last of them once the call is over. */
export function renderSessionTags(plan: Plan, nowMs: number, random: Random): Tag[] {
  const tags: Tag[] = [];
  if (mediumOf(plan.channel) === "voice" && plan.direction === "Inbound") {
    if (plan.closedMs <= nowMs) tags.push({ name: "audioCodesCallDisconnect", value: "1" });
    tags.push({ name: "callerNumber", value: plan.customer.phone });
    if (plan.conversationId !== undefined) tags.push({ name: "voiceAgentTransferStart", value: "1" });
    tags.push({ name: "welcomeMessageTwilio", value: "1" });
  }
  if (random.chance(0.3)) tags.push({ name: "language", value: plan.customer.language });
  if (random.chance(0.12)) {
    tags.push({ name: "campaign", value: random.pick(["Spring Sale", "Winback: 10 %", "Störung, Netz Süd", ""]) });
  }
  return tags;
}

/** Tags of the customer. */
export function renderUserTags(customer: Customer, random: Random): Tag[] {
  if (random.chance(0.55)) return [];
  const tags = [{ name: "accountnum", value: customer.accountNumber }];
  if (random.chance(0.6)) tags.push({ name: "segment", value: customer.segment });
  if (random.chance(0.3)) tags.push({ name: "city", value: customer.city });
  return tags;
}
