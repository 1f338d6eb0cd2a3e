import { type Kysely, type RawBuilder, sql } from "kysely";
import { holdsAny, inNumbers } from "@/lib/store/engine/ids";
import type { Database, NameRow } from "@/lib/store/schema/schema";

/**
 * Names of all queues or agents by their id; one without a name is shown by its id (METRICS). Where several share a
 * name, each carries the end of its id behind it, so that no two look alike in a menu, a table or a file.
 */
export async function readNames(db: Kysely<Database>, kind: NameRow["kind"]): Promise<Map<string, string>> {
  const rows = await db.selectFrom("names").select(["id", "name"]).where("kind", "=", kind).execute();
  return distinctNames(rows);
}

const SHORTEST_END = 4;

/** `Billing` and `Billing` become `Billing (…3f9a)` and `Billing (…77c0)`: ends just long enough to differ. */
export function distinctNames(rows: readonly Pick<NameRow, "id" | "name">[]): Map<string, string> {
  const idsByName = new Map<string, string[]>();
  for (const { id, name } of rows) {
    idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
  }
  return new Map(
    rows.map(({ id, name }) => {
      const ids = idsByName.get(name) ?? [];
      return [id, ids.length < 2 ? name : `${name} (${distinctEnd(id, ids)})`];
    }),
  );
}

function distinctEnd(id: string, ids: readonly string[]): string {
  const isShared = (end: string) => ids.filter((other) => other.endsWith(end)).length > 1;
  let length = SHORTEST_END;
  while (length < id.length && isShared(id.slice(-length))) {
    length += 1;
  }
  return length < id.length ? `…${id.slice(-length)}` : id;
}

/** A queue or an agent goes by the name on the record that started last (METRICS, FACTS); ties by the name itself. */
export function isNewer(one: NameRow, other: NameRow): boolean {
  return one.namedAt > other.namedAt || (one.namedAt === other.namedAt && one.name > other.name);
}

export async function keepNewestNames(transaction: Kysely<Database>, names: readonly NameRow[]): Promise<void> {
  const newest = new Map<string, NameRow>();
  for (const row of names) {
    const key = `${row.kind}|${row.id}`;
    const other = newest.get(key);
    if (!other || isNewer(row, other)) {
      newest.set(key, row);
    }
  }
  if (newest.size === 0) {
    return;
  }
  await transaction
    .insertInto("names")
    .values([...newest.values()])
    .onConflict((conflict) =>
      conflict
        .columns(["kind", "id"])
        .doUpdateSet((row) => ({ name: row.ref("excluded.name"), namedAt: row.ref("excluded.namedAt") }))
        .where(({ and, eb, or, ref }) =>
          or([
            eb("excluded.namedAt", ">", ref("names.namedAt")),
            and([eb("excluded.namedAt", "=", ref("names.namedAt")), eb("excluded.name", ">", ref("names.name"))]),
          ]),
        ),
    )
    .execute();
}

/** The names that stand on a record which started at one of these instants: few, since only the newest are kept. */
export async function readNamesSince(transaction: Kysely<Database>, starts: readonly number[]): Promise<NameRow[]> {
  if (starts.length === 0) {
    return [];
  }
  return transaction
    .selectFrom("names")
    .selectAll()
    .where(inNumbers(sql.ref("namedAt"), [...new Set(starts)]))
    .execute();
}

/** Replaces a name, or takes it away where no record gives one. */
export async function replaceName(
  transaction: Kysely<Database>,
  { kind, id }: NameRow,
  name: NameRow | null,
): Promise<void> {
  await transaction.deleteFrom("names").where("kind", "=", kind).where("id", "=", id).execute();
  if (name) {
    await keepNewestNames(transaction, [name]);
  }
}

const SLICE = 100;

/** The records of a queue's or an agent's conversations, newest first, so many at a time. */
export async function* recordsNaming(
  transaction: Kysely<Database>,
  { kind, id }: Pick<NameRow, "kind" | "id">,
): AsyncGenerator<string[]> {
  const list = kind === "queue" ? sql`t.conversation_queues` : sql`t.conversation_agents`;
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    // All that started with the last of the slice come with it: the next begins before them.
    const page: RawBuilder<{ startedAt: number; record: string }> = sql`
      with slice as (select started_at from conversations t where ${holdsAny(list, [id])} and started_at < ${before}
        order by started_at desc limit ${SLICE})
      select t.started_at, r.record from conversations t join raw_records r
        on r.conversation_id = t.conversation_id and r.started_at = t.started_at
      where ${holdsAny(list, [id])} and t.started_at < ${before}
        and t.started_at >= (select min(started_at) from slice)
      order by t.started_at desc`;
    const { rows } = await page.execute(transaction);
    const last = rows.at(-1);
    if (!last) {
      return;
    }
    yield rows.map(({ record }) => record);
    before = last.startedAt;
  }
}
