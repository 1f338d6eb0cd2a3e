import type { Kysely } from "kysely";
import type { Database, NameRow } from "./schema";

/** Names of all queues or agents by their id; one without a name is shown by its id (METRICS). */
export async function readNames(db: Kysely<Database>, kind: NameRow["kind"]): Promise<Map<string, string>> {
  const rows = await db.selectFrom("names").select(["id", "name"]).where("kind", "=", kind).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
