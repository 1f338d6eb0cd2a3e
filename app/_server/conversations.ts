import type { Session } from "@/lib/auth/session";
import { recordsOf } from "@/lib/metrics/catalogue";
import type { Runtime } from "@/lib/runtime";
import type { Meta } from "@/lib/shared/contract";
import type { ConversationList } from "@/lib/shared/conversation";
import { type ListQuery, parseListQuery } from "@/lib/shared/query";
import { countRecords, countSelection, listConversations } from "@/lib/store/conversations/conversation-list";
import type { Records } from "@/lib/store/filters/grains";
import { metaOf } from "./dataset";

export interface AskedList extends ListQuery {
  records?: Records;
}

export function readListQuery(runtime: Runtime, search: URLSearchParams): AskedList {
  const query = parseListQuery(search, { timeZone: runtime.timeZone, now: runtime.clock.now() });
  return query.metric === undefined ? query : { ...query, records: recordsOf(query.metric) };
}

export async function answerConversations(
  runtime: Runtime,
  { scope }: Session,
  query: AskedList,
  known?: Meta,
): Promise<ConversationList> {
  const { db } = runtime.store;
  const { records } = query;
  const [page, total, counted, meta] = await Promise.all([
    listConversations(db, scope, query),
    countSelection(db, scope, query),
    records && countRecords(db, scope, query, records),
    known ?? metaOf(runtime, query.range),
  ]);
  return { ...page, total, counted, meta };
}
