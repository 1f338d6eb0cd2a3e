import type { Page } from "@playwright/test";
import { askConversations } from "./api";

/** An answered voice conversation: it has a queue, an agent, and tags of both levels. */
const RICH = "?limit=1&channel=Voice&outcome=answered";

/** The pages behind the sign-in, each with its address. */
export const PAGES: Record<string, (page: Page) => Promise<string>> = {
  Overview: async () => "/",
  Conversations: async () => "/conversations",
  "a conversation": async (page) => `/conversations/${(await askConversations(page, RICH)).items[0]?.id}`,
  Queues: async () => "/queues",
  Agents: async () => "/agents",
  Callbacks: async () => "/callbacks",
  Automation: async () => "/automation",
  Tags: async () => "/tags",
  "Settings, sync": async () => "/settings",
  "Settings, service levels": async () => "/settings/service-levels",
  "Settings, people": async () => "/settings/people",
  "Settings, API tokens": async () => "/settings/tokens",
  "Settings, account": async () => "/settings/account",
  Glossary: async () => "/glossary",
  "API reference": async () => "/api-reference",
};
