import { z } from "zod";
import * as contract from "@/lib/shared/contract";
import {
  conversationDetailSchema,
  conversationListSchema,
  conversationNeighboursSchema,
} from "@/lib/shared/conversation";
import { batchReplySchema, batchSchema } from "@/lib/shared/dataset-batch";
import { DATASET_IDS } from "@/lib/shared/datasets";
import { listParameters, metricParameters } from "@/lib/shared/query";
import { serviceLevelChangeSchema, serviceLevelsSchema } from "@/lib/shared/service-levels";
import { setUpSchema } from "@/lib/shared/set-up";
import type { Operation } from "./operation";
import { PEOPLE_OPERATIONS } from "./people-operations";
import { signInBody, syncBody } from "./schemas";

const { datasetReplySchema, syncReplySchema } = contract;
const CSV = "text/csv";

const exportParameters = metricParameters
  .omit({ format: true, find: true, limit: true, metrics: true })
  .extend({ dataset: z.array(z.enum(DATASET_IDS)).min(1) });

/** A question asked by POST: its parameters stand in the body. */
function byPost({ query, hasEtag, summary, errors = [], ...operation }: Operation): Operation {
  const asked = `${summary} For a selection that is too long for an address: the same parameters, in the body.`;
  return { ...operation, method: "post", summary: asked, form: query, errors: [...errors, "invalid_parameter"] };
}

const DATASET: Operation = {
  method: "get",
  path: "/api/metrics/{dataset}",
  summary: "A dataset: its columns with their definitions, its rows, and how complete the sync is in the range.",
  access: "session or token",
  isQuestion: true,
  pathParameters: { dataset: z.enum(DATASET_IDS) },
  query: metricParameters,
  reply: { status: 200, json: datasetReplySchema, types: [CSV] },
  hasEtag: true,
  errors: ["unknown_dataset"],
};

const EXPORT: Operation = {
  method: "get",
  path: "/api/export",
  summary: "Several datasets as one ZIP of CSV files, with a manifest of filters, range, zone and definitions.",
  access: "session or token",
  isQuestion: true,
  query: exportParameters,
  reply: { status: 200, types: ["application/zip"] },
  errors: ["unknown_dataset"],
};

const CONVERSATIONS: Operation = {
  method: "get",
  path: "/api/conversations",
  summary: "Conversations, a page at a time; as CSV all of them, one row each, without a limit.",
  access: "session or token",
  isQuestion: true,
  query: listParameters,
  reply: { status: 200, json: conversationListSchema, types: [CSV] },
  hasEtag: true,
};

const NEIGHBOURS: Operation = {
  method: "get",
  path: "/api/conversations/{id}/neighbours",
  summary: "The conversations before and after one in a list, and its place there, counted from 0.",
  access: "session or token",
  isQuestion: true,
  pathParameters: { id: z.string() },
  query: listParameters.omit({ cursor: true, offset: true, limit: true, format: true, excel: true }),
  reply: { status: 200, json: conversationNeighboursSchema },
};

/** Every route of the application. A test holds it against the folders of `app/api`. */
export const OPERATIONS: readonly Operation[] = [
  DATASET,
  byPost(DATASET),
  {
    method: "post",
    path: "/api/metrics",
    summary: "Several datasets at once: a line of JSON for each, as soon as it is counted, or why it could not be.",
    access: "session or token",
    body: batchSchema,
    reply: { status: 200, lines: batchReplySchema },
    errors: ["invalid_parameter"],
  },
  EXPORT,
  byPost(EXPORT),
  CONVERSATIONS,
  byPost(CONVERSATIONS),
  {
    method: "get",
    path: "/api/conversations/{id}",
    summary: "One conversation whole. What names the customer is masked without the right to see it.",
    access: "session or token",
    isQuestion: true,
    pathParameters: { id: z.string() },
    reply: { status: 200, json: conversationDetailSchema },
    errors: ["not_found"],
  },
  NEIGHBOURS,
  byPost(NEIGHBOURS),
  {
    method: "get",
    path: "/api/options",
    summary: "The values that the filters can have, by parameter.",
    access: "session or token",
    isQuestion: true,
    reply: { status: 200, json: contract.optionsReplySchema },
    hasEtag: true,
  },
  {
    method: "get",
    path: "/api/service-levels",
    summary: "What each queue counts as answered in time, and how soon an abandoned entry is left out.",
    access: "session or token",
    isQuestion: true,
    reply: { status: 200, json: serviceLevelsSchema },
  },
  {
    method: "put",
    path: "/api/service-levels",
    summary: "Sets the service level of one queue or, with an empty queueId, of all that set none.",
    access: "session or token",
    role: "administrator",
    body: serviceLevelChangeSchema,
    reply: { status: 200, json: serviceLevelsSchema },
    errors: ["invalid_parameter"],
  },
  {
    method: "get",
    path: "/api/sync",
    summary: "How far the sync is, what is missing and why.",
    access: "session or token",
    reply: { status: 200, json: syncReplySchema },
  },
  {
    method: "post",
    path: "/api/sync",
    summary: "Starts a sync run now, pauses the sync or resumes it.",
    access: "session or token",
    role: "administrator",
    body: syncBody,
    reply: { status: 202, json: syncReplySchema },
    errors: ["invalid_parameter"],
  },
  {
    method: "get",
    path: "/api/sync/events",
    summary: "The status of the sync as server-sent events: now, and on every change.",
    access: "session or token",
    reply: { status: 200, types: ["text/event-stream"] },
  },
  {
    method: "get",
    path: "/api/sync/checks",
    summary: "Oddities of the source’s data that the sync noticed.",
    access: "session or token",
    isQuestion: true,
    reply: { status: 200, json: contract.checksReplySchema },
  },
  {
    method: "get",
    path: "/api/sync/rejected",
    summary: "Records that could not be read, newest first, as the source gave them.",
    access: "session or token",
    isQuestion: true,
    role: "administrator",
    reply: { status: 200, json: contract.rejectedReplySchema },
  },
  {
    method: "post",
    path: "/api/sync/test",
    summary: "Asks the Kore.ai account for one row, and says in a sentence what is wrong where it does not answer.",
    access: "session or token",
    role: "administrator",
    reply: { status: 200, json: contract.connectionTestSchema },
  },
  ...PEOPLE_OPERATIONS,
  {
    method: "get",
    path: "/api/openapi.json",
    summary: "This description, as OpenAPI 3.1.",
    access: "session or token",
    reply: { status: 200, json: z.record(z.string(), z.unknown()) },
  },
  {
    method: "get",
    path: "/api/health",
    summary: "Whether the store answers and how far the sync is; 503 where the store does not answer.",
    access: "anybody",
    reply: { status: 200, json: contract.healthReplySchema },
  },
  {
    method: "post",
    path: "/api/auth/sign-in/email",
    summary: "Signs in: the reply sets the session’s cookie.",
    access: "anybody",
    body: signInBody,
    reply: { status: 200, json: z.record(z.string(), z.unknown()) },
  },
  {
    method: "post",
    path: "/api/auth/sign-out",
    summary: "Ends the session.",
    access: "session",
    reply: { status: 200, json: z.record(z.string(), z.unknown()) },
  },
  {
    method: "post",
    path: "/api/set-up",
    summary: "Makes the first administrator, for whoever has the code that the server’s log shows.",
    access: "anybody",
    body: setUpSchema,
    reply: { status: 201, json: z.object({ done: z.boolean() }) },
    errors: ["invalid_parameter", "forbidden"],
  },
];
