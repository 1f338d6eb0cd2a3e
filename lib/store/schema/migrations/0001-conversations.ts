import type { Kysely } from "kysely";

/**
 * No unique keys: on DuckDB they cost memory and refuse a delete and an insert of one key in one transaction. The one
 * writer (`replaceConversations`) looks keys up, and a test holds it to one row a key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("conversations")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("sessionId", "varchar")
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("endedAt", "bigint")
    .addColumn("durationSeconds", "double precision")
    .addColumn("channel", "varchar", (column) => column.notNull())
    .addColumn("direction", "varchar", (column) => column.notNull())
    .addColumn("isInbound", "boolean", (column) => column.notNull())
    .addColumn("finalStatus", "varchar", (column) => column.notNull())
    .addColumn("disconnectingEvent", "varchar", (column) => column.notNull())
    .addColumn("outcome", "varchar", (column) => column.notNull())
    .addColumn("lastIntent", "varchar", (column) => column.notNull())
    .addColumn("botId", "varchar")
    .addColumn("userId", "varchar")
    .addColumn("customerName", "varchar")
    .addColumn("customerPhone", "varchar")
    .addColumn("customerEmail", "varchar")
    .addColumn("csatScore", "double precision")
    .addColumn("npsScore", "double precision")
    .addColumn("likeScore", "double precision")
    .addColumn("sessionSkewSeconds", "double precision")
    .execute();
  await db.schema
    .createTable("rawRecords")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("contentHash", "varchar", (column) => column.notNull())
    .addColumn("record", "varchar", (column) => column.notNull())
    .addColumn("context", "varchar", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("destinations")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("destinationType", "varchar", (column) => column.notNull())
    .addColumn("isEntry", "boolean", (column) => column.notNull())
    .addColumn("isInbound", "boolean", (column) => column.notNull())
    .addColumn("queueId", "varchar")
    .addColumn("outcome", "varchar")
    .addColumn("enteredAt", "bigint")
    .addColumn("waitSeconds", "double precision")
    .addColumn("isCallbackOpted", "boolean", (column) => column.notNull())
    .addColumn("callbackOptedAt", "bigint")
    .addColumn("callbackAcceptedAt", "bigint")
    .addColumn("callbackWaitSeconds", "double precision")
    .execute();
  await db.schema
    .createTable("agentSegments")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("queueId", "varchar")
    .addColumn("agentId", "varchar", (column) => column.notNull())
    .addColumn("agentEmail", "varchar")
    .addColumn("isAnswered", "boolean", (column) => column.notNull())
    .addColumn("assignedAt", "bigint")
    .addColumn("acceptedAt", "bigint")
    .addColumn("firstResponseAt", "bigint")
    .addColumn("interactionEndedAt", "bigint")
    .addColumn("afterCallWorkEndedAt", "bigint")
    .addColumn("pickupSeconds", "double precision")
    .addColumn("firstResponseSeconds", "double precision")
    .addColumn("interactionSeconds", "double precision")
    .addColumn("afterCallWorkSeconds", "double precision")
    .addColumn("handleSeconds", "double precision")
    .addColumn("notes", "varchar", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("missedAssignments")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("queueId", "varchar")
    .addColumn("agentId", "varchar", (column) => column.notNull())
    .addColumn("assignedAt", "bigint")
    .addColumn("assignmentKey", "varchar", (column) => column.notNull())
    .addColumn("reason", "varchar")
    .execute();
  await db.schema
    .createTable("conversationTags")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("level", "varchar", (column) => column.notNull())
    .addColumn("name", "varchar", (column) => column.notNull())
    .addColumn("value", "varchar", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("conversationDispositions")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("disposition", "varchar", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("names")
    .addColumn("kind", "varchar", (column) => column.notNull())
    .addColumn("id", "varchar", (column) => column.notNull())
    .addColumn("name", "varchar", (column) => column.notNull())
    .addColumn("namedAt", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("names_key", ["kind", "id"])
    .execute();
}
