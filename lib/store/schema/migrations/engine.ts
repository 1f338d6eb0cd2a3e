import { type Kysely, sql } from "kysely";

/** Whether the migrated store is PostgreSQL. Of the migrations alone: they must not change with the code around them. */
export async function isPostgres(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(db);
  return rows[0]?.version.startsWith("PostgreSQL") === true;
}
