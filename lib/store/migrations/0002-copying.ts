import type { Kysely } from "kysely";

/** The ledger of finished windows, and records that could not be read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("syncWindows")
    .addColumn("fromAt", "bigint", (column) => column.notNull())
    .addColumn("toAt", "bigint", (column) => column.notNull())
    .addColumn("fetchedAt", "bigint", (column) => column.notNull())
    .addColumn("state", "varchar", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("rejectedRecords")
    .addColumn("recordHash", "varchar", (column) => column.primaryKey())
    .addColumn("reason", "varchar", (column) => column.notNull())
    .addColumn("record", "varchar", (column) => column.notNull())
    .addColumn("rejectedAt", "bigint", (column) => column.notNull())
    .execute();
}
