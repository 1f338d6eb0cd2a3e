import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Option, OptionsReply } from "@/lib/shared/contract";
import { BOT, WEEKDAYS } from "@/lib/shared/filters";
import { nameHour } from "@/lib/shared/hours";
import { NOT_GIVEN, OUTCOME_LABELS, OUTCOMES } from "@/lib/shared/outcomes";
import type { Scope } from "@/lib/shared/scope";
import { writeTagFilter } from "@/lib/shared/tag-filter";
import { nameWaitBand, WAIT_BANDS } from "@/lib/shared/waits";
import { readNames } from "@/lib/store/conversations/names";
import type { Database } from "@/lib/store/schema/schema";
import { MISS_REASON } from "./conditions";
import { type Grain, selectFrom } from "./selection";

const ALL_TIME = { range: { startAt: 0, endAt: 8.64e15, from: "", to: "", timeZone: "UTC" }, filters: {} };

const WEEKDAY_OPTIONS = WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }));
const HOUR_OPTIONS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: nameHour(hour) }));
const WAIT_OPTIONS = WAIT_BANDS.map(({ id }) => ({ value: id, label: nameWaitBand(id) }));

/** Values that the filter menus offer: all that the copied conversations of the scope have ever had. */
export async function readOptions(db: Kysely<Database>, scope: Scope): Promise<OptionsReply> {
  const distinct = async (grain: Grain, column: RawBuilder<unknown>) => {
    const query: RawBuilder<{ value: string }> = sql`
      select distinct ${column} as value ${selectFrom(grain, scope, ALL_TIME)} and ${column} is not null`;
    return (await query.execute(db)).rows.map(({ value }) => value);
  };
  const plain = async (grain: Grain, column: RawBuilder<unknown>) =>
    sorted((await distinct(grain, column)).map((value) => ({ value, label: value })));
  const named = async (grains: readonly Grain[], column: RawBuilder<unknown>, names: Map<string, string>) => {
    const ids = new Set((await Promise.all(grains.map((grain) => distinct(grain, column)))).flat());
    return sorted([...ids].map((value) => ({ value, label: names.get(value) ?? value })));
  };
  /** A tag's name alone stands for all of its values on both levels. */
  const tagNames = async () =>
    sorted((await distinct("tag", sql`t.name`)).map((name) => ({ value: writeTagFilter({ name }), label: name })));
  const [queueNames, agentNames] = await Promise.all([readNames(db, "queue"), readNames(db, "agent")]);
  const [channel, queue, agent, status, event, direction, disposition, tag, intent, tone, missReason, unread] =
    await Promise.all([
      plain("conversation", sql`t.channel`),
      named(["entry"], sql`t.queue_id`, queueNames),
      named(["segment", "missed"], sql`t.agent_id`, agentNames),
      plain("conversation", sql`t.final_status`),
      plain("conversation", sql`t.disconnecting_event`),
      plain("conversation", sql`t.direction`),
      plain("disposition", sql`coalesce(d.disposition, ${sql.lit(NOT_GIVEN)})`),
      tagNames(),
      plain("conversation", sql`t.last_intent`),
      plain("tone", sql`t.tone`),
      plain("missed", MISS_REASON),
      plain("unread", sql`u.field`),
    ]);
  const outcome = OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }));
  const firstQueue = [{ value: BOT, label: "No queue: the bot alone" }, ...queue];
  const conversation = {
    channel,
    queue,
    firstQueue,
    agent,
    status,
    event,
    outcome,
    direction,
    disposition,
    tag,
    intent,
    tone,
    missReason,
  };
  return { ...conversation, weekday: WEEKDAY_OPTIONS, hour: HOUR_OPTIONS, wait: WAIT_OPTIONS, unread };
}

function sorted(options: Option[]): Option[] {
  return options.sort((a, b) => a.label.localeCompare(b.label, "en"));
}
