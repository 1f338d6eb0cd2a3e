import { type Kysely, sql } from "kysely";

const FAMILIES = ["destinations", "agentSegments", "missedAssignments", "conversationTags", "conversationTones"];
const FACTS = {
  channel: "channel",
  direction: "direction",
  finalStatus: "finalStatus",
  disconnectingEvent: "disconnectingEvent",
  conversationOutcome: "outcome",
  lastIntent: "lastIntent",
};

/** What filters compare of a conversation, in all families that metrics count (`ConversationFacts` in schema.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  const facts = Object.entries(FACTS).map(([fact, column]) => sql`${sql.ref(fact)} = c.${sql.ref(column)}`);
  for (const family of FAMILIES) {
    for (const fact of Object.keys(FACTS)) {
      await db.schema.alterTable(family).addColumn(fact, "varchar").execute();
    }
    await sql`update ${sql.table(family)} f set ${sql.join(facts)}
      from conversations c where c.conversation_id = f.conversation_id`.execute(db);
  }
}
