import { type FaultPlan, faultSeedOf } from "./fault-plan";
import { hashText } from "./hash-text";
import { Random } from "./random";
import type { RecordIds } from "./record";

/** Without anything that tells when it started: no time, no destination, and no id of the session. */
const timeless = ({ sessionId, ...record }: RecordIds) => ({
  ...record,
  conversationId: record.conversationId ?? `of-${sessionId}`,
  sessionStartTime: undefined,
  destinations: [] as unknown[],
});

const SPOILINGS: readonly ((record: RecordIds) => unknown)[] = [
  ({ conversationId: _, sessionId: __, ...rest }) => rest,
  (record) => ({ ...record, conversationId: "", sessionId: " " }),
  (record) => ({ ...record, conversationId: null, sessionId: { from: 1, to: 2 } }),
  timeless,
  (record) => ({ ...timeless(record), sessionStartTime: null }),
  (record) => ({ ...timeless(record), sessionStartTime: "yesterday" }),
  (record) => ({ ...timeless(record), sessionStartTime: "0001-01-01T00:00:00" }),
  (record) => ({ ...timeless(record), destinations: "none" }),
  (record) => record.conversationId ?? record.sessionId,
  (record) => [record, record],
];

function randomOf(record: RecordIds, plan: FaultPlan): Random {
  return new Random(faultSeedOf(plan), hashText(record.conversationId ?? record.sessionId), 3);
}

/** Whether the plan makes this record of the truth unreadable, in every page and window. */
export function isSpoiled(record: RecordIds, plan: FaultPlan): boolean {
  return randomOf(record, plan).chance(plan.badRecords ?? 0);
}

/** The record as the API shows it under the plan: as it is, or made unreadable in a way of its own. */
export function spoil(record: RecordIds, plan: FaultPlan): unknown {
  if (!isSpoiled(record, plan)) return record;
  const random = randomOf(record, plan);
  random.unit(); // The draw that `isSpoiled` has used.
  return random.pick(SPOILINGS)(record);
}
