import type { Kysely } from "kysely";
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
