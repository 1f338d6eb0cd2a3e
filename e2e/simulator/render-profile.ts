import { mediumOf } from "./arrivals";
import type { Customer } from "./customers";
import type { Plan } from "./plan";
import type { Random } from "./random";
import type { VendorCustomerInfo } from "./record";
import { TONES } from "./texts";

const ACCOUNT_ID = "67654be356840f366e79a1b2";
const COLOURS = ["#add8e6", "#40e0d0", "#2e8b57", "#ff4500"];
const CENTER_PHONE = "+14176900100";

function drawTones(random: Random): object[] {
  const count = random.int(1, 2);
  return Array.from({ length: count }, (_, index) => {
    const times = random.int(1, 3);
    const level = random.int(-6, 6) / 2;
    const tone = TONES[(random.int(0, 2) * 2 + index) % TONES.length];
    return { tone_name: tone, level, count: times, totalLevel: level * times };
  });
}

function transferConfig(plan: Plan, botId: string, random: Random): object {
  return {
    skillsIds: random.chance(0.2) ? [random.hex(24)] : [],
    overrideAgents: false,
    overrideValues: [],
    assistEvents: { startEvent: { botId, isEnabled: false } },
    automationBotId: botId,
    ...(plan.intent !== undefined && { lastIntentName: plan.intent }),
    ...(random.chance(0.4) && { dialog_tone: drawTones(random) }),
    accountId: ACCOUNT_ID,
  };
}

/** How the channel calls the customer. */
export function channelUserId({ channel, customer }: Plan, isBotOnly: boolean): string {
  if (mediumOf(channel) === "mail") return customer.email;
  const isTelephone = mediumOf(channel) === "voice" && !isBotOnly;
  return isTelephone ? `${ACCOUNT_ID}/korevg/${customer.identity}` : `cs-simulator/${customer.identity}`;
}

function telephoneProfile(customer: Customer, random: Random): object {
  return {
    workinghours: { workdays: "mon,tue,wed,thu,fri", workstart: "8:00 AM", workend: "5:00 PM" },
    profImage: "no-avatar",
    profColour: random.pick(COLOURS),
    jTitle: "",
    dept: "",
    activationStatus: "active",
    firstName: "",
    lastName: "",
    orgId: customer.orgId,
    _id: customer.userId,
    identities: [{ val: `${ACCOUNT_ID}/korevg/${customer.identity}`, type: "mapped" }],
    transcribeConfig: { transcribe: true },
  };
}

/** The customer's profile and the transfer's circumstances, in the shapes of the vendor's samples. */
export function renderMetaInfo(plan: Plan, botId: string, random: Random): Record<string, unknown> {
  const { customer, direction, channel } = plan;
  const { firstName, lastName, email, phone } = customer;
  const agentTransferConfig = transferConfig(plan, botId, random);
  if (direction === "Outbound") {
    const numbers = { caller: CENTER_PHONE, callee: phone, dialedNumber: CENTER_PHONE, endUserNumber: phone };
    return {
      userId: customer.userId,
      firstName,
      lastName,
      ...numbers,
      agentTransferConfig: { automationBotId: botId },
    };
  }
  if (mediumOf(channel) === "voice") {
    const numbers = { caller: phone, callee: CENTER_PHONE, callerHost: "54.244.51.2" };
    const profile = telephoneProfile(customer, random);
    return { ...numbers, userId: customer.userId, dialedNumber: CENTER_PHONE, agentTransferConfig, ...profile };
  }
  const identities = [{ val: channelUserId(plan, false), type: "mapped" }];
  const person = { firstName, lastName, email, phoneNumber: phone, category: "i18n", identities };
  if (mediumOf(channel) === "mail") return { ...person, agentTransferConfig };
  const os = random.pick(["Windows", "Android", "iOS", "macOS"]);
  return {
    ...person,
    agentTransferConfig,
    ipAddress: `115.114.0.${random.int(1, 254)}`,
    hostDomain: "https://example.com",
    os,
  };
}

/** The `customerinfo` part: on the telephone the name is mostly unknown. */
export function renderCustomerInfo({ customer, channel, direction }: Plan, random: Random): VendorCustomerInfo {
  const isTelephone = mediumOf(channel) === "voice";
  const isKnown = !isTelephone || direction === "Outbound" || random.chance(0.25);
  return {
    CustomerPhone: customer.phone,
    CenterPhone: isTelephone ? CENTER_PHONE : "",
    CustomerFirstName: isKnown ? customer.firstName : "",
    CustomerLastName: isKnown ? customer.lastName : "",
    CustomerEmail: isKnown ? customer.email : "",
    Direction: direction,
  };
}
