import { type RawBuilder, sql } from "kysely";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { Selection } from "@/lib/shared/query";
import { WAIT_BANDS } from "@/lib/shared/waits";

/** What a row under the alias `t` has to fulfil. */
export type Condition = RawBuilder<boolean>;

export function all(conditions: readonly Condition[]): Condition {
  return sql.join(conditions, sql` and `);
}

/** A scope without any queue sees nothing. */
export function anyOf(values: readonly string[], condition: (values: readonly string[]) => Condition): Condition {
  return values.length > 0 ? condition(values) : sql`false`;
}

/** Is a row of one of the conversations whose ids the subquery finds. */
export function isIn(subquery: RawBuilder<unknown>): Condition {
  return sql`(t.conversation_id in (${subquery}))`;
}

export function inRange({ range }: Pick<Selection, "range">): Condition {
  return sql`t.started_at >= ${range.startAt} and t.started_at < ${range.endAt}`;
}

export const ofQueues = (queues: readonly string[]): Condition => sql`t.queue_id in (${sql.join(queues)})`;

export const ofAgents = (agents: readonly string[]): Condition => sql`t.agent_id in (${sql.join(agents)})`;

/** Under an agent filter the entries are those that the agent answered or missed (METRICS). */
export function entriesOfAgents(agents: readonly string[], selection: Selection): Condition {
  const places = (table: string, extra: RawBuilder<unknown>) =>
    sql`select conversation_id, position from ${sql.table(table)} t
      where ${inRange(selection)} and ${ofAgents(agents)} ${extra}`;
  return sql`(t.conversation_id, t.position) in (
    ${places("agentSegments", sql`and t.is_answered`)} union all ${places("missedAssignments", sql``)})`;
}

/** How long an entry's customer waited: until an agent accepted, or until giving up. */
const WAITED = sql`case t.outcome when 'answered' then t.wait_seconds when 'abandoned' then t.abandon_seconds end`;

const WAIT_BAND_CASES = WAIT_BANDS.map(({ id, toSeconds }) =>
  toSeconds === null ? sql`else ${sql.lit(id)}` : sql`when ${WAITED} <= ${sql.lit(toSeconds)} then ${sql.lit(id)}`,
);

/**
 * The band of an offered entry's wait (alias `t`); empty for what is not offered, neither answered nor abandoned, or
 * without a wait that can be told.
 */
export const WAIT_BAND: RawBuilder<string> = sql`case
  when not t.is_inbound or t.is_callback_opted or coalesce(${WAITED}, -1) < 0 then '' ${sql.join(WAIT_BAND_CASES, sql` `)} end`;

export const ofBands = (bands: readonly string[]): Condition => sql`${WAIT_BAND} in (${sql.join(bands)})`;

/** How many assignments were missed: one counts once, however many of its destinations list it. */
export const ASSIGNMENTS = sql<number>`count(*) - count(case when t.assignment_key <> '' then 1 end)
  + count(distinct t.assignment_key) filter (where t.assignment_key <> '')`;

/** Why an assignment was missed, by the word of the source or the one for none. */
export const MISS_REASON = sql`coalesce(t.reason, ${sql.lit(NOT_GIVEN)})`;

export const ofReasons = (reasons: readonly string[]): Condition => sql`${MISS_REASON} in (${sql.join(reasons)})`;
