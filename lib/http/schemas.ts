import { z } from "zod";
import * as contract from "@/lib/shared/contract";
import {
  conversationDetailSchema,
  conversationListSchema,
  conversationNeighboursSchema,
} from "@/lib/shared/conversation";
import { batchReplySchema, batchSchema } from "@/lib/shared/dataset-batch";
import { ERROR_CODES } from "@/lib/shared/errors";
import * as people from "@/lib/shared/people";
import { setUpSchema } from "@/lib/shared/people";
import { serviceLevelChangeSchema, serviceLevelsSchema } from "@/lib/shared/service-levels";
import * as tokens from "@/lib/shared/tokens";

/** The error reply with its codes, which the browser's own reading leaves open. */
const errorReply = contract.errorReplySchema.extend({
  error: contract.errorReplySchema.shape.error.extend({ code: z.enum(ERROR_CODES) }),
});

export const signInBody = z.object({ email: z.email(), password: z.string() });

/** What holds no action, or nothing at all, starts a run. */
export const syncBody = z.preprocess(
  (body) => (typeof body === "object" && body !== null ? body : {}),
  z.object({
    action: z.enum(contract.SYNC_ACTIONS, `must be one of ${contract.SYNC_ACTIONS.join(", ")}`).default("run"),
  }),
);

/** The schemas that the description names; others stand where they are used. */
export const SCHEMAS: Record<string, z.ZodType> = {
  Error: errorReply,
  Column: contract.columnSchema,
  Meta: contract.metaSchema,
  Dataset: contract.datasetReplySchema,
  Asks: batchSchema,
  Answer: batchReplySchema,
  Option: contract.optionSchema,
  Options: contract.optionsReplySchema,
  Conversations: conversationListSchema,
  Conversation: conversationDetailSchema,
  ConversationNeighbours: conversationNeighboursSchema,
  Sync: contract.syncReplySchema,
  Checks: contract.checksReplySchema,
  Rejected: contract.rejectedReplySchema,
  ConnectionTest: contract.connectionTestSchema,
  Health: contract.healthReplySchema,
  Token: tokens.tokenItemSchema,
  Tokens: tokens.tokensReplySchema,
  NewToken: tokens.newTokenSchema,
  TokenMade: tokens.tokenMadeSchema,
  Person: people.personItemSchema,
  People: people.peopleReplySchema,
  NewPerson: people.newPersonSchema,
  PersonChange: people.personChangeSchema,
  ServiceLevels: serviceLevelsSchema,
  ServiceLevelChange: serviceLevelChangeSchema,
  SyncAction: syncBody,
  SetUp: setUpSchema,
  SignIn: signInBody,
};
