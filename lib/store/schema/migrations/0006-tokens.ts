import type { Kysely } from "kysely";

/** The table of better-auth's plugin for API keys 1.7, as its types list it; times are ISO text, booleans 0 or 1. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("apikey")
    .addColumn("id", "varchar", (column) => column.primaryKey())
    .addColumn("configId", "varchar", (column) => column.notNull())
    .addColumn("name", "varchar")
    .addColumn("start", "varchar")
    .addColumn("referenceId", "varchar", (column) => column.notNull())
    .addColumn("prefix", "varchar")
    .addColumn("key", "varchar", (column) => column.notNull())
    .addColumn("refillInterval", "integer")
    .addColumn("refillAmount", "integer")
    .addColumn("lastRefillAt", "varchar")
    .addColumn("enabled", "integer")
    .addColumn("rateLimitEnabled", "integer")
    .addColumn("rateLimitTimeWindow", "integer")
    .addColumn("rateLimitMax", "integer")
    .addColumn("requestCount", "integer")
    .addColumn("remaining", "integer")
    .addColumn("lastRequest", "varchar")
    .addColumn("expiresAt", "varchar")
    .addColumn("createdAt", "varchar", (column) => column.notNull())
    .addColumn("updatedAt", "varchar", (column) => column.notNull())
    .addColumn("permissions", "varchar")
    .addColumn("metadata", "varchar")
    .execute();
}
