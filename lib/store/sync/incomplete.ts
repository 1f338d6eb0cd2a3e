import type { Kysely } from "kysely";
import type { Incomplete } from "@/lib/shared/contract";
import type { Database } from "@/lib/store/schema/schema";
import { countOutdatedRecords } from "./outdated-records";
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
