import type { Row } from "@/lib/shared/contract";
import type { Group } from "./compute";
import type { Dataset } from "./dataset";

/** What `share` is the part of, and stands behind. */
export const SHARED = "conversations";

/** Whether each conversation is in exactly one row: all of them are then the sum of the rows. */
export function isPartition({ keys, countedAs }: Dataset): boolean {
  return countedAs === undefined && keys.every((key) => key.sql.conversation !== undefined);
}

export function sumConversations(groups: Iterable<Group>): number {
  return [...groups].reduce((sum, { values }) => sum + (values.get(SHARED) ?? 0), 0);
}

/** A row with the part that it is of all conversations, where that is known. */
export function withShare(values: Row, total: number | null): Row {
  if (total === null) {
    return values;
  }
  const { conversations = 0, ...others } = values;
  return { conversations, share: total === 0 ? null : Number(conversations) / total, ...others };
}
