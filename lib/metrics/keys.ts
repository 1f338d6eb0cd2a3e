import { type RawBuilder, sql } from "kysely";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { ReportRange } from "@/lib/shared/range";
import { hourSql, weekdaySql } from "@/lib/store/filters/local-time";
import type { GroupKey, Key } from "./dataset";

export const text = (id: string, label: string, columns: Key["sql"]): Key => ({
  id,
  label,
  unit: "text",
  sql: columns,
});
export const conversationColumn = (id: string, label: string) =>
  text(id, label, { conversation: sql`t.${sql.ref(id)}` });

export const FINAL_STATUS = conversationColumn("finalStatus", "Final status");
export const DISCONNECTING_EVENT = conversationColumn("disconnectingEvent", "Disconnecting event");
export const QUEUE = text("queueId", "Queue id", { entry: sql`t.queue_id`, segment: sql`nullif(t.queue_id, '')` });
export const AGENT = text("agentId", "Agent id", { segment: sql`t.agent_id`, missed: sql`t.agent_id` });
export const DISPOSITION = text("disposition", "Disposition", {
  disposition: sql`coalesce(d.disposition, ${sql.lit(NOT_GIVEN)})`,
});

export const TAG_NAME = [text("level", "Level", { tag: sql`t.level` }), text("name", "Name", { tag: sql`t.name` })];
export const TAG_VALUE: Key = { ...text("value", "Value", { tag: sql`t.value` }), isPersonal: true };

/** Weekday and local hour of a conversation's start. */
export function weekKeys(range: ReportRange): GroupKey[] {
  const everywhere = (expression: RawBuilder<unknown>) => ({
    conversation: expression,
    entry: expression,
    segment: expression,
  });
  return [
    { id: "weekday", isOfAll: true, sql: everywhere(weekdaySql(range)) },
    { id: "hour", isOfAll: true, sql: everywhere(hourSql(range)) },
  ];
}
