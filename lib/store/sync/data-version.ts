import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/store/schema/schema";

/**
 * Who changes numbers. Each counts for itself: on DuckDB a transaction fails where another one has changed the same row
 * since it began, and the copy, whose transactions are long, is never to fail because a person saved a setting.
 */
type Writer = "copy" | "people";

const KEYS: Record<Writer, string> = { copy: "dataVersion.copy", people: "dataVersion.people" };

/** A number that grows whenever the metrics may have changed: the same for all instances on one store. */
export async function readDataVersion(db: Kysely<Database>): Promise<number> {
  const rows = await db.selectFrom("settings").select("value").where("key", "in", Object.values(KEYS)).execute();
  return rows.reduce((sum, { value }) => sum + Number(value), 0);
}

/** Makes every cached reply outdated; runs in the transaction of what changes the numbers. */
export async function raiseDataVersion(transaction: Kysely<Database>, writer: Writer = "people"): Promise<void> {
  const raise: RawBuilder<unknown> = sql`
    insert into settings (key, value) values (${KEYS[writer]}, '1')
    on conflict (key) do update set value = cast(cast(settings.value as bigint) + 1 as varchar)`;
  await raise.execute(transaction);
}
