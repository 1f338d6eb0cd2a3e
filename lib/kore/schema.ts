import { z } from "zod";
import { parseVendorTime } from "./time";

/**
 * Text that may come as a number or a boolean; trimmed, since channels were seen with trailing spaces. NUL and halves of
 * a character become U+FFFD: PostgreSQL cannot hold them, and both engines are to hold the same.
 */
const text = z
  .union([z.string(), z.number(), z.boolean()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : storable(String(value)).trim() || null));

const storable = (value: string) => value.replace(/\p{Surrogate}/gu, "\uFFFD").replaceAll("\0", "\uFFFD");

const LONGEST_ID = 500;

/** What rows are found and joined by: keys of any length, or with the character that lists of them are split at, are none. */
const id = text.refine((value) => value === null || (value.length <= LONGEST_ID && !value.includes("\x1f")), {
  error: `is longer than ${LONGEST_ID} characters, or holds one that no id has`,
});

const number = z
  .union([z.number(), z.string().regex(/^\s*-?\d+(\.\d+)?\s*$/), z.literal("")])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === "" ? null : Number(value)));

/** `CallbackOpted` can be the word "True" (FACTS, "Traps"). */
const flag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((value) => value === true || value === 1 || /^(true|1)$/i.test(String(value).trim()));

const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

const texts = list(text).transform((values) => values.filter((value) => value !== null));

const agentFields = {
  agentId: id,
  agentNotes: texts,
  destinationType: text,
  email: text,
  name: text,
  assignedAt: text,
};

const respondingFields = {
  ...agentFields,
  status: text,
  firstResponseTime: text,
  firstResponseDuration: number,
  interactionEndTime: text,
  interactionDuration: number,
  afterCallWorkDuration: number,
  afterCallWorkEndTime: text,
  acceptedTime: text,
};

const respondingAgentSchema = z.looseObject(respondingFields);
const nonRespondingAgentSchema = z.looseObject({ ...agentFields, nonResponseEvent: text });

const destinationSchema = z.looseObject({
  ...respondingFields,
  queueId: id,
  queueName: text,
  CallbackOpted: flag,
  CallbackOptedTime: text,
  userCallbackAcceptTime: text,
  EnterTime: text,
  respondingAgent: respondingAgentSchema.nullish(),
  nonRespondingAgents: list(nonRespondingAgentSchema),
});

const tag = z.looseObject({ name: text, value: text });
const tone = z.looseObject({ tone_name: text, level: number, count: number, totalLevel: number });

const transferConfigSchema = z.looseObject({ lastIntentName: text, dialog_tone: list(tone) });

const customerSchema = z.looseObject({
  CustomerPhone: text,
  CenterPhone: text,
  CustomerFirstName: text,
  CustomerLastName: text,
  CustomerEmail: text,
  Direction: text,
});

/**
 * A conversation as the vendor's page describes it. Unknown keys are kept and known ones may be missing; what has
 * neither id nor a start that can be read, or a part of another kind than the page says, is not a conversation.
 */
export const recordSchema = z
  .looseObject({
    conversationId: id,
    sessionId: id,
    channel: text,
    sessionStartTime: text,
    sessionEndTime: text,
    botId: text,
    userId: text,
    channelSpecificUserId: text,
    orgId: text,
    disconnectingEvent: text,
    finalStatus: text,
    automationBotIDs: texts,
    dispositions: texts,
    dispositionRemarks: texts,
    metaInfo: z.looseObject({ agentTransferConfig: transferConfigSchema.nullish(), dialog_tone: list(tone) }).nullish(),
    customerinfo: customerSchema.nullish(),
    skills: list(z.unknown()),
    destinations: list(destinationSchema),
    userleveltags: list(tag),
    sessionleveltags: list(tag),
    csatScore: number,
    npsScore: number,
    likeDislikeScore: number,
    surveyType: text,
    csatFeedback: text,
  })
  .refine((record) => record.conversationId !== null || record.sessionId !== null, {
    error: "has neither conversationId nor sessionId",
  })
  .refine((record) => parseVendorTime(record.sessionStartTime, 0) !== null, {
    path: ["sessionStartTime"],
    error: "is not a time",
  });

export type VendorRecord = z.infer<typeof recordSchema>;
export type VendorDestination = z.infer<typeof destinationSchema>;
export type VendorRespondingAgent = z.infer<typeof respondingAgentSchema>;

const wholeNumber = number.refine((value) => value === null || Number.isSafeInteger(value));

/** The reply's frame, in which anything may be missing; its rows are read one by one: a bad one does not cost the page. */
export const pageSchema = z.looseObject({
  numResults: wholeNumber.catch(null),
  data: z.unknown().optional(),
  errors: z.unknown().optional(),
});

/** The key that one conversation has in every page and window (FACTS, "The record"). */
export function keyOf(record: VendorRecord): string {
  return record.conversationId ?? record.sessionId ?? "";
}

const idsSchema = z.looseObject({ conversationId: text, sessionId: text });

/** The key of a record of which nothing else may be readable, null where it has none. @param record its JSON. */
export function keyOfText(record: string): string | null {
  const { data } = idsSchema.safeParse(JSON.parse(record));
  return data?.conversationId ?? data?.sessionId ?? null;
}
