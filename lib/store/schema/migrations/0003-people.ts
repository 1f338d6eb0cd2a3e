import type { Kysely } from "kysely";

/** Tables of better-auth 1.7 with its admin plugin, as its documentation lists them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("user")
    .addColumn("id", "varchar", (column) => column.primaryKey())
    .addColumn("name", "varchar", (column) => column.notNull())
    .addColumn("email", "varchar", (column) => column.notNull())
    .addColumn("emailVerified", "integer", (column) => column.notNull())
    .addColumn("image", "varchar")
    .addColumn("createdAt", "varchar", (column) => column.notNull())
    .addColumn("updatedAt", "varchar", (column) => column.notNull())
    .addColumn("role", "varchar")
    .addColumn("banned", "integer")
    .addColumn("banReason", "varchar")
    .addColumn("banExpires", "varchar")
    .execute();
  await db.schema
    .createTable("session")
    .addColumn("id", "varchar", (column) => column.primaryKey())
    .addColumn("expiresAt", "varchar", (column) => column.notNull())
    .addColumn("token", "varchar", (column) => column.notNull())
    .addColumn("createdAt", "varchar", (column) => column.notNull())
    .addColumn("updatedAt", "varchar", (column) => column.notNull())
    .addColumn("ipAddress", "varchar")
    .addColumn("userAgent", "varchar")
    .addColumn("userId", "varchar", (column) => column.notNull())
    .addColumn("impersonatedBy", "varchar")
    .execute();
  await db.schema
    .createTable("account")
    .addColumn("id", "varchar", (column) => column.primaryKey())
    .addColumn("accountId", "varchar", (column) => column.notNull())
    .addColumn("providerId", "varchar", (column) => column.notNull())
    .addColumn("userId", "varchar", (column) => column.notNull())
    .addColumn("accessToken", "varchar")
    .addColumn("refreshToken", "varchar")
    .addColumn("idToken", "varchar")
    .addColumn("accessTokenExpiresAt", "varchar")
    .addColumn("refreshTokenExpiresAt", "varchar")
    .addColumn("scope", "varchar")
    .addColumn("password", "varchar")
    .addColumn("createdAt", "varchar", (column) => column.notNull())
    .addColumn("updatedAt", "varchar", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("verification")
    .addColumn("id", "varchar", (column) => column.primaryKey())
    .addColumn("identifier", "varchar", (column) => column.notNull())
    .addColumn("value", "varchar", (column) => column.notNull())
    .addColumn("expiresAt", "varchar", (column) => column.notNull())
    .addColumn("createdAt", "varchar", (column) => column.notNull())
    .addColumn("updatedAt", "varchar", (column) => column.notNull())
    .execute();
}
