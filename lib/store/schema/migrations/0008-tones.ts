import { type Kysely, type RawBuilder, sql } from "kysely";
import { isPostgres } from "./engine";

const CHUNK_ROWS = 500;

interface Tone {
  name: string;
  level: number | null;
}

interface Found {
  conversationId: string;
  startedAt: number;
  tones: string;
}

/**
 * Tones as rows of their own, so that they can be counted; those of conversations that were copied before come from
 * their context. JSON escapes the quotes within texts, so these two marks stand only where the list begins and ends.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("conversationTones")
    .addColumn("conversationId", "varchar", (column) => column.notNull())
    .addColumn("startedAt", "bigint", (column) => column.notNull())
    .addColumn("tone", "varchar", (column) => column.notNull())
    .addColumn("level", "double precision")
    .execute();
  if (await isPostgres(db)) {
    await db.schema.createIndex("conversationTonesById").on("conversationTones").columns(["conversationId"]).execute();
    await db.schema.createIndex("conversationTonesByStart").on("conversationTones").columns(["startedAt"]).execute();
  }
  const begin = sql`strpos(context, '"tones":[')`;
  const known: RawBuilder<Found> = sql`
    select conversation_id, started_at,
      substr(context, ${begin} + 8, strpos(context, '],"profile":{') - ${begin} - 7) as tones
    from raw_records where context like '%"tones":[{%'`;
  const rows = (await known.execute(db)).rows.flatMap(({ tones, ...of }) => {
    // Where the source listed a tone twice, the later level holds.
    const levels = new Map(readTones(tones).map(({ name, level }) => [name, level]));
    return [...levels].map(([tone, level]) => ({ ...of, tone, level }));
  });
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const values = rows
      .slice(from, from + CHUNK_ROWS)
      .map((row) => sql`(${row.conversationId}, ${row.startedAt}, ${row.tone}, ${row.level})`);
    await sql`insert into conversation_tones (conversation_id, started_at, tone, level)
      values ${sql.join(values)}`.execute(db);
  }
}

/** Written by Callboard itself, from what it had checked. */
function readTones(json: string): Tone[] {
  return JSON.parse(json);
}
