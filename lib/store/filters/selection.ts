import { type RawBuilder, sql } from "kysely";
import { FILTER_IDS } from "@/lib/shared/filters";
import type { Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import { matchesSearch } from "@/lib/store/conversations/search";
import { all, anyOf, type Condition, inRange, isIn, ofQueues } from "./conditions";
import { type Asked, FILTER_SQL } from "./filter-sql";
import { CONVERSATIONS, type Grain, type Records, SOURCES } from "./grains";
import { conditionsOf, listHas } from "./having";
import { tagsFor } from "./tag-conditions";

/**
 * `from … where …` for one family of rows, within a scope. Filters by queue, agent or tag select conversations; entries,
 * segments and missed assignments are then only those of the queues and agents asked for (METRICS, "Filters by a queue,
 * an agent or a tag").
 */
export function selectFrom(
  grain: Grain,
  scope: Scope,
  selection: Selection & { records?: Records },
): RawBuilder<unknown> {
  const isConversation = CONVERSATIONS.includes(grain);
  const asked: Asked = { scope, selection, outcome: isConversation ? "outcome" : "conversationOutcome" };
  const records = selection.records && isConversation ? [hasRecords(scope, selection, selection.records)] : [];
  const source = grain === "tag" ? tagsFor(scope) : SOURCES[grain];
  return sql`from ${source} where ${all([
    inRange(selection),
    ...(grain === "entry" ? [sql<boolean>`t.is_entry`] : []),
    ...scopeConditions(grain, asked),
    ...filterConditions(grain, asked),
    ...searchConditions(asked),
    ...records,
  ])}`;
}

/** What the scope sees: of rows that have a queue themselves those of its queues, else all of a conversation's. */
function scopeConditions(grain: Grain, { scope: { queues }, selection }: Asked): Condition[] {
  if (queues === "all") {
    return [];
  }
  return [anyOf(queues, FILTER_SQL.queue.rows?.[grain] ? ofQueues : listHas("conversationQueues", selection))];
}

/** Filters select conversations, and rows that have their values themselves: these then need not be looked up again. */
function filterConditions(grain: Grain, asked: Asked): Condition[] {
  return FILTER_IDS.flatMap((id) => {
    const values = asked.selection.filters[id];
    if (!values?.length) {
      return [];
    }
    const { having, rows } = FILTER_SQL[id];
    const ofRows = rows?.[grain];
    return [...conditionsOf(values, having(asked), ofRows !== undefined), ...(ofRows?.(values, asked.selection) ?? [])];
  });
}

function searchConditions({ scope, selection }: Asked): Condition[] {
  return selection.search === undefined ? [] : [matchesSearch(selection.search, scope, inRange(selection))];
}

/** Conversations with at least one record that a metric counts, as the selection leaves them. */
function hasRecords(scope: Scope, { range, filters }: Selection, { grain, where }: Records): Condition {
  return isIn(sql`select t.conversation_id ${selectFrom(grain, scope, { range, filters })} and ${where}`);
}
