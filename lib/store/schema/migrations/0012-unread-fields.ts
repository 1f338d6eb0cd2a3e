import type { Kysely } from "kysely";
import { isPostgres } from "./engine";

/** Fields of a record that could not be read, and the version of the rules by which each record was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("unreadFields")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("field", "varchar", (column) => column.notNull())
    .execute();
  // All records that are stored so far were read by version 1.
  await db.schema
    .alterTable("rawRecords")
    .addColumn("rulesVersion", "integer", (column) => column.defaultTo(1))
    .execute();
  if (await isPostgres(db)) {
    await db.schema
      .alterTable("unreadFields")
      .addPrimaryKeyConstraint("unreadFieldsKey", ["conversationId", "field"])
      .execute();
    await db.schema.createIndex("unreadFieldsByStart").on("unreadFields").columns(["startedAt"]).execute();
    await db.schema.createIndex("rawRecordsByRules").on("rawRecords").columns(["rulesVersion", "startedAt"]).execute();
  }
}
