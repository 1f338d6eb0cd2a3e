import { type Kysely, sql } from "kysely";
import type { ConversationItem } from "@/lib/shared/conversation";
import { isoOf, isoOrNull } from "@/lib/shared/instants";
import { maskName, maskText } from "@/lib/shared/mask";
import type { Scope } from "@/lib/shared/scope";
import { inIds } from "@/lib/store/engine/ids";
import type { ConversationRow, Database } from "@/lib/store/schema/schema";
import { readNames } from "./names";

/** What an item is made of. The drivers' work grows with every column: the others are left where they are. */
export const ITEM_COLUMNS = [
  "conversationId",
  "sessionId",
  "startedAt",
  "endedAt",
  "channel",
  "direction",
  "finalStatus",
  "disconnectingEvent",
  "outcome",
  "durationSeconds",
  "customerName",
  "customerPhone",
  "customerEmail",
] as const;
export type ItemRow = Pick<ConversationRow, (typeof ITEM_COLUMNS)[number]>;

/** Items in the order of the rows, with the queues, agents and dispositions that go with each. */
export async function toItems(
  db: Kysely<Database>,
  scope: Scope,
  rows: readonly ItemRow[],
): Promise<ConversationItem[]> {
  if (rows.length === 0) {
    return [];
  }
  const [entries, segments, dispositions, queueNames, agentNames] = await Promise.all([
    ...readParts(db, rows),
    readNames(db, "queue"),
    readNames(db, "agent"),
  ]);
  const queuesOf = byConversation(entries, queueNames);
  const agentsOf = byConversation(segments, agentNames);
  const dispositionsOf = byConversation(dispositions);
  const callbackOf = callbacksDue(entries, scope, queueNames);
  return rows.map((row) =>
    toItem(row, scope, {
      queues: queuesOf(row.conversationId),
      agents: agentsOf(row.conversationId),
      dispositions: dispositionsOf(row.conversationId),
      callbackDue: callbackOf.get(row.conversationId) ?? null,
    }),
  );
}

/** Queue entries, answered segments and dispositions of these conversations. */
function readParts(db: Kysely<Database>, rows: readonly ItemRow[]) {
  const ids = inIds(
    sql.ref("conversationId"),
    rows.map((row) => row.conversationId),
  );
  const starts = rows.map((row) => row.startedAt);
  // Every family carries the start: between the first and the last of it DuckDB reads a few blocks, not all of a table.
  const within = sql<boolean>`started_at between ${Math.min(...starts)} and ${Math.max(...starts)} and (${ids})`;
  return [
    db
      .selectFrom("destinations")
      .select(["conversationId", "queueId as value", ...CALLBACK_COLUMNS])
      .where(within)
      .where("isEntry", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("agentSegments")
      .select(["conversationId", "agentId as value"])
      .where(within)
      .where("isAnswered", "=", true)
      .orderBy("position")
      .execute(),
    db
      .selectFrom("conversationDispositions")
      .select(["conversationId", "disposition as value"])
      .where(within)
      .execute(),
  ] as const;
}

/** The distinct values of each conversation in their order, by their names where there are names. */
function byConversation(
  family: readonly { conversationId: string; value: string | null }[],
  names?: Map<string, string>,
): (id: string) => string[] {
  const values = new Map<string, Set<string>>();
  for (const { conversationId, value } of family) {
    if (value !== null) {
      const known = values.get(conversationId) ?? new Set();
      values.set(conversationId, known.add(names?.get(value) ?? value));
    }
  }
  return (id) => [...(values.get(id) ?? [])];
}

type Families = Pick<ConversationItem, "queues" | "agents" | "dispositions" | "callbackDue">;

/** Written out, not spread: V8 gives an object that is put together of others ten times the memory. */
function toItem(row: ItemRow, scope: Scope, families: Families): ConversationItem {
  const name = scope.canSeePersonalData ? row.customerName : maskName(row.customerName);
  const reach = row.customerPhone ?? row.customerEmail;
  return {
    id: row.conversationId,
    sessionId: row.sessionId,
    startedAt: isoOf(row.startedAt),
    endedAt: isoOrNull(row.endedAt),
    channel: row.channel,
    direction: row.direction,
    finalStatus: row.finalStatus,
    disconnectingEvent: row.disconnectingEvent,
    outcome: row.outcome,
    durationSeconds: row.durationSeconds !== null && row.durationSeconds >= 0 ? row.durationSeconds : null,
    customer: name ?? (reach === null || scope.canSeePersonalData ? reach : maskText(reach)),
    queues: families.queues,
    agents: families.agents,
    dispositions: families.dispositions,
    callbackDue: families.callbackDue,
  };
}

/** What the list reads of an entry besides its queue. */
export const CALLBACK_COLUMNS = [
  "isCallbackOpted as isAsked",
  "callbackOptedAt as askedAt",
  "callbackAcceptedAt as acceptedAt",
] as const;

/** An entry as the list reads it; instants in Unix milliseconds. */
interface CallbackEntry {
  conversationId: string;
  value: string;
  isAsked: boolean;
  askedAt: number | null;
  acceptedAt: number | null;
}

/** Of each conversation the callback that has been due the longest, in a queue that may be seen. */
export function callbacksDue(
  entries: readonly CallbackEntry[],
  { queues }: Scope,
  names: ReadonlyMap<string, string>,
): Map<string, NonNullable<ConversationItem["callbackDue"]>> {
  const due = entries.filter(({ isAsked, acceptedAt }) => isAsked && acceptedAt === null);
  const seen = due.filter(({ value }) => queues === "all" || queues.includes(value));
  const latestFirst = seen.sort((a, b) => (b.askedAt ?? 0) - (a.askedAt ?? 0));
  return new Map(
    latestFirst.map(({ conversationId, value, askedAt }) => [
      conversationId,
      {
        askedAt: isoOrNull(askedAt),
        queue: names.get(value) ?? value,
      },
    ]),
  );
}
