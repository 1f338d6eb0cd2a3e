import { type Kysely, PostgresIntrospector, sql, type TableMetadata } from "kysely";

/** Lists the tables for the migrator: DuckDB has no catalogue of PostgreSQL's form. */
export class DuckDbIntrospector extends PostgresIntrospector {
  readonly #db: Kysely<unknown>;

  constructor(db: Kysely<unknown>) {
    super(db);
    this.#db = db;
  }

  override async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<ColumnFacts>`
      select table_schema as schema, table_name as name, column_name as "column", data_type as type,
        is_nullable = 'YES' as nullable, column_default is not null as "hasDefault"
      from information_schema.columns order by table_schema, table_name, ordinal_position`.execute(this.#db);
    const tables = new Map<string, TableMetadata>();
    for (const { schema, name, column, type, nullable, hasDefault } of rows) {
      const table = tables.get(`${schema}.${name}`) ?? { schema, name, isView: false, columns: [] };
      const facts = { name: column, dataType: type, isNullable: nullable, hasDefaultValue: hasDefault };
      tables.set(`${schema}.${name}`, {
        ...table,
        columns: [...table.columns, { ...facts, isAutoIncrementing: false }],
      });
    }
    return [...tables.values()];
  }
}

interface ColumnFacts {
  schema: string;
  name: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
}
