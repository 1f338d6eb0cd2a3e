import { type Kysely, type RawBuilder, sql } from "kysely";
import type { ErasedConversation } from "@/lib/shared/contract";
import { isoOf, isoOrNull } from "@/lib/shared/instants";
import { removeConversations } from "@/lib/store/conversations/conversations";
import { inIds } from "@/lib/store/engine/ids";
import type { Database, NameRow } from "@/lib/store/schema/schema";
import type { AbsentConversationRow } from "@/lib/store/schema/schema-sync";

export interface Missing {
  conversationId: string;
  startedAt: number;
}

/** Conversations that are stored with a start in [fromAt, toAt] and are not among those that came. */
export async function readMissing(
  transaction: Kysely<Database>,
  { fromAt, toAt }: { fromAt: number; toAt: number },
  came: readonly string[],
): Promise<Missing[]> {
  const others = came.length > 0 ? sql`and not ${inIds(sql.ref("conversationId"), came)}` : sql``;
  const missing: RawBuilder<Missing> = sql`
    select conversation_id, started_at from conversations
    where started_at >= ${fromAt} and started_at <= ${toAt} ${others}`;
  return (await missing.execute(transaction)).rows;
}

/** The agents' conversations that these bot sessions became, started within that time of the session. */
export async function readConversationsOfSessions(
  transaction: Kysely<Database>,
  sessions: readonly Missing[],
  withinMs: number,
): Promise<{ conversationId: string; sessionId: string | null; startedAt: number }[]> {
  const starts = sessions.map(({ startedAt }) => startedAt);
  const ids = sessions.map(({ conversationId }) => conversationId);
  return transaction
    .selectFrom("conversations")
    .select(["conversationId", "sessionId", "startedAt"])
    .where("startedAt", ">=", Math.min(...starts) - withinMs)
    .where("startedAt", "<=", Math.max(...starts) + withinMs)
    .where(inIds(sql.ref("sessionId"), ids))
    .whereRef("conversationId", "!=", "sessionId")
    .execute();
}

/** Which of these were missed by the whole reading before. */
export async function readMissedBefore(
  transaction: Kysely<Database>,
  ids: readonly string[],
): Promise<Map<string, AbsentConversationRow>> {
  const rows = await transaction
    .selectFrom("absentConversations")
    .selectAll()
    .where(inIds(sql.ref("conversationId"), ids))
    .execute();
  return new Map(rows.map((row) => [row.conversationId, row]));
}

/** PostgreSQL takes 65,535 values in one statement. */
const INSERTED_AT_ONCE = 1000;

/** Notes conversations as missed, or as gone where they were missed before: those are removed, and only their times stay. */
export async function writeAbsent(
  transaction: Kysely<Database>,
  rows: readonly AbsentConversationRow[],
): Promise<NameRow[]> {
  const gone = rows.filter(({ erasedAt }) => erasedAt !== null);
  const ids = rows.map(({ conversationId }) => conversationId);
  await transaction
    .deleteFrom("absentConversations")
    .where(inIds(sql.ref("conversationId"), ids))
    .execute();
  for (let from = 0; from < rows.length; from += INSERTED_AT_ONCE) {
    await transaction
      .insertInto("absentConversations")
      .values(rows.slice(from, from + INSERTED_AT_ONCE))
      .execute();
  }
  return removeConversations(
    transaction,
    gone.map(({ conversationId }) => conversationId),
  );
}

/** How many conversations were taken for erased at the source. */
export async function countErased(db: Kysely<Database>): Promise<number> {
  const { total } = await db
    .selectFrom("absentConversations")
    .select((query) => query.fn.countAll<number>().as("total"))
    .where("erasedAt", "is not", null)
    .where("replacedBy", "is", null)
    .executeTakeFirstOrThrow();
  return total;
}

/** The record of an erased conversation, or null. */
export async function readGone(db: Kysely<Database>, id: string): Promise<AbsentConversationRow | null> {
  const row = await db
    .selectFrom("absentConversations")
    .selectAll()
    .where("conversationId", "=", id)
    .where("erasedAt", "is not", null)
    .executeTakeFirst();
  return row ?? null;
}

/** The conversations that were erased at the source, the last first. */
export async function readErased(db: Kysely<Database>, limit: number): Promise<ErasedConversation[]> {
  const rows = await db
    .selectFrom("absentConversations")
    .select(["conversationId", "startedAt", "lastSeenAt", "firstMissedAt"])
    .where("erasedAt", "is not", null)
    .where("replacedBy", "is", null)
    .orderBy("erasedAt", "desc")
    .orderBy("conversationId")
    .limit(limit)
    .execute();
  return rows.map(({ conversationId, startedAt, lastSeenAt, firstMissedAt }) => ({
    id: conversationId,
    startedAt: isoOf(startedAt),
    lastSeenAt: isoOrNull(lastSeenAt),
    firstMissedAt: isoOf(firstMissedAt),
  }));
}

/** Forgets that conversations with a start in [fromAt, toAt] were missed once; all of them where no time is given. */
export async function forgetMissed(
  transaction: Kysely<Database>,
  { fromAt, toAt } = { fromAt: Number.MIN_SAFE_INTEGER, toAt: Number.MAX_SAFE_INTEGER },
): Promise<void> {
  await transaction
    .deleteFrom("absentConversations")
    .where("erasedAt", "is", null)
    .where("startedAt", ">=", fromAt)
    .where("startedAt", "<=", toAt)
    .execute();
}

/** Forgets that these were missed once. */
export async function forgetMissedIds(transaction: Kysely<Database>, ids: readonly string[]): Promise<void> {
  await transaction
    .deleteFrom("absentConversations")
    .where("erasedAt", "is", null)
    .where(inIds(sql.ref("conversationId"), ids))
    .execute();
}
