import type { Kysely } from "kysely";
import { isPostgres } from "./engine";

/** Conversations that readings of their window no longer held (`AbsentConversationRow` in schema-sync.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("absentConversations")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("lastSeenAt", "bigint")
    .addColumn("firstMissedAt", "bigint", (column) => column.notNull())
    .addColumn("erasedAt", "bigint")
    .addColumn("replacedBy", "varchar")
    .execute();
  if (await isPostgres(db)) {
    await db.schema
      .alterTable("absentConversations")
      .addPrimaryKeyConstraint("absentConversationsKey", ["conversationId"])
      .execute();
  }
}
