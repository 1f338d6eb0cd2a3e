import { type Kysely, sql } from "kysely";

/** Empty texts in place of nulls and of keys that nobody needs (`DestinationRow`, `MissedAssignmentRow` in schema.ts). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update destinations set queue_id = coalesce(queue_id, ''), outcome = coalesce(outcome, '')
    where queue_id is null or outcome is null`.execute(db);
  await sql`update agent_segments set queue_id = '' where queue_id is null`.execute(db);
  await sql`update missed_assignments set queue_id = coalesce(queue_id, ''),
    assignment_key = case when assignment_key in (
      select assignment_key from missed_assignments group by assignment_key having count(*) > 1
    ) then assignment_key else '' end`.execute(db);
}
