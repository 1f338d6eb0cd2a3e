import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/store/schema/schema";

export interface Column {
  /** As rows have it, in camel case. */
  name: string;
  /** Its type in SQL. */
  type: string;
}

/** The columns of a store's tables in the tables' order; each table is looked up once. */
export class TableColumns {
  private readonly known = new Map<string, Column[]>();

  async of(db: Kysely<Database>, table: string): Promise<Column[]> {
    const known = this.known.get(table);
    if (known) {
      return known;
    }
    const query: RawBuilder<Column> = sql`
      select column_name as name, data_type as type from information_schema.columns
      where table_schema = current_schema() and table_name = ${snakeOf(table)} order by ordinal_position`;
    const columns = (await query.execute(db)).rows.map(({ name, type }) => ({ name: camelOf(name), type }));
    this.known.set(table, columns);
    return columns;
  }
}

// SQL's names as Kysely's CamelCasePlugin turns them, and back.
const camelOf = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
export const snakeOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
