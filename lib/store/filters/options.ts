import { type Kysely, type RawBuilder, sql } from "kysely";
import type { OptionsReply } from "@/lib/shared/contract";
import { FILTER_IDS, FILTERS, type FilterId, forEachFilter, type Option } from "@/lib/shared/filters";
import type { Scope } from "@/lib/shared/scope";
import { readNames } from "@/lib/store/conversations/names";
import type { Database, NameRow } from "@/lib/store/schema/schema";
import { FILTER_SQL, type MenuColumn } from "./filter-sql";
import { selectFrom } from "./selection";

const ALL_TIME = { range: { startAt: 0, endAt: 8.64e15, from: "", to: "", timeZone: "UTC" }, filters: {} };

/** The values that the filter menus offer a scope, in the order of their labels. */
export async function readOptions(db: Kysely<Database>, scope: Scope): Promise<OptionsReply> {
  const distinct = oncePerKey((column: MenuColumn) => readDistinct(db, scope, column));
  const names = oncePerKey((kind: NameRow["kind"]) => readNames(db, kind));
  const read = async (id: FilterId): Promise<Option[]> => {
    const { options } = FILTERS[id];
    const { menu } = FILTER_SQL[id];
    if (options || !menu) {
      return [...(options ?? [])];
    }
    const { columns, asValue = String, first } = menu;
    const [named, ...values] = await Promise.all([menu.names && names(menu.names), ...columns.map(distinct)]);
    const found = [...new Set(values.flat())].map((value) => ({
      value: asValue(value),
      label: named?.get(value) ?? value,
    }));
    return [...(first ? [first] : []), ...sorted(found)];
  };
  const menus = new Map(await Promise.all(FILTER_IDS.map(async (id) => [id, await read(id)] as const)));
  return forEachFilter((id) => menus.get(id) ?? []);
}

async function readDistinct(db: Kysely<Database>, scope: Scope, { grain, column }: MenuColumn): Promise<string[]> {
  const query: RawBuilder<{ value: string }> = sql`
    select distinct ${column} as value ${selectFrom(grain, scope, ALL_TIME)} and ${column} is not null`;
  return (await query.execute(db)).rows.map(({ value }) => value);
}

/** The same promise for the same key: what two menus offer is read once. */
function oncePerKey<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const made = new Map<Key, Promise<Value>>();
  return (key) => {
    const value = made.get(key) ?? read(key);
    made.set(key, value);
    return value;
  };
}

function sorted(options: Option[]): Option[] {
  return options.sort((a, b) => a.label.localeCompare(b.label, "en"));
}
