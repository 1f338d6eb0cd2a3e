import { type Kysely, sql } from "kysely";
import { isPostgres } from "./engine";

/** An index of the few conversations that stand open, by the very condition that asks for them (`IS_OPEN` in unfinished.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (await isPostgres(db)) {
    await sql`create index open_conversations on conversations (started_at)
      where (outcome = 'open' or ended_at is null or final_status like 'TRANSIENT%')`.execute(db);
  }
}
