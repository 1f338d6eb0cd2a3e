import { z } from "zod";
import { metaSchema } from "./contract";
import { ENTRY_OUTCOMES, OUTCOMES } from "./outcomes";

/** Instants are ISO 8601 in UTC; durations seconds, null where the source gives none. */
const instant = z.string().nullable();
const seconds = z.number().nullable();

export const conversationItemSchema = z.object({
  id: z.string(),
  sessionId: z.string().nullable(),
  startedAt: z.string(),
  endedAt: instant,
  channel: z.string(),
  direction: z.string(),
  finalStatus: z.string(),
  disconnectingEvent: z.string(),
  outcome: z.enum(OUTCOMES),
  durationSeconds: seconds,
  queues: z.array(z.string()),
  agents: z.array(z.string()),
  customer: z.string().nullable(),
  dispositions: z.array(z.string()),
  /** The longest callback that was asked for and is still due, with the queue's name; null where none is. */
  callbackDue: z.object({ askedAt: instant, queue: z.string() }).nullable(),
});
export type ConversationItem = z.infer<typeof conversationItemSchema>;

/** `GET /api/conversations` */
export const conversationListSchema = z.object({
  items: z.array(conversationItemSchema),
  nextCursor: z.string().nullable(),
  total: z.number(),
  /** Records of the metric asked for: its very number, where a conversation can hold several. */
  counted: z.number().optional(),
  meta: metaSchema,
});
export type ConversationList = z.infer<typeof conversationListSchema>;

/** `GET /api/conversations/{id}/neighbours`: ids, and the place in the list from 0; null where it is not in it. */
export const conversationNeighboursSchema = z.object({
  previous: z.string().nullable(),
  next: z.string().nullable(),
  position: z.number().nullable(),
  total: z.number(),
});
export type ConversationNeighbours = z.infer<typeof conversationNeighboursSchema>;

const segmentSchema = z.object({
  agentId: z.string(),
  agentName: z.string(),
  agentEmail: z.string().nullable(),
  isAnswered: z.boolean(),
  assignedAt: instant,
  acceptedAt: instant,
  firstResponseAt: instant,
  interactionEndedAt: instant,
  afterCallWorkEndedAt: instant,
  pickupSeconds: seconds,
  firstResponseSeconds: seconds,
  interactionSeconds: seconds,
  afterCallWorkSeconds: seconds,
  notes: z.array(z.string()),
});
export type Segment = z.infer<typeof segmentSchema>;

const missedSchema = z.object({
  agentId: z.string(),
  agentName: z.string(),
  assignedAt: instant,
  reason: z.string().nullable(),
});

const destinationSchema = z.object({
  position: z.number(),
  type: z.string(),
  queueId: z.string().nullable(),
  queueName: z.string().nullable(),
  outcome: z.enum(ENTRY_OUTCOMES).nullable(),
  enteredAt: instant,
  isCallbackOpted: z.boolean(),
  callbackOptedAt: instant,
  callbackAcceptedAt: instant,
  waitSeconds: seconds,
  callbackWaitSeconds: seconds,
  segment: segmentSchema.nullable(),
  missed: z.array(missedSchema),
});
export type Destination = z.infer<typeof destinationSchema>;

const tagSchema = z.object({ name: z.string(), value: z.string() });

/** `GET /api/conversations/{id}`; what names the customer is masked, and `raw` null, without the right to see it. */
export const conversationDetailSchema = conversationItemSchema.extend({
  timeZone: z.string(),
  lastIntent: z.string(),
  botId: z.string().nullable(),
  userId: z.string().nullable(),
  destinations: z.array(destinationSchema),
  tags: z.object({ session: z.array(tagSchema), user: z.array(tagSchema) }),
  dispositionRemarks: z.array(z.string()),
  skills: z.array(z.string()),
  tones: z.array(z.object({ name: z.string(), level: z.number().nullable(), count: z.number().nullable() })),
  profile: z.record(z.string(), z.string()),
  /** Fields of the record that could not be read: what they would tell is missing above. */
  unreadFields: z.array(z.string()),
  /** Whether all this was read by older rules, and waits for a re-reading. */
  isStale: z.boolean(),
  raw: z.unknown(),
});
export type ConversationDetail = z.infer<typeof conversationDetailSchema>;
