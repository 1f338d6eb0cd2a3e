import { type RawBuilder, sql } from "kysely";
import { FACTS } from "./conversation-conditions";
import type { Store } from "./engine";
import type { Database } from "./schema";

/** The nine weeks that a week's figures are held against, and a week of grace. */
const DAYS = 70;

const SHARED = Object.values(FACTS);
/** What filters compare, by the family in which they do. */
const COMPARED = {
  conversations: [...SHARED.filter((fact) => fact !== "conversationOutcome"), "outcome"],
  destinations: [...SHARED, "queueId"],
  agentSegments: [...SHARED, "queueId", "agentId"],
  missedAssignments: [...SHARED, "queueId", "agentId"],
} as const satisfies Partial<Record<keyof Database, readonly string[]>>;

/**
 * Has the embedded engine read what filters compare before anybody asks: a page's own numbers bring the rest into
 * memory, but the first filter after a start took several times as long as the second.
 */
export async function warm({ db, cache }: Store): Promise<void> {
  if (cache === null) {
    return;
  }
  for (const [family, columns] of Object.entries(COMPARED)) {
    const largest = columns.map((column) => sql`max(${sql.ref(column)})`);
    const query: RawBuilder<unknown> = sql`select ${sql.join(largest)} from ${sql.table(family)}
      where started_at > (select max(started_at) from conversations) - ${DAYS * 86_400_000}`;
    await query.execute(db);
  }
}
