import { type Kysely, type RawBuilder, sql } from "kysely";

const FAMILIES = ["destinations", "agentSegments", "missedAssignments", "conversationTags", "conversationTones"];
const FACTS = {
  channel: "channel",
  direction: "direction",
  finalStatus: "finalStatus",
  disconnectingEvent: "disconnectingEvent",
  conversationOutcome: "outcome",
  lastIntent: "lastIntent",
  conversationQueues: "conversationQueues",
  conversationAgents: "conversationAgents",
};
/** Which ids a conversation's own lists hold (`listIds` in ids.ts). */
const LISTS = {
  conversationQueues: sql`select conversation_id, queue_id as id from destinations where queue_id is not null`,
  conversationAgents: sql`select conversation_id, agent_id as id from agent_segments
    union all select conversation_id, agent_id as id from missed_assignments`,
};

/** What filters compare of a conversation, in all families that metrics count (`ConversationFacts` in schema.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  // All columns before the first row: DuckDB commits no table that was altered after its rows were.
  for (const list of Object.keys(LISTS)) {
    await db.schema
      .alterTable("conversations")
      .addColumn(list, "varchar", (column) => column.defaultTo(""))
      .execute();
  }
  for (const [list, ids] of Object.entries(LISTS)) {
    await fill(db, list, ids);
  }
  const facts = Object.entries(FACTS).map(([fact, column]) => sql`${sql.ref(fact)} = c.${sql.ref(column)}`);
  for (const family of FAMILIES) {
    for (const fact of Object.keys(FACTS)) {
      await db.schema.alterTable(family).addColumn(fact, "varchar").execute();
    }
    await sql`update ${sql.table(family)} f set ${sql.join(facts)}
      from conversations c where c.conversation_id = f.conversation_id`.execute(db);
  }
}

async function fill(db: Kysely<unknown>, list: string, ids: RawBuilder<unknown>): Promise<void> {
  await sql`update conversations c set ${sql.ref(list)} = chr(31) || l.ids || chr(31)
    from (select conversation_id, string_agg(distinct id, chr(31) order by id) as ids from (${ids}) i group by 1) l
    where l.conversation_id = c.conversation_id`.execute(db);
}
