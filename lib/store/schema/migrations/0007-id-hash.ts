import { type Kysely, sql } from "kysely";
import { isPostgres } from "./engine";

/** A whole number made of each id (`idHashOf` in ids.ts), by which a million records are looked up in no time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("rawRecords").addColumn("idHash", "bigint").execute();
  const number = (await isPostgres(db))
    ? sql`cast(cast('x' || left(encode(sha256(convert_to(conversation_id, 'UTF8')), 'hex'), 13) as bit(52)) as bigint)`
    : sql`cast('0x' || left(sha256(conversation_id), 13) as bigint)`;
  await sql`update raw_records set id_hash = ${number}`.execute(db);
  if (await isPostgres(db)) {
    await db.schema.createIndex("rawRecordsByIdHash").on("rawRecords").columns(["idHash"]).execute();
  }
}
