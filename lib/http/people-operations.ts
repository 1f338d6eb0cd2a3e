import { z } from "zod";
import * as people from "@/lib/shared/people";
import * as tokens from "@/lib/shared/tokens";
import type { Operation } from "./operation";

/** The routes of people and of their tokens: for sessions alone, a token may not ask for them. */
export const PEOPLE_OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: "/api/people",
    summary: "Everybody who may sign in or once could, by name.",
    access: "session",
    role: "administrator",
    reply: { status: 200, json: people.peopleReplySchema },
  },
  {
    method: "post",
    path: "/api/people",
    summary: "Adds a person, who can sign in at once.",
    access: "session",
    role: "administrator",
    body: people.newPersonSchema,
    reply: { status: 201, json: people.personItemSchema },
    errors: ["invalid_parameter"],
  },
  {
    method: "patch",
    path: "/api/people/{id}",
    summary: "Changes somebody else’s role, password, or whether they may sign in. They may be signed out by it.",
    access: "session",
    role: "administrator",
    pathParameters: { id: z.string() },
    body: people.personChangeSchema,
    reply: { status: 200, json: people.personItemSchema },
    errors: ["invalid_parameter", "not_found", "conflict"],
  },
  {
    method: "delete",
    path: "/api/people/{id}",
    summary: "Removes somebody else for good, with their sessions and tokens.",
    access: "session",
    role: "administrator",
    pathParameters: { id: z.string() },
    reply: { status: 204 },
    errors: ["not_found", "conflict"],
  },
  {
    method: "get",
    path: "/api/tokens",
    summary: "Your personal API tokens, newest first.",
    access: "session",
    reply: { status: 200, json: tokens.tokensReplySchema },
  },
  {
    method: "post",
    path: "/api/tokens",
    summary: "Makes a token. This reply is the only one that shows it.",
    access: "session",
    body: tokens.newTokenSchema,
    reply: { status: 201, json: tokens.tokenMadeSchema },
    errors: ["invalid_parameter"],
  },
  {
    method: "delete",
    path: "/api/tokens/{id}",
    summary: "Revokes one of your tokens at once.",
    access: "session",
    pathParameters: { id: z.string() },
    reply: { status: 204 },
    errors: ["not_found"],
  },
];
