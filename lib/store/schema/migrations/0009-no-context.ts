import type { Kysely } from "kysely";

/** What only the page of one conversation shows is read from its record when it is shown: it need not be kept twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("rawRecords").dropColumn("context").execute();
}
