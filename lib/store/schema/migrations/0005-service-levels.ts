import { type Kysely, sql } from "kysely";

/**
 * Thresholds of queues, and what they need of each entry: whether it is the conversation's first, and how long the
 * customer waited who left it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("serviceLevels")
    .addColumn("queueId", "varchar", (column) => column.primaryKey())
    .addColumn("thresholdSeconds", "double precision")
    .addColumn("shortAbandonSeconds", "double precision")
    .execute();
  await db.schema.alterTable("destinations").addColumn("isFirstEntry", "boolean").execute();
  await db.schema.alterTable("destinations").addColumn("abandonSeconds", "double precision").execute();
  await sql`update destinations set is_first_entry = is_entry and not exists (
    select 1 from destinations e
    where e.conversation_id = destinations.conversation_id and e.is_entry and e.position < destinations.position)`.execute(
    db,
  );
  await sql`update destinations set abandon_seconds = (
    select (c.ended_at - destinations.entered_at) / cast(1000 as double precision) from conversations c
    where c.conversation_id = destinations.conversation_id)
    where outcome = 'abandoned'`.execute(db);
}
