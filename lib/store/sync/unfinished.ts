import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";

/** Conversations that can still change and started close to each other: the first and the last start, Unix milliseconds. */
export interface UnfinishedSpan {
  firstAt: number;
  lastAt: number;
  /** How many of them stand open: by their outcome or status, or since they have no end. */
  open: number;
}

const SPAN_MS = 600_000;
/** An answered conversation that goes on has the outcome `answered`, so its status counts. */
const IS_OPEN = sql`(outcome = 'open' or ended_at is null or final_status like 'TRANSIENT%')`;

/**
 * What stands open, of whatever age, and what ended after `endedAfter` though it started before `startedBefore`, oldest
 * first, in spans of ten minutes at most.
 */
export async function readUnfinished(
  db: Kysely<Database>,
  { endedAfter, startedBefore }: { endedAfter: number; startedBefore: number },
): Promise<UnfinishedSpan[]> {
  return readSpans(db, sql`${IS_OPEN} or (ended_at > ${endedAfter} and started_at < ${startedBefore})`);
}

/** What stands open, of whatever age: PostgreSQL has an index of it (migration 0014), since every status reads it. */
export async function readOpen(db: Kysely<Database>): Promise<UnfinishedSpan[]> {
  return readSpans(db, IS_OPEN);
}

async function readSpans(db: Kysely<Database>, where: RawBuilder<unknown>): Promise<UnfinishedSpan[]> {
  const spans: RawBuilder<UnfinishedSpan> = sql`
    select min(started_at) as first_at, max(started_at) as last_at, count(*) filter (where ${IS_OPEN}) as open
    from conversations where ${where}
    group by floor(started_at / ${sql.lit(SPAN_MS)}.0) order by 1`;
  return (await spans.execute(db)).rows;
}

/** So many windows a query. */
const SLICE = 200;

/**
 * How many conversations started within these windows, which must not overlap: of those from `allFrom` on all, before
 * it those alone that stand open or ended after `endedAfter`. Not those that older rules read: `countOutdatedRecords`
 * counts them.
 */
export async function countWaiting(
  db: Kysely<Database>,
  windows: readonly { fromAt: number; toAt: number }[],
  { allFrom, endedAfter }: { allFrom: number; endedAfter: number },
): Promise<number> {
  let waiting = 0;
  for (let from = 0; from < windows.length; from += SLICE) {
    const within = windows
      .slice(from, from + SLICE)
      .map(({ fromAt, toAt }) => sql`(started_at >= ${fromAt} and started_at < ${toAt})`);
    const counted: RawBuilder<{ total: number }> = sql`
      select count(*) as total from conversations
      where (${sql.join(within, sql` or `)}) and (started_at >= ${allFrom} or ${IS_OPEN} or ended_at > ${endedAfter})
        and not exists (select 1 from raw_records r where r.conversation_id = conversations.conversation_id
          and r.started_at = conversations.started_at and r.rules_version < ${RULES_VERSION})`;
    waiting += Number((await counted.execute(db)).rows[0]?.total ?? 0);
  }
  return waiting;
}
