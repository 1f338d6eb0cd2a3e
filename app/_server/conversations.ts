import type { Session } from "@/lib/auth/session";
import { toCsvLines } from "@/lib/http/respond";
import { recordsOf } from "@/lib/metrics/catalogue";
import type { Runtime } from "@/lib/runtime";
import type { ConversationItem, ConversationList } from "@/lib/shared/conversation";
import { type ListQuery, parseListQuery } from "@/lib/shared/query";
import { countRecords, countSelection, listConversations } from "@/lib/store/conversation-list";
import { metaOf } from "./dataset";

const CSV_PAGE = 1000;

/** Columns of the export: one row a conversation. */
const CSV_COLUMNS: readonly [string, (item: ConversationItem) => string | number | null][] = [
  ["Conversation", (item) => item.id],
  ["Session", (item) => item.sessionId],
  ["Started at (UTC)", (item) => item.startedAt],
  ["Ended at (UTC)", (item) => item.endedAt],
  ["Duration (s)", (item) => item.durationSeconds],
  ["Channel", (item) => item.channel],
  ["Direction", (item) => item.direction],
  ["Final status", (item) => item.finalStatus],
  ["Disconnecting event", (item) => item.disconnectingEvent],
  ["Outcome", (item) => item.outcome],
  ["Queues", (item) => item.queues.join("; ")],
  ["Agents", (item) => item.agents.join("; ")],
  ["Dispositions", (item) => item.dispositions.join("; ")],
  ["Customer", (item) => item.customer],
];

export function readListQuery(runtime: Runtime, search: URLSearchParams): ListQuery {
  return parseListQuery(search, { timeZone: runtime.timeZone, now: Date.now() });
}

export async function answerConversations(
  runtime: Runtime,
  { scope }: Session,
  query: ListQuery,
): Promise<ConversationList> {
  const { db } = runtime.store;
  const records = query.metric === undefined ? undefined : recordsOf(query.metric);
  const [page, total, counted, meta] = await Promise.all([
    listConversations(db, scope, { ...query, records }),
    countSelection(db, scope, { ...query, records }),
    records && countRecords(db, scope, query, records),
    metaOf(runtime, query.range),
  ]);
  return { ...page, total, counted, meta };
}

/** All conversations of the selection as CSV, page by page, so that memory does not grow with their number. */
export function streamConversations(runtime: Runtime, { scope }: Session, query: ListQuery): ReadableStream {
  const encoder = new TextEncoder();
  const records = query.metric === undefined ? undefined : recordsOf(query.metric);
  let cursor: string | null | undefined;
  return new ReadableStream({
    start(controller) {
      const header = toCsvLines([CSV_COLUMNS.map(([label]) => label)]);
      controller.enqueue(encoder.encode(`\uFEFF${header}`));
    },
    async pull(controller) {
      const page = await listConversations(runtime.store.db, scope, {
        ...query,
        records,
        limit: CSV_PAGE,
        cursor: cursor ?? undefined,
      });
      controller.enqueue(
        encoder.encode(toCsvLines(page.items.map((item) => CSV_COLUMNS.map(([, value]) => value(item))))),
      );
      cursor = page.nextCursor;
      if (cursor === null) {
        controller.close();
      }
    },
  });
}
