import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { rejectParameter } from "@/lib/shared/errors";
import type { ConversationSort, ListQuery } from "@/lib/shared/query";

/** What rows are ordered by, then by their id; a missing duration or end stands below all others. */
export const SORT_COLUMNS: Record<ConversationSort, RawBuilder<unknown>> = {
  startedAt: sql`t.started_at`,
  endedAt: sql`coalesce(t.ended_at, -1)`,
  durationSeconds: sql`coalesce(t.duration_seconds, -1e15)`,
  channel: sql`t.channel`,
  direction: sql`t.direction`,
  finalStatus: sql`t.final_status`,
  disconnectingEvent: sql`t.disconnecting_event`,
  outcome: sql`t.outcome`,
};

export type Order = Pick<ListQuery, "sort" | "isDescending">;

/** Where a row stands in an order. */
export interface Place {
  value: unknown;
  id: string;
}

/** The rows that stand behind a place. */
export function comesAfter({ sort, isDescending }: Order, { value, id }: Place): RawBuilder<boolean> {
  const [beyond, upTo] = isDescending ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`];
  const column = SORT_COLUMNS[sort];
  // The second condition follows from the first, and is one that an index or DuckDB's zone maps can use.
  return sql`(${column}, t.conversation_id) ${beyond} (${value}, ${id}) and ${column} ${upTo} ${value}`;
}

export function orderBy({ sort, isDescending }: Order): RawBuilder<unknown> {
  const direction = isDescending ? sql`desc` : sql`asc`;
  return sql`${SORT_COLUMNS[sort]} ${direction}, t.conversation_id ${direction}`;
}

/** Beyond any instant and any duration, and within what the engines count. */
const LARGEST = 9e15;

/** The order that a cursor belongs to, and the last row's place in it. */
const cursorSchema = z.union([
  z.tuple([z.enum(["startedAt", "endedAt"]), z.number().int().min(-LARGEST).max(LARGEST), z.string()]),
  z.tuple([z.literal("durationSeconds"), z.number().min(-LARGEST).max(LARGEST), z.string()]),
  z.tuple([z.enum(["channel", "direction", "finalStatus", "disconnectingEvent", "outcome"]), z.string(), z.string()]),
]);
type Cursor = z.infer<typeof cursorSchema>;

export function writeCursor(place: [ConversationSort, string | number, string]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @throws CallboardError `invalid_parameter` for a cursor that no list in this order gave. */
export function readCursor(cursor: string, sort: ConversationSort): Cursor {
  const message = "“cursor” must be the nextCursor of an earlier reply in the same order.";
  let place: Cursor;
  try {
    place = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    return rejectParameter("cursor", message);
  }
  return place[0] === sort ? place : rejectParameter("cursor", message);
}
