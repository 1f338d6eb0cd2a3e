import type { Kysely } from "kysely";
import { z } from "zod";
import type { Database } from "@/lib/store/schema/schema";
import { readSetting, writeSetting } from "@/lib/store/settings/settings";

/**
 * What replies have shown of the time by which the source selects conversations, which the vendor's page does not state:
 * how many came in a window in which, of all their times, only the start lies (`seen`, in so many windows), and how many
 * came though their start lies outside of the request's span (`against`, once for each record).
 */
const evidenceSchema = z.object({ seen: z.number(), windows: z.number(), against: z.number() });
export type SelectionEvidence = z.infer<typeof evidenceSchema>;

const KEY = "sync.selection";
const NONE: SelectionEvidence = { seen: 0, windows: 0, against: 0 };
/** So many in so many windows are enough to know it. */
const ENOUGH = { seen: 10, windows: 3 };
/** Few that speak against are oddities of their own: a source that selects by another time shows many. */
const ODD_SHARE = 0.01;
const MOST_ODD = 2;

export type SelectedBy = "start" | "other" | "unknown";

export function selectedBy({ seen, windows, against }: SelectionEvidence): SelectedBy {
  if (against > Math.max(MOST_ODD, seen * ODD_SHARE)) {
    return "other";
  }
  return seen >= ENOUGH.seen && windows >= ENOUGH.windows ? "start" : "unknown";
}

export async function readSelectionEvidence(db: Kysely<Database>): Promise<SelectionEvidence> {
  const text = await readSetting(db, KEY);
  return text === null ? NONE : evidenceSchema.parse(JSON.parse(text));
}

/** Adds what one window has shown; runs in its transaction. @returns all that is known then. */
export async function addSelectionEvidence(
  transaction: Kysely<Database>,
  { seen, against }: Pick<SelectionEvidence, "seen" | "against">,
): Promise<SelectionEvidence> {
  const before = await readSelectionEvidence(transaction);
  if (seen === 0 && against === 0) {
    return before;
  }
  const after = {
    seen: before.seen + seen,
    windows: before.windows + (seen > 0 ? 1 : 0),
    against: before.against + against,
  };
  await writeSetting(transaction, KEY, JSON.stringify(after));
  return after;
}
