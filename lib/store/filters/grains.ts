import { type RawBuilder, sql } from "kysely";

/**
 * The row families that metrics count, each under the alias `t`. A `journey` is a conversation with its first entry
 * (alias `e`); an entry has its queue's service level (alias `s`) and that of all queues (alias `a`) beside it.
 */
export type Grain =
  | "conversation"
  | "journey"
  | "entry"
  | "segment"
  | "missed"
  | "tag"
  | "tone"
  | "disposition"
  | "unread";

/** Records of one family that a metric counts. */
export interface Records {
  grain: Grain;
  where: RawBuilder<unknown>;
}

/** What to select each from; tags depend on who looks (`tagsFor`). */
export const SOURCES: Record<Exclude<Grain, "tag">, RawBuilder<unknown>> = {
  conversation: sql`conversations t`,
  journey: sql`conversations t left join destinations e
    on e.conversation_id = t.conversation_id and e.started_at = t.started_at and e.is_first_entry`,
  entry: sql`destinations t left join service_levels s on s.queue_id = t.queue_id
    left join service_levels a on a.queue_id = ''`,
  segment: sql`agent_segments t`,
  missed: sql`missed_assignments t`,
  tone: sql`conversation_tones t`,
  disposition: sql`conversations t left join conversation_dispositions d
    on d.conversation_id = t.conversation_id and d.started_at = t.started_at`,
  unread: sql`conversations t join unread_fields u
    on u.conversation_id = t.conversation_id and u.started_at = t.started_at`,
};

/** Rows that are conversations themselves. */
export const CONVERSATIONS: readonly Grain[] = ["conversation", "journey", "disposition", "unread"];
