import { type RawBuilder, sql } from "kysely";
import type { Scope } from "@/lib/shared/scope";
import { type Kind, withoutPersonalData } from "./masked";

type Condition = RawBuilder<boolean>;
type Text = RawBuilder<unknown>;
/**
 * The conversations in which a text occurs, whatever its case: in their ids, customer, agents, queues, notes, tags and
 * dispositions. `%` and `_` are letters like any other. What the scope sees masked is searched as it is shown, so that
 * nobody can find out a hidden name or number by searching for its parts (`maskText` in lib/shared/mask).
 */
export function matchesSearch(text: string, scope: Scope, inRange: Condition): Condition {
  // As JSON writes it, for what is stored as JSON.
  const quoted = JSON.stringify(text.replace(/\s/g, " ")).slice(1, -1);
  const has = (column: Text, sought = text): Condition => sql`strpos(lower(${column}), lower(${sought})) > 0`;
  const shows = (kind: Kind, column: Text): Condition => {
    const occurs = (within: Text) => (kind === "json" ? has(onOneLine(within), quoted) : has(within));
    return scope.canSeePersonalData
      ? occurs(column)
      : sql`(${occurs(column)} and ${occurs(withoutPersonalData(kind, column))})`;
  };
  const named = (kind: "queue" | "agent", id: Text): Condition => sql`(
    ${id} in (select id from names where kind = ${kind} and ${has(sql`name`)})
    or (${has(id)} and ${id} not in (select id from names where kind = ${kind})))`;
  const own = ["conversation_id", "session_id"];
  const customer = scope.canSeePersonalData ? ["customer_name", "customer_phone", "customer_email"] : [];
  const columns = [...own, ...customer].map((column) => has(sql.raw(`t.${column}`)));
  // Notes are an array as JSON: the text within its brackets.
  const notes = sql`substr(t.notes, 3, greatest(length(t.notes) - 4, 0))`;
  const places: [string, Condition][] = [
    ["conversations", sql`(${sql.join(columns, sql` or `)})`],
    ["destinations", named("queue", sql`t.queue_id`)],
    ["agent_segments", sql`(${named("agent", sql`t.agent_id`)} or (t.notes <> '[]' and ${shows("json", notes)}))`],
    ["missed_assignments", named("agent", sql`t.agent_id`)],
    ["conversation_tags", sql`(${has(sql`t.name`)} or ${shows("text", sql`t.value`)})`],
    ["conversation_dispositions", has(sql`t.disposition`)],
  ];
  const found = places.map(
    ([table, condition]) => sql`select t.conversation_id from ${sql.raw(table)} t where ${inRange} and ${condition}`,
  );
  return sql`t.conversation_id in (${sql.join(found, sql` union all `)})`;
}

/** Without the letters that JSON writes for a line's end: they are no part of the text. */
function onOneLine(json: Text): Text {
  return sql`replace(replace(replace(${json}, '\\n', ' '), '\\r', ' '), '\\t', ' ')`;
}
