import type { Kysely } from "kysely";
import type { Incomplete } from "@/lib/shared/contract";
import { countOutdatedRecords } from "./outdated-records";
import type { Database } from "./schema";
import { countUnread } from "./unread-fields";

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
  const range = { startAt: fromAt, endAt: toAt };
  const [{ setAside }, unread, stale] = await Promise.all([
    db
      .selectFrom("rejectedRecords")
      .select(({ fn }) => fn.countAll<number>().as("setAside"))
      .where("fromAt", "<", toAt)
      .where("toAt", ">", fromAt)
      .executeTakeFirstOrThrow(),
    countUnread(db, range),
    countOutdatedRecords(db, range),
  ]);
  return { setAside, unread, stale };
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
