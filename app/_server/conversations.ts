import type { Session } from "@/lib/auth/session";
import { recordsOf } from "@/lib/metrics/catalogue";
import type { Runtime } from "@/lib/runtime";
import type { ConversationList } from "@/lib/shared/conversation";
import type { ListQuery } from "@/lib/shared/query";
import { countRecords, countSelection, listConversations } from "@/lib/store/conversations/conversation-list";
import type { Records } from "@/lib/store/filters/grains";
import { metaOf } from "./dataset";

/** A list's query with the records that its metric counts. @throws CallboardError `invalid_parameter` */
export function withRecords(query: ListQuery): ListQuery & { records?: Records } {
  return query.metric === undefined ? query : { ...query, records: recordsOf(query.metric) };
}

/** A page of the list, and how many conversations and records of the metric there are in all. */
export async function answerConversations(
  runtime: Runtime,
  { scope }: Session,
  asked: ListQuery,
  readMeta = () => metaOf(runtime, asked.range),
): Promise<ConversationList> {
  const { db } = runtime.store;
  const query = withRecords(asked);
  const [page, total, counted, meta] = await Promise.all([
    listConversations(db, scope, query),
    countSelection(db, scope, query),
    query.records && countRecords(db, scope, query, query.records),
    readMeta(),
  ]);
  return { ...page, total, counted, meta };
}
