import { z } from "zod";
import * as contract from "@/lib/shared/contract";
import * as conversation from "@/lib/shared/conversation";
import { batchReplySchema, batchSchema } from "@/lib/shared/dataset-batch";
import * as people from "@/lib/shared/people";
import { listParameters, metricParameters, parseListQuery, parseMetricQuery } from "@/lib/shared/query";
import { serviceLevelChangeSchema, serviceLevelsSchema } from "@/lib/shared/service-levels";
import * as tokens from "@/lib/shared/tokens";
import { datasetName, exportParameters, parseExportQuery } from "./dataset-parameters";
import type { Operation, Route } from "./route";
import { signInBody, syncBody } from "./schemas";

const CSV = "text/csv";

const id = z.object({ id: z.string() });
/** Of another shape with each version. */
const anyObject = z.record(z.string(), z.unknown());

/** Every route of the application; a file in `app/api` handles each. */
export const ROUTES = {
  dataset: {
    method: "get",
    path: "/api/metrics/{dataset}",
    summary: "A dataset: its columns with their definitions, its rows, and how complete the sync is in the range.",
    access: "session or token",
    isQuestion: true,
    pathParameters: z.object({ dataset: datasetName }),
    query: { parameters: metricParameters, read: parseMetricQuery },
    alsoByPost: true,
    reply: { status: 200, json: contract.datasetReplySchema, types: [CSV] },
    hasEtag: true,
    errors: ["unknown_dataset"],
  },
  datasets: {
    method: "post",
    path: "/api/metrics",
    summary: "Several datasets at once: a line of JSON for each, as soon as it is counted, or why it could not be.",
    access: "session or token",
    body: batchSchema,
    reply: { status: 200, lines: batchReplySchema },
  },
  export: {
    method: "get",
    path: "/api/export",
    summary: "Several datasets as one ZIP of CSV files, with a manifest of filters, range, zone and definitions.",
    access: "session or token",
    isQuestion: true,
    query: { parameters: exportParameters, read: parseExportQuery },
    alsoByPost: true,
    reply: { status: 200, types: ["application/zip"] },
    errors: ["unknown_dataset"],
  },
  conversations: {
    method: "get",
    path: "/api/conversations",
    summary: "Conversations, a page at a time; as CSV all of them, one row each, without a limit.",
    access: "session or token",
    isQuestion: true,
    query: { parameters: listParameters, read: parseListQuery },
    alsoByPost: true,
    reply: { status: 200, json: conversation.conversationListSchema, types: [CSV] },
    hasEtag: "json",
  },
  conversation: {
    method: "get",
    path: "/api/conversations/{id}",
    summary: "One conversation whole. What names the customer is masked without the right to see it.",
    access: "session or token",
    isQuestion: true,
    pathParameters: id,
    reply: { status: 200, json: conversation.conversationDetailSchema },
    errors: ["not_found"],
  },
  neighbours: {
    method: "get",
    path: "/api/conversations/{id}/neighbours",
    summary: "The conversations before and after one in a list, and its place there, counted from 0.",
    access: "session or token",
    isQuestion: true,
    pathParameters: id,
    query: {
      // It takes whatever the list takes, so that a list's address can be sent on; what changes nothing is not described.
      parameters: listParameters.omit({ cursor: true, offset: true, limit: true, format: true, excel: true }),
      read: parseListQuery,
    },
    alsoByPost: true,
    reply: { status: 200, json: conversation.conversationNeighboursSchema },
  },
  options: {
    method: "get",
    path: "/api/options",
    summary: "The values that the filters can have, by parameter.",
    access: "session or token",
    isQuestion: true,
    reply: { status: 200, json: contract.optionsReplySchema },
    hasEtag: true,
  },
  serviceLevels: {
    method: "get",
    path: "/api/service-levels",
    summary: "What each queue counts as answered in time, and how soon an abandoned entry is left out.",
    access: "session or token",
    isQuestion: true,
    reply: { status: 200, json: serviceLevelsSchema },
  },
  setServiceLevel: {
    method: "put",
    path: "/api/service-levels",
    summary: "Sets the service level of one queue or, with an empty queueId, of all that set none.",
    access: "session or token",
    role: "administrator",
    body: serviceLevelChangeSchema,
    reply: { status: 200, json: serviceLevelsSchema },
  },
  syncStatus: {
    method: "get",
    path: "/api/sync",
    summary: "How far the sync is, what is missing and why.",
    access: "session or token",
    reply: { status: 200, json: contract.syncReplySchema },
  },
  controlSync: {
    method: "post",
    path: "/api/sync",
    summary: "Starts a sync run now, pauses the sync or resumes it.",
    access: "session or token",
    role: "administrator",
    body: syncBody,
    reply: { status: 202, json: contract.syncReplySchema },
  },
  syncEvents: {
    method: "get",
    path: "/api/sync/events",
    summary: "The status of the sync as server-sent events: now, and on every change.",
    access: "session or token",
    reply: { status: 200, types: ["text/event-stream"] },
  },
  syncChecks: {
    method: "get",
    path: "/api/sync/checks",
    summary: "Oddities of the source’s data that the sync noticed.",
    access: "session or token",
    isQuestion: true,
    reply: { status: 200, json: contract.checksReplySchema },
  },
  rejectedRecords: {
    method: "get",
    path: "/api/sync/rejected",
    summary: "Records that could not be read, newest first, as the source gave them.",
    access: "session or token",
    isQuestion: true,
    // Raw records hold customers' data.
    role: "administrator",
    reply: { status: 200, json: contract.rejectedReplySchema },
  },
  testConnection: {
    method: "post",
    path: "/api/sync/test",
    summary: "Asks the Kore.ai account for one row, and says in a sentence what is wrong where it does not answer.",
    access: "session or token",
    role: "administrator",
    reply: { status: 200, json: contract.connectionTestSchema },
  },
  people: {
    method: "get",
    path: "/api/people",
    summary: "Everybody who may sign in or once could, by name.",
    access: "session",
    role: "administrator",
    reply: { status: 200, json: people.peopleReplySchema },
  },
  addPerson: {
    method: "post",
    path: "/api/people",
    summary: "Adds a person, who can sign in at once.",
    access: "session",
    role: "administrator",
    body: people.newPersonSchema,
    reply: { status: 201, json: people.personItemSchema },
  },
  changePerson: {
    method: "patch",
    path: "/api/people/{id}",
    summary: "Changes somebody else’s role, password, or whether they may sign in. They may be signed out by it.",
    access: "session",
    role: "administrator",
    pathParameters: id,
    body: people.personChangeSchema,
    reply: { status: 200, json: people.personItemSchema },
    errors: ["not_found", "conflict"],
  },
  removePerson: {
    method: "delete",
    path: "/api/people/{id}",
    summary: "Removes somebody else for good, with their sessions and tokens.",
    access: "session",
    role: "administrator",
    pathParameters: id,
    reply: { status: 204 },
    errors: ["not_found", "conflict"],
  },
  tokens: {
    method: "get",
    path: "/api/tokens",
    summary: "Your personal API tokens, newest first.",
    access: "session",
    reply: { status: 200, json: tokens.tokensReplySchema },
  },
  makeToken: {
    method: "post",
    path: "/api/tokens",
    summary: "Makes a token. This reply is the only one that shows it.",
    access: "session",
    body: tokens.newTokenSchema,
    reply: { status: 201, json: tokens.tokenMadeSchema },
  },
  revokeToken: {
    method: "delete",
    path: "/api/tokens/{id}",
    summary: "Revokes one of your tokens at once.",
    access: "session",
    pathParameters: id,
    reply: { status: 204 },
    errors: ["not_found"],
  },
  description: {
    method: "get",
    path: "/api/openapi.json",
    summary: "This description, as OpenAPI 3.1.",
    access: "session or token",
    reply: { status: 200, json: anyObject },
  },
  health: {
    method: "get",
    path: "/api/health",
    summary: "Whether the store answers and how far the sync is; 503 where the store does not answer.",
    access: "anybody",
    reply: { status: 200, json: contract.healthReplySchema },
  },
  // better-auth handles these two itself.
  signIn: {
    method: "post",
    path: "/api/auth/sign-in/email",
    summary: "Signs in: the reply sets the session’s cookie.",
    access: "anybody",
    body: signInBody,
    reply: { status: 200, json: anyObject },
  },
  signOut: {
    method: "post",
    path: "/api/auth/sign-out",
    summary: "Ends the session.",
    access: "session",
    reply: { status: 200, json: anyObject },
  },
  setUp: {
    method: "post",
    path: "/api/set-up",
    summary: "Makes the first administrator, for whoever has the code that the server’s log shows.",
    access: "anybody",
    body: people.setUpSchema,
    reply: { status: 201, json: z.object({ done: z.boolean() }) },
    errors: ["forbidden"],
  },
} as const satisfies Record<string, Route>;

/** Every route by its methods, for the description. */
export const OPERATIONS: readonly Operation[] = Object.values<Route>(ROUTES).flatMap(({ alsoByPost, ...route }) =>
  alsoByPost ? [route, byPost(route)] : [route],
);

/** A question asked by POST: its parameters stand in the body. */
function byPost({ query, hasEtag, summary, ...route }: Operation): Operation {
  const words = `${summary} For a selection that is too long for an address: the same parameters, in the body.`;
  return { ...route, method: "post", summary: words, form: query?.parameters };
}
