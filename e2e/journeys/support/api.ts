import type { Page } from "@playwright/test";
import { type DatasetReply, datasetReplySchema } from "../../../lib/shared/contract";
import {
  type ConversationDetail,
  type ConversationList,
  conversationDetailSchema,
  conversationListSchema,
} from "../../../lib/shared/conversation";
import type { DatasetId } from "../../../lib/shared/datasets";

/** What the API says to whoever is signed in on the page; `search` is a page's or an API's query string. */
async function ask(page: Page, path: string): Promise<unknown> {
  const reply = await page.request.get(path);
  if (!reply.ok()) throw new Error(`${path} answered ${reply.status()} ${await reply.text()}`);
  return reply.json();
}

export async function askDataset(page: Page, dataset: DatasetId, search: string): Promise<DatasetReply> {
  return datasetReplySchema.parse(await ask(page, `/api/metrics/${dataset}${search}`));
}

export async function askConversations(page: Page, search: string): Promise<ConversationList> {
  return conversationListSchema.parse(await ask(page, `/api/conversations${search}`));
}

export async function askConversation(page: Page, id: string): Promise<ConversationDetail> {
  return conversationDetailSchema.parse(await ask(page, `/api/conversations/${encodeURIComponent(id)}`));
}
