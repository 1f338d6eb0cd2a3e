import type { Kysely } from "kysely";

/** The ledger of windows, records that could not be read, and what people have set. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("syncWindows")
    .addColumn("fromAt", "bigint", (column) => column.notNull())
    .addColumn("toAt", "bigint", (column) => column.notNull())
    .addColumn("fetchedAt", "bigint", (column) => column.notNull())
    .addColumn("state", "varchar", (column) => column.notNull())
    .addColumn("reason", "varchar")
    .addColumn("rows", "integer", (column) => column.notNull())
    .addColumn("requests", "integer", (column) => column.notNull())
    .addColumn("knownRows", "integer", (column) => column.notNull())
    .addColumn("numResults", "bigint")
    .execute();
  await db.schema
    .createTable("rejectedRecords")
    .addColumn("recordHash", "varchar", (column) => column.notNull())
    .addColumn("reason", "varchar", (column) => column.notNull())
    .addColumn("record", "varchar", (column) => column.notNull())
    .addColumn("rejectedAt", "bigint", (column) => column.notNull())
    .addColumn("fromAt", "bigint", (column) => column.notNull())
    .addColumn("toAt", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("settings")
    .addColumn("key", "varchar", (column) => column.primaryKey())
    .addColumn("value", "varchar", (column) => column.notNull())
    .execute();
}
