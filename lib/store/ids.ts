import { type RawBuilder, sql } from "kysely";

const SEPARATOR = 31;

/**
 * `in` for any number of ids as one parameter: a hash join on both engines, where a list of parameters is compared one
 * by one on DuckDB, and at most 65,535 on PostgreSQL.
 */
export function inIds(column: RawBuilder<unknown>, ids: readonly string[]): RawBuilder<boolean> {
  const list = ids.join(String.fromCharCode(SEPARATOR));
  return sql`${column} in (select unnest(string_to_array(${list}, chr(${sql.lit(SEPARATOR)}))))`;
}
