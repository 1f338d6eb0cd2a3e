import type { Session } from "@/lib/auth/session";
import type { Runtime } from "@/lib/runtime";
import type { Meta } from "@/lib/shared/contract";
import type { ConversationList } from "@/lib/shared/conversation";
import { type ListQuery, parseListQuery } from "@/lib/shared/query";
import { countSelection, listConversations } from "@/lib/store/conversation-list";
import { metaOf } from "./dataset";

export function readListQuery(runtime: Runtime, search: URLSearchParams): ListQuery {
  return parseListQuery(search, { timeZone: runtime.timeZone, now: Date.now() });
}

export async function answerConversations(
  runtime: Runtime,
  { scope }: Session,
  query: ListQuery,
  known?: Meta,
): Promise<ConversationList> {
  const { db } = runtime.store;
  const [page, total, meta] = await Promise.all([
    listConversations(db, scope, query),
    countSelection(db, scope, query),
    known ?? metaOf(runtime, query.range),
  ]);
  return { ...page, total, meta };
}
