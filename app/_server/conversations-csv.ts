import type { Kysely } from "kysely";
import { toCsvLines } from "@/lib/http/respond";
import type { ConversationItem } from "@/lib/shared/conversation";
import type { ListQuery } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { listConversations } from "@/lib/store/conversation-list";
import type { Database } from "@/lib/store/schema";

/** Rows read at a time: few enough for memory, many enough that reading them costs more than asking. */
const PAGE_ROWS = 2000;

/** Columns of the export: one row a conversation. */
const COLUMNS: readonly [string, (item: ConversationItem) => string | number | null][] = [
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

/**
 * All conversations of the selection as CSV, page by page as they are taken, so that memory does not grow with their
 * number; once nobody takes them any more, no page is read. An error breaks the stream off: half of the rows are never
 * taken for all.
 */
export function streamConversations(db: Kysely<Database>, scope: Scope, query: ListQuery): ReadableStream<Uint8Array> {
  const pages = csvPages(db, scope, query);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) {
        controller.close();
      } else {
        controller.enqueue(encoder.encode(value));
      }
    },
    cancel: async () => {
      await pages.return();
    },
  });
}

async function* csvPages(db: Kysely<Database>, scope: Scope, query: ListQuery): AsyncGenerator<string, void> {
  yield `\uFEFF${toCsvLines([COLUMNS.map(([label]) => label)])}`;
  let cursor: string | undefined;
  do {
    const page = await listConversations(db, scope, { ...query, limit: PAGE_ROWS, cursor });
    cursor = page.nextCursor ?? undefined;
    yield toCsvLines(page.items.map((item) => COLUMNS.map(([, value]) => value(item))));
  } while (cursor !== undefined);
}
