import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Incomplete } from "@/lib/shared/contract";
import type { Database } from "./schema";

/** Starts in [fromAt, toAt), Unix milliseconds. */
interface Span {
  fromAt: number;
  toAt: number;
}

/**
 * What of a range is in no number, or not as the source has it by now. A record that could not be read counts wherever
 * it may have started: anywhere in the span that it is kept with.
 */
export async function countIncomplete(db: Kysely<Database>, { fromAt, toAt }: Span): Promise<Incomplete> {
  const counts: RawBuilder<Incomplete> = sql`
    select (select count(*) from rejected_records where from_at < ${toAt} and to_at > ${fromAt}) as set_aside,
      0 as unread, 0 as stale`;
  const [row] = (await counts.execute(db)).rows;
  return { setAside: Number(row?.setAside), unread: Number(row?.unread), stale: Number(row?.stale) };
}

/** So many ranges are remembered: those that open pages ask for, each with the range that it is compared with. */
const MOST_RANGES = 500;

/**
 * Counts that are remembered until `forget` says that the copy has changed, since they go with every reply. Askers of
 * one range share one query.
 */
export function rememberIncomplete(count: (span: Span) => Promise<Incomplete>) {
  let known = new Map<string, Promise<Incomplete>>();
  return {
    of(span: Span): Promise<Incomplete> {
      const key = `${span.fromAt} ${span.toAt}`;
      const held = known.get(key);
      if (held) {
        return held;
      }
      if (known.size >= MOST_RANGES) {
        known = new Map();
      }
      const counts = count(span);
      known.set(key, counts);
      // What failed is asked for again.
      counts.catch(() => known.delete(key));
      return counts;
    },
    forget(): void {
      known = new Map();
    },
  };
}
