import type { Kysely } from "kysely";
import { isPostgres } from "./engine";

/** What a conversation has at most one row of; led by its id, so that a distributed PostgreSQL can shard by it. */
const KEYS: Record<string, string[]> = {
  conversations: ["conversationId"],
  rawRecords: ["conversationId"],
  destinations: ["conversationId", "position"],
  agentSegments: ["conversationId", "position"],
};
/** Of these a conversation has any number, told apart by long texts: too long for a key. */
const FAMILIES_WITHOUT_KEY = ["missedAssignments", "conversationTags", "conversationDispositions"];
const FAMILIES_IN_TIME = ["conversations", "destinations", "agentSegments", ...FAMILIES_WITHOUT_KEY];

/**
 * Keys and indexes for PostgreSQL, and the row that says which of several instances copies. DuckDB gets nothing: see
 * 0001 for why it has no keys, and its zone maps prune by time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(await isPostgres(db))) {
    return;
  }
  for (const [table, columns] of Object.entries(KEYS)) {
    await db.schema.alterTable(table).addPrimaryKeyConstraint(`${table}Key`, columns).execute();
  }
  for (const table of FAMILIES_WITHOUT_KEY) {
    await db.schema.createIndex(`${table}ById`).on(table).columns(["conversationId"]).execute();
  }
  for (const table of FAMILIES_IN_TIME) {
    await db.schema.createIndex(`${table}ByStart`).on(table).columns(["startedAt"]).execute();
  }
  await db.schema.alterTable("syncWindows").addPrimaryKeyConstraint("syncWindowsKey", ["fromAt"]).execute();
  await db.schema.alterTable("rejectedRecords").addPrimaryKeyConstraint("rejectedRecordsKey", ["recordHash"]).execute();
  await db.schema.createIndex("userByEmail").unique().on("user").columns(["email"]).execute();
  await db.schema.createIndex("sessionByToken").unique().on("session").columns(["token"]).execute();
  await db.schema.createIndex("accountByUser").on("account").columns(["userId"]).execute();
  await db.schema
    .createTable("copyLease")
    .addColumn("name", "varchar", (column) => column.primaryKey())
    .addColumn("holder", "varchar", (column) => column.notNull())
    .addColumn("token", "bigint", (column) => column.notNull())
    .addColumn("endsAt", "bigint", (column) => column.notNull())
    .addColumn("commits", "bigint", (column) => column.notNull())
    .addColumn("told", "varchar", (column) => column.notNull())
    .execute();
}
