import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Selection } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import type { Grain } from "@/lib/store/filters/grains";
import { selectFrom } from "@/lib/store/filters/selection";
import type { Database } from "@/lib/store/schema/schema";
import type { GroupKey, Top } from "./dataset";
import type { Measure } from "./measures";

/** Values of a group: the keys in order, and each measure by its name. */
export interface Group {
  keys: (string | number)[];
  values: Map<string, number | null>;
  /** The families of rows that have this group. */
  grains: Set<Grain>;
}

/**
 * One query for each family of rows that the measures need, joined by the group's keys.
 * @returns groups by their keys, in no order; one group without keys where nothing is grouped.
 */
export async function computeGroups(
  db: Kysely<Database>,
  scope: Scope,
  selection: Selection,
  keys: readonly GroupKey[],
  measures: Readonly<Record<string, Measure>>,
  top?: Top & { by: string },
): Promise<Map<string, Group>> {
  const grains = [...new Set(Object.values(measures).map((measure) => measure.grain))];
  const results = await Promise.all(
    grains.map(async (grain) => {
      const own = Object.entries(measures).filter(([, measure]) => measure.grain === grain);
      return { grain, own, rows: await queryGrain(db, grain, scope, selection, keys, own, top) };
    }),
  );
  const groups = new Map<string, Group>();
  for (const { grain, own, rows } of results) {
    for (const row of rows) {
      const values = keys.map((_, index) => row[`k${index}`] as string | number);
      const name = JSON.stringify(values);
      const group = groups.get(name) ?? { keys: values, values: new Map(), grains: new Set() };
      own.forEach(([id], index) => {
        group.values.set(id, row[`m${index}`] as number | null);
      });
      group.grains.add(grain);
      groups.set(name, group);
    }
  }
  return groups;
}

async function queryGrain(
  db: Kysely<Database>,
  grain: Grain,
  scope: Scope,
  selection: Selection,
  keys: readonly GroupKey[],
  measures: readonly (readonly [string, Measure])[],
  top: (Top & { by: string }) | undefined,
): Promise<Record<string, unknown>[]> {
  const keyColumns = keys.map((key, index) => sql`${keyOf(key, grain)} as ${sql.ref(`k${index}`)}`);
  const columns = [
    ...keyColumns,
    ...measures.map(([, measure], index) => sql`${measure.sql} as ${sql.ref(`m${index}`)}`),
  ];
  const grouping = keys.length > 0 ? sql`group by ${sql.join(keys.map((_, index) => sql.lit(index + 1)))}` : sql``;
  const present = keys.filter(({ isOfAll }) => !isOfAll).map((key) => sql`and ${keyOf(key, grain)} is not null`);
  const query: RawBuilder<Record<string, unknown>> = sql`
    select ${sql.join(columns)} ${selectFrom(grain, scope, selection)} ${sql.join(present, sql` `)} ${grouping}`;
  const by = measures.findIndex(([id]) => id === top?.by);
  return (await (top ? firstOf(query, keys.length, top, by) : query).execute(db)).rows;
}

/** The first rows of each group, largest measure first and then by the keys in the order of their code points. */
function firstOf(
  query: RawBuilder<Record<string, unknown>>,
  keys: number,
  top: Top,
  by: number,
): RawBuilder<Record<string, unknown>> {
  const columns = Array.from({ length: keys }, (_, index) => sql.ref(`k${index}`));
  const partition = top.keys > 0 ? sql`partition by ${sql.join(columns.slice(0, top.keys))}` : sql``;
  const order = sql.join([sql`${sql.ref(`m${by}`)} desc`, ...columns.map((column) => sql`${column} collate "C"`)]);
  return sql`select * from (select g.*, row_number() over (${partition} order by ${order}) as place from (${query}) g) r
    where place <= ${sql.lit(top.rows)}`;
}

function keyOf(key: GroupKey, grain: Grain): RawBuilder<unknown> {
  const expression = key.sql[grain];
  if (!expression) {
    throw new Error(`The key “${key.id}” is not defined for the rows of ${grain}.`);
  }
  return expression;
}
