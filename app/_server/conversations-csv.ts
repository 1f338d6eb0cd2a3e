import { csvFileName, respondCsv, toCsvLines } from "@/lib/http/respond";
import type { ROUTES } from "@/lib/http/routes";
import type { ConversationItem } from "@/lib/shared/conversation";
import type { ListQuery } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { listConversations } from "@/lib/store/conversations/conversation-list";
import type { Store } from "@/lib/store/engine/engine";
import { withRecords } from "./conversations";
import { streamExport } from "./question";
import type { Asked } from "./route";

/** Rows read at a time: few enough for memory, many enough that reading them costs more than asking. */
const PAGE_ROWS = 2000;

/** What the export may add to the engine's cache: it reads every block once and never again. */
const CACHE_BYTES = 16 * 2 ** 20;

type Source = Pick<Store, "db" | "cache">;

/** Rows written at a time: texts so short that V8 takes them for short-lived. */
const CHUNK_ROWS = 200;

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

/** The list as a file, once it is its turn among exports. */
export async function exportConversations(asked: Asked<typeof ROUTES.conversations>): Promise<Response> {
  const { runtime, session } = asked;
  const query = withRecords(asked.query);
  const { stream } = await streamExport(asked, async () => ({
    stream: streamConversations(runtime.store, session.scope, query),
  }));
  return respondCsv(stream, csvFileName("conversations", query.range));
}

/**
 * All conversations of the selection as CSV, page by page as they are taken, so that memory does not grow with their
 * number; once nobody takes them any more, no page is read. An error breaks the stream off: half of the rows are never
 * taken for all.
 */
export function streamConversations(store: Source, scope: Scope, query: ListQuery): ReadableStream<Uint8Array> {
  const pages = csvPages(store, scope, query);
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

async function* csvPages({ db, cache }: Source, scope: Scope, query: ListQuery): AsyncGenerator<string, void> {
  yield `\uFEFF${toCsvLines([COLUMNS.map(([label]) => label)])}`;
  const cacheBytes = ((await cache?.heldBytes()) ?? 0) + CACHE_BYTES;
  let cursor: string | undefined;
  do {
    const page = await listConversations(db, scope, { ...query, limit: PAGE_ROWS, cursor });
    cursor = page.nextCursor ?? undefined;
    for (let at = 0; at < page.items.length; at += CHUNK_ROWS) {
      const items = page.items.slice(at, at + CHUNK_ROWS);
      yield toCsvLines(
        items.map((item) => COLUMNS.map(([, value]) => value(item))),
        query,
      );
    }
    await cache?.keepWithin(cacheBytes);
  } while (cursor !== undefined);
}
